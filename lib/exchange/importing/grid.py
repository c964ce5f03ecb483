"""Text to rows under a header, whatever sets the cells apart, each row with its line."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lib.exchange.importing.refusal import Left, Refused
from lib.store.codec import lines_of, records

MOST_ROWS = 50_000
MOST_COLUMNS = 300
_MARKS = {",": "", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_SAMPLE = 30
_PREAMBLE = 12
"""In so many first rows the header is looked for."""


@dataclass(frozen=True)
class Line:
    """A row: the line in the file on which it begins, and its cells as many as there are columns."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table: its columns, its rows, the rows that could not be read, and what is to be said of it."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Line, ...]
    left: tuple[Left, ...] = ()
    remarks: tuple[str, ...] = ()

    def column(self, name: str) -> tuple[str, ...]:
        """All cells of one column."""
        at = self.header.index(name)
        return tuple(row.cells[at] for row in self.rows)


def header_key(header: str) -> str:
    """A column's name as it is compared: its letters and digits only, case folded."""
    return "".join(letter for letter in header.casefold() if letter.isalnum())


def grid(name: str, text: str, known_headers: tuple[frozenset[str], ...] = (), remark: str = "") -> Grid:
    """The table in a text. ``known_headers`` are the columns by which a header is known that does not come first.

    Raises ``Refused`` where there is no table in it.
    """
    text, mark = _without_sep_line(text)
    lines = lines_of(text)
    mark = mark or _delimiter(lines)
    found = list(_rows(lines, mark))
    at = _header_at(found, known_headers)
    header, remarks = _columns(found[at][1])
    told = [remark, f"Its cells are set apart by {_MARKS.get(mark, mark)}." if _MARKS.get(mark, mark) else "", *remarks]
    rows, left = _checked(name, found[at + 1 :], len(header))
    return Grid(name, header, rows, left, tuple(part for part in told if part))


def _without_sep_line(text: str) -> tuple[str, str]:
    """Excel's own first line, ``sep=;``, taken off; the character that it names."""
    found = re.match(r"\ufeff?\"?sep=(.)\"?[ \t]*(?:\r\n|\n|\r)", text, re.IGNORECASE)
    return ("\n" + text[found.end() :], found[1]) if found else (text, "")


def _delimiter(lines: list[str]) -> str:
    """The mark that gives the most rows of one width, and the wider where two do."""
    scores = {}
    for mark in _MARKS:
        widths = Counter(len(cells) for _, cells, fault in _rows(lines[:_SAMPLE], mark) if len(cells) > 1)
        scores[mark] = max(((count, width) for width, count in widths.items()), default=(0, 0))
    best = max(scores, key=lambda mark: scores[mark])
    return best if scores[best][0] else ","


Found = tuple[int, tuple[str, ...], str]


def _rows(lines: list[str], mark: str) -> Iterator[Found]:
    """Line, cells and fault of each row that is not blank."""
    for row in records(lines, mark):
        cells = tuple(cell.strip() for cell in row.stored)
        if row.fault:
            yield row.line, (), _fault(len(lines_of(row.raw)))
        elif any(cells):
            yield row.line, cells, ""


def _fault(lines: int) -> str:
    if lines > 1:
        return f"A quote in this row is not closed, so that {lines} lines from here on cannot be told apart."
    return "A quote in this row is not closed, or stands in the wrong place."


def _header_at(found: list[Found], known_headers: tuple[frozenset[str], ...]) -> int:
    for at, (_, cells, _) in enumerate(found[:_PREAMBLE]):
        keys = {header_key(cell) for cell in cells}
        if any(known <= keys for known in known_headers):
            return at
    first = next((at for at, (_, cells, _) in enumerate(found[:_PREAMBLE]) if sum(map(bool, cells)) > 1), None)
    if first is None:
        raise Refused("No table was found in it: no row has two columns.")
    return first


def _columns(cells: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    if len(cells) > MOST_COLUMNS:
        raise Refused(f"It has {len(cells)} columns; {MOST_COLUMNS} are the most that is read.")
    names: list[str] = []
    remarks = []
    for at, cell in enumerate(cells, start=1):
        name, again = cell or f"(column {at})", 2
        if name in names:
            while f"{name} ({again})" in names:
                again += 1
            remarks.append(f"Two of its columns are called '{name}'; the later one is shown as '{name} ({again})'.")
            name = f"{name} ({again})"
        names.append(name)
    return tuple(names), remarks


def _checked(name: str, found: list[Found], width: int) -> tuple[tuple[Line, ...], tuple[Left, ...]]:
    if len(found) > MOST_ROWS:
        raise Refused(f"It has {len(found):,} rows; {MOST_ROWS:,} are the most that is read. Split it.")
    rows, left = [], []
    for number, cells, fault in found:
        fitting = cells[:width] if not any(cells[width:]) else cells
        if fault:
            left.append(Left(name, number, fault))
        elif len(fitting) != width:
            reason = f"The row has {len(cells)} cells where the header has {width}."
            left.append(Left(name, number, reason, ", ".join(filter(None, cells))[:120]))
        else:
            rows.append(Line(number, fitting))
    return tuple(rows), tuple(left)
