"""Repairing one row that cannot be read: its cells, and the file with only that line rewritten."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from pydantic import ValidationError

from lib.english import listed
from lib.records.record import Key
from lib.store.codec import CsvRow, CsvSheet, NotATable, parse, unguard
from lib.store.errors import SaveFailed
from lib.store.tables import MODELS, CsvTable, FileContent, explain, read_table

_KEPT = "Nothing in the file was changed, and what you wrote is still here."


@dataclass(frozen=True)
class BadRow:
    """A row as in the file. ``cells`` are its texts by column, as far as they can be told apart; ``surplus`` what
    follows the last column; ``raw`` the exact line."""

    file: str
    line: int
    raw: str
    cells: Mapping[str, str]
    surplus: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What the row calls itself; its parts may be empty."""
        return tuple(self.cells.get(name, "") for name in MODELS[self.file].key_fields)

    @property
    def mark(self) -> str:
        """What tells this line from another one at its position later."""
        return sha256(self.raw.encode()).hexdigest()[:8]


def bad_row(file: str, data: bytes | None, line: int) -> BadRow | None:
    """The row that begins in that line, or None if the file has none there. Raises ``SaveFailed``."""
    sheet = _sheet(file, data)
    row = _row_at(sheet, line)
    if row is None:
        return None
    texts = row.texts or tuple(unguard(cell) for cell in _split_leniently(row.raw))
    width = len(sheet.columns)
    cells = dict(zip(sheet.columns, (*texts, *("",) * width)[:width], strict=True))
    return BadRow(file, line, row.raw, cells, texts[width:])


def _row_at(sheet: CsvSheet, line: int) -> CsvRow | None:
    return next((row for row in sheet.rows if row.line == line and line != sheet.broken_at), None)


def _sheet(file: str, data: bytes | None) -> CsvSheet:
    try:
        return parse(data or b"")
    except NotATable as refusal:
        raise SaveFailed(f"{file} can't be read: {refusal.reason}", "Nothing was changed.", "") from None


def _split_leniently(raw: str) -> tuple[str, ...]:
    """The cells of a row whose quotes are wrong, as a forgiving reader takes them."""
    rows = list(csv.reader([raw.rstrip("\r\n")], strict=False))
    return tuple(rows[0]) if rows else ()


def with_row(bad: BadRow, data: bytes | None, cells: Mapping[str, str] | None) -> bytes:
    """The file with that row made of these cells, or without it for None; every other row keeps its bytes.

    Raises ``SaveFailed``, with the reason, if the row is no longer there, if it still can't be read, or if its id is
    taken.
    """
    sheet = _sheet(bad.file, data)
    row = _row_at(sheet, bad.line)
    if row is None or row.raw != bad.raw:
        raise SaveFailed(f"Line {bad.line} of {bad.file} was changed in the meantime.", _KEPT, "Open it again.")
    if cells is not None:
        _refuse_unreadable(bad, cells)
        _refuse_taken(bad, read_table(MODELS[bad.file], FileContent(data)), cells)
        sheet = sheet.with_columns([name for name, text in cells.items() if text and name not in sheet.columns])
    new = () if cells is None else (sheet.row(cells),)
    place = next(place for place, each in enumerate(sheet.rows) if each.line == bad.line)
    return _encode(bad, replace(sheet, rows=(*sheet.rows[:place], *new, *sheet.rows[place + 1 :])))


def _refuse_unreadable(bad: BadRow, cells: Mapping[str, str]) -> None:
    model = MODELS[bad.file]
    try:
        model.from_cells(cells)
    except ValidationError as error:
        reason = f"The row still can't be read. {explain(model, cells, error)[1]}"
        raise SaveFailed(reason, _KEPT, "Correct that, and save again.") from error


def _refuse_taken(bad: BadRow, table: CsvTable, cells: Mapping[str, str]) -> None:
    key = tuple(cells.get(name, "") for name in table.model.key_fields)
    if key in table.positions:
        line = table.sheet.rows[table.positions[key]].line
        name = listed(table.model.key_fields)
        raise SaveFailed(f"The {name} {' '.join(key)} is already in line {line}.", _KEPT, "Give this row another.")


def _encode(bad: BadRow, sheet: CsvSheet) -> bytes:
    try:
        data = sheet.encode()
        again = parse(data)
    except (UnicodeEncodeError, NotATable) as error:
        raise SaveFailed("A cell holds a character that no CSV file can keep.", _KEPT, "Please take it out.") from error
    if [row.stored for row in again.rows] != [row.stored for row in sheet.rows]:
        raise SaveFailed(f"{bad.file} couldn't be saved as you typed it.", _KEPT, "Please correct it in an editor.")
    return data


def has_twin(bad: BadRow, data: bytes | None) -> bool:
    """Whether the very same row, cell by cell, is in the file and counts, so that this one adds nothing."""
    table = read_table(MODELS[bad.file], FileContent(data))
    return not bad.surplus and table.cells(bad.key) == dict(bad.cells)
