"""A file of the workbook that a spreadsheet saved in its place, in another language: read whole, with one question."""

from dataclasses import replace
from datetime import datetime, tzinfo

from lib.exchange.importing.dates import NumericOrder
from lib.exchange.importing.own_files import OwnReading, own_model, read_own
from lib.exchange.importing.upload import opened
from lib.store import Receipt, Rewrite, SaveFailed, Store
from lib.store.codec import CsvSheet
from lib.store.tables import MODELS
from lib.workflows.repairing.repairs import REASON


def as_saved(store: Store, file: str, zone: tzinfo, order: NumericOrder | None = None) -> OwnReading | None:
    """The file's content with the spreadsheet's separators, dates and words turned back.

    None if it isn't one of our files, or where that leaves a row that can't be read.
    """
    data = store.content(file)
    if not data or file not in MODELS:
        return None
    upload = opened([(file, data)])
    if len(upload.tables) != 1 or own_model(upload.tables[0]) is not MODELS[file]:
        return None
    found = read_own(upload.tables[0], MODELS[file], order, zone)
    return None if found.skipped else found


def turn_back(store: Store, found: OwnReading, order: NumericOrder | None, zone: tzinfo, now: datetime) -> Receipt:
    """Write the file as Afterword writes it; ``store.undo`` takes it back. Raises what the store raises."""
    file = found.model.file
    seen = store.content(file)
    if as_saved(store, file, zone, order) != found:
        raise SaveFailed(f"{file} was changed in the meantime.", "Nothing was changed.", "Look at it again.")
    sheet = CsvSheet.new(found.model.header())
    rows = tuple(sheet.row(row.record.cells()) for row in found.rows)
    new = replace(sheet, rows=rows).encode()
    return store.rewrite(Rewrite(f"{file} as it was before a spreadsheet", REASON, {file: (seen, new)}), now)
