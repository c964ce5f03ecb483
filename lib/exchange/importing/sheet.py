"""What a file holds before it is known which of its rows is the header: numbered rows of cells."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lib.exchange.importing.plain_text import strip_invisible
from lib.exchange.importing.refusal import ImportRefused
from lib.store.codec import lines_of, records

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 150
MOST_OF_A_CELL: Final = 100_000
"""Characters."""
_MARKS: Final = {",": "", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_SAMPLE: Final = 30


@dataclass(frozen=True)
class ImportLine:
    """A row: the line in the file on which it begins, and its cells. ``fault`` is why it has none."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True)
class ImportSheet:
    """The rows of a file that are not blank, and notes on how they were read.

    ``is_further`` is one that is offered beside another: a second sheet of a spreadsheet.
    """

    name: str
    lines: tuple[ImportLine, ...]
    remarks: tuple[str, ...] = ()
    is_further: bool = False


def sheet_of_text(name: str, text: str, remark: str = "", *, tidied: bool = True) -> ImportSheet:
    """The rows of a text, whatever sets its cells apart. Raises ``ImportRefused`` for more than can be read."""
    text, mark = _without_sep_line(text)
    lines = lines_of(text)
    mark = mark or _delimiter(lines)
    remarks = [remark, f"Its cells are set apart by {_MARKS.get(mark, mark)}." if _MARKS.get(mark, mark) else ""]
    return sheet_of_rows(name, _rows(lines, mark), tuple(part for part in remarks if part), tidied=tidied)


def sheet_of_rows(
    name: str, rows: Iterator[ImportLine], remarks: tuple[str, ...] = (), *, tidied: bool = True
) -> ImportSheet:
    """The rows that aren't blank, with their cells ``tidied``. Raises ``ImportRefused`` for too many as it counts."""
    lines: list[ImportLine] = []
    cut = 0
    for row in rows:
        cut += sum(len(cell) > MOST_OF_A_CELL for cell in row.cells)
        cells = tuple(
            [strip_invisible(cell[:MOST_OF_A_CELL]) if tidied else cell[:MOST_OF_A_CELL] for cell in row.cells]
        )
        if row.fault or any(cells):
            lines.append(ImportLine(row.number, cells, row.fault))
        if len(lines) > MOST_ROWS:
            raise ImportRefused(f"It has more than {MOST_ROWS:,} rows, the most that is read. Split it.")
    if cut:
        what = "1 cell was" if cut == 1 else f"{cut} cells were"
        remarks = (*remarks, f"{what} longer than {MOST_OF_A_CELL:,} characters. The rest of it is left out.")
    return ImportSheet(name, tuple(lines), remarks)


def _without_sep_line(text: str) -> tuple[str, str]:
    """Excel's own first line, ``sep=;``, taken off; the character that it names."""
    found = re.match(r"\ufeff?\"?sep=(.)\"?[ \t]*(?:\r\n|\n|\r)", text, re.IGNORECASE)
    return ("\n" + text[found.end() :], found[1]) if found else (text, "")


def _delimiter(lines: list[str]) -> str:
    """The mark that gives the most rows of one width, and the wider if two do."""
    scores = {}
    for mark in _MARKS:
        rows = islice(_rows(lines[:_SAMPLE], mark), _SAMPLE)
        widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
        scores[mark] = max(((count, width) for width, count in widths.items()), default=(0, 0))
    best = max(scores, key=lambda mark: scores[mark])
    return best if scores[best][0] else ","


def _rows(lines: list[str], mark: str) -> Iterator[ImportLine]:
    has_bars = mark == "|" and all(_has_bars(line) for line in lines[:_SAMPLE] if line.strip())
    for row in records(lines, mark):
        if row.fault:
            yield ImportLine(row.line, (), _fault(len(lines_of(row.raw))))
        elif any(row.stored) and not (has_bars and _is_rule(row.stored)):
            yield ImportLine(row.line, row.stored[1:-1] if has_bars else row.stored)


def _has_bars(line: str) -> bool:
    """Whether a line has a bar at either end, as each does in a table of Markdown."""
    return line.strip()[:1] == line.strip()[-1:] == "|"


def _fault(lines: int) -> str:
    if lines > 1:
        return f"A quote in this row is not closed, so that {lines} lines from here on cannot be told apart."
    return "A quotation mark in this row isn't closed, or is in the wrong place."


def _is_rule(cells: tuple[str, ...]) -> bool:
    """The line below the header of a Markdown table."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(re.fullmatch(r":?-{2,}:?", cell) for cell in filled)
