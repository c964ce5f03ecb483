"""Our own files brought back: which rows are new, which would change what is here, and which belong to nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from lib.exchange.importing.own_files import OwnReading, OwnRow, merge
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows.importing.previews import Becomes, RowPreview


@dataclass(frozen=True)
class OwnRows:
    """The rows to put, and the fate of every row."""

    put: tuple[Record, ...] = ()
    previews: tuple[RowPreview, ...] = ()


def own_rows(readings: Sequence[OwnReading], workbook: Workbook) -> OwnRows:
    """What our own files bring. A row counts as here by its id; the file's values then replace it."""
    here = {(row.file, row.identity): row for row in workbook}
    known = {(row.file, row.identity[0]) for row in workbook if len(row.identity) == 1}
    known |= {(row.record.file, row.record.identity[0]) for one in readings for row in one.rows}
    put: dict[tuple[str, tuple[str, ...]], Record] = {}
    previews: list[RowPreview] = []
    for reading in readings:
        previews += [RowPreview(left.file, left.line, "left", left.text, left.reason) for left in reading.skipped]
        for row in reading.rows:
            record, preview = _of(reading, row, here, known)
            place = (row.record.file, row.record.identity)
            if record is not None and place in put:
                record, preview = None, _fate(reading, row, "left", "Its id is already in another row of the file.")
            if record is not None:
                put[place] = record
            previews.append(preview)
    return OwnRows(tuple(put.values()), tuple(sorted(previews, key=lambda preview: (preview.file, preview.line))))


def _of(
    reading: OwnReading,
    row: OwnRow,
    here: dict[tuple[str, tuple[str, ...]], Record],
    known: set[tuple[str, str]],
) -> tuple[Record | None, RowPreview]:
    lacking = _lacking(row.record, known)
    if lacking:
        return None, _fate(reading, row, "left", f"It belongs to a row of {lacking} that isn't here.")
    standing = here.get((row.record.file, row.record.identity))
    if standing is None:
        return row.record, _fate(reading, row, "in", f"New in {reading.name_of_rows}")
    try:
        record = merge(row, standing, reading.columns)
    except ValidationError:
        return None, _fate(reading, row, "left", "Together with what is here it can't be kept.")
    if record == standing:
        return None, _fate(reading, row, "here", "Already here, the same.")
    return record, _fate(reading, row, "in", "Changes what is here")


def _lacking(record: Record, known: set[tuple[str, str]]) -> str:
    """The file in which the row that this one belongs to is missing, or ''."""
    cells = record.cells()
    return next((file for name, file in record.refers.items() if cells[name] and (file, cells[name]) not in known), "")


def _fate(reading: OwnReading, row: OwnRow, becomes: Becomes, says: str) -> RowPreview:
    cells = [text for name, text in row.cells.items() if text and name != "id" and not name.endswith("_id")]
    return RowPreview(reading.file, row.line, becomes, ", ".join(cells[:4]), says)
