"""Rows to a table: the header found wherever it is, the rows under it, and nothing lost on the way."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from lib.exchange.importing.dates import date_from_serial, parse_written_date
from lib.exchange.importing.fields import HEADERS
from lib.exchange.importing.refusal import ImportRefused, SkippedRow
from lib.exchange.importing.sheet import MOST_COLUMNS, ImportLine, ImportSheet
from lib.words import folded

NO_HEADER: Final = 0
"""The line of a header that is not there."""
_HEADER_SEARCH_ROWS: Final = 25
"""How many of the first rows can be the header."""
_MOST_HEADERS_OFFERED: Final = 15
_LONGEST_HEADER: Final = 60


@dataclass(frozen=True)
class Grid:
    """A table: its columns, its rows, the rows that could not be read, and notes about it.

    ``header_line`` is the line of its header, ``NO_HEADER`` if there is none.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[ImportLine, ...]
    skipped: tuple[SkippedRow, ...] = ()
    remarks: tuple[str, ...] = ()
    header_line: int = 1
    sheet: ImportSheet | None = None

    def column(self, name: str) -> tuple[str, ...]:
        """All cells of one column."""
        at = self.header.index(name)
        return tuple([row.cells[at] for row in self.rows])

    def values_of(self, name: str) -> Iterator[str]:
        """The cells of one column that aren't empty, in order."""
        at = self.header.index(name)
        return (row.cells[at] for row in self.rows if row.cells[at])

    @property
    def size(self) -> int:
        """How many rows there are under the header, those that could not be read among them."""
        return len(self.rows) + len(self.skipped)

    @property
    def headers(self) -> tuple[ImportLine, ...]:
        """The rows that may be the header."""
        lines = self.sheet.lines if self.sheet else ()
        return tuple(line for line in lines[:_MOST_HEADERS_OFFERED] if sum(map(bool, line.cells)) > 1)

    def with_header(self, line: int) -> "Grid":
        """The same table with the row of that line for its header."""
        return self if self.sheet is None or line == self.header_line else grid(self.sheet, line=line)


@lru_cache(maxsize=5_000)  # a table asks for the key of a column in each of its rows
def header_key(header: str) -> str:
    """A column's name as it is compared: its letters and digits only, without case and accents."""
    return "".join(letter for letter in folded(header) if letter.isalnum())


def grid(sheet: ImportSheet, known_headers: tuple[frozenset[str], ...] = (), line: int | None = None) -> Grid:
    """The table in a sheet. ``known_headers`` are the columns of tools, which mark a header before anything else;
    ``line`` is the header that the person chose.

    Raises ``ImportRefused`` if there is no table in it.
    """
    at = _header_at(sheet.lines, known_headers) if line is None else _index_of_line(sheet.lines, line)
    head = sheet.lines[at].cells if at >= 0 else ()
    rows = sheet.lines[at + 1 :]
    width = max((_width(row.cells) for row in rows), default=0)
    groups = sheet.lines[at - 1].cells if at > 0 else ()
    names, remarks = _columns(head, width, groups)
    if at > 0:
        remarks.append(f"The names of its columns are in row {sheet.lines[at].number}. What is above is a title.")
    read, left = _rows_of_width(sheet.name, rows, len(names))
    return Grid(
        sheet.name,
        names,
        read,
        left,
        (*sheet.remarks, *remarks),
        sheet.lines[at].number if at >= 0 else NO_HEADER,
        sheet,
    )


def _index_of_line(lines: Sequence[ImportLine], number: int) -> int:
    return next((at for at, line in enumerate(lines) if line.number == number), -1)


def _header_at(lines: Sequence[ImportLine], known_headers: tuple[frozenset[str], ...]) -> int:
    """The place of the header: a tool's own, else the row with the most names that are known; -1 for none."""
    first = [(at, line.cells) for at, line in enumerate(lines[:_HEADER_SEARCH_ROWS])]
    for at, cells in first:
        keys = {header_key(cell) for cell in cells}
        if any(known <= keys for known in known_headers):
            return at
    best = max(first, key=lambda row: (_likeness(row[1]), -row[0]), default=None)
    if best and _likeness(best[1]) >= 1:
        return best[0]
    wide = next((at for at, cells in first if sum(map(bool, cells)) > 1), None)
    if wide is None:
        raise ImportRefused("No table was found in it: no row has two columns.")
    return wide - 1 if _is_data(first[wide][1]) and wide == 0 else wide


def _likeness(cells: Sequence[str]) -> float:
    """How much a row looks like a header: its known names, less what looks like a value."""
    filled = [cell for cell in cells if cell]
    known = len({key for cell in filled if len(cell) <= _LONGEST_HEADER and (key := header_key(cell)) in HEADERS})
    values = sum(map(_is_value, filled))
    return known - 2 * values if len(filled) > 1 and (known > 1 or 2 * known >= len(filled)) else 0


def _is_value(cell: str) -> bool:
    is_link = re.match(r"https?://|\S+@\S+\.\S+$", cell) is not None
    return (
        is_link
        or date_from_serial(cell, "1900") is not None
        or parse_written_date(cell, "dmy") is not None
        or len(cell) > 200
    )


def _is_data(cells: Sequence[str]) -> bool:
    return any(map(_is_value, filter(None, cells)))


def _width(cells: Sequence[str]) -> int:
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1]), 0)


def _columns(head: Sequence[str], width: int, groups: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The columns' names. Two of one name are told apart by the headings above them, else by a number."""
    count = max(_width(head), width)
    if count > MOST_COLUMNS:
        raise ImportRefused(
            f"It has {count} columns; {MOST_COLUMNS} are the most that is read. Take out those that you don't need."
        )
    cells = [" ".join(cell.split()) for cell in (*head, *[""] * (count - len(head)))][:count]
    cells, remarks = _disambiguate(cells, groups)
    names: list[str] = []
    for at, cell in enumerate(cells, start=1):
        name, again = cell or f"(column {at})", 2
        if name in names:
            while f"{name} ({again})" in names:
                again += 1
            remarks.append(f"Two of its columns are called '{name}'; the later one is shown as '{name} ({again})'.")
            name = f"{name} ({again})"
        names.append(name)
    return tuple(names), remarks


def _disambiguate(cells: list[str], groups: Sequence[str]) -> tuple[list[str], list[str]]:
    """Equal names with the heading of their group before them, if a row of such headings is above."""
    twice = {name for name, count in Counter(cells).items() if name and count > 1}
    if not twice or not any(groups):
        return cells, []
    spread: list[str] = []
    for at in range(len(cells)):
        group = groups[at] if at < len(groups) else ""
        spread.append(group or (spread[-1] if spread else ""))
    named = [f"{group} {cell}" if cell in twice and group else cell for cell, group in zip(cells, spread, strict=True)]
    return named, []


def _rows_of_width(
    name: str, lines: Sequence[ImportLine], width: int
) -> tuple[tuple[ImportLine, ...], tuple[SkippedRow, ...]]:
    """The rows as wide as the table, and those that could not be read. Cells that are not there are empty."""
    rows, left = [], []
    for line in lines:
        if line.fault:
            left.append(SkippedRow(name, line.number, line.fault))
        else:
            cells = line.cells[:width]
            rows.append(replace(line, cells=(*cells, *("",) * (width - len(cells)))))
    return tuple(rows), tuple(left)
