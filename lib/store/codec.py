"""Bytes of a CSV file to a sheet of rows and back, such that untouched rows keep their bytes."""

import csv
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter, is_, methodcaller

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # a cell may hold 100,000 characters and more

BOM = b"\xef\xbb\xbf"
NEWLINE = "\r\n"

_BLANK = re.compile(rb"(?:\xef\xbb\xbf)?\s*\Z")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_SUSPECT = frozenset("'=+-@\t\r")
"""What a guarded text begins with: looking at one character first makes reading and writing of many rows faster."""
_RAW, _ENDS_A_LINE = attrgetter("raw"), methodcaller("endswith", ("\n", "\r"))
_BLOCK = 256
_MERGE_MARKERS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class NotATable(Exception):
    """The bytes are not a CSV file that can be read without guessing; ``reason`` is a sentence."""

    def __init__(self, reason: str, line: int | None = None, column: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.line, self.column = reason, line, column


@dataclass(frozen=True)
class CsvRow:
    """A row with its exact text. ``stored`` are its cells as in the file; ``fault`` why there are none."""

    raw: str
    line: int
    stored: tuple[str, ...] = ()
    fault: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing at all."""
        return not self.fault and not any(self.stored)

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells as they were meant, without the guard against formulas."""
        return tuple(unguard(cell) for cell in self.stored) if "'" in self.raw else self.stored


@dataclass(frozen=True)
class CsvSheet:
    """A file as rows. ``broken_at`` is the line of an unclosed quote, after which nothing can be read. ``read_from``
    are the bytes that it was read from, or that the sheet was which it was made of."""

    columns: tuple[str, ...]
    head: str
    rows: tuple[CsvRow, ...] = ()
    bom: bool = True
    newline: str = NEWLINE
    broken_at: int | None = None
    read_from: bytes = field(default=b"", repr=False, compare=False)

    @classmethod
    def new(cls, columns: Sequence[str]) -> "CsvSheet":
        """An empty sheet as Afterword writes one: UTF-8 with BOM, every cell quoted."""
        return cls(tuple(columns), _line_of(columns, NEWLINE))

    def cells(self, row: CsvRow) -> dict[str, str]:
        """The texts of a row of the right width, by column."""
        return dict(zip(self.columns, row.texts, strict=True))

    def row(self, cells: Mapping[str, str], was: CsvRow | None = None) -> CsvRow:
        """A row of these cells; what equals ``was`` keeps its bytes."""
        if was is None:
            fresh = tuple(guard(cells.get(column, "")) for column in self.columns)
            return CsvRow(_line_of(fresh, self.newline), 0, fresh)
        stored = tuple(
            cell if unguard(cell) == text else guard(text)
            for cell, text in zip(was.stored, (cells.get(column, "") for column in self.columns), strict=True)
        )
        return CsvRow(_line_of(stored, self.newline), was.line, stored)

    def with_columns(self, added: Sequence[str]) -> "CsvSheet":
        """The sheet with columns added at its end, empty in every row."""
        if not added:
            return self
        head = _with_cells(self.head, ",".join(_quote(name) for name in added))
        return replace(
            self, columns=(*self.columns, *added), head=head, rows=tuple(_wider(row, len(added)) for row in self.rows)
        )

    def encode(self, was: "CsvSheet | None" = None) -> bytes:
        """The file's bytes. Raises ``UnicodeEncodeError`` for text that UTF-8 cannot hold.

        ``was`` is the sheet that it was made of, as it was read: where rows were only added, its bytes are kept.
        """
        if was and self._continues(was):
            return was.read_from + self._text(self.rows[len(was.rows) :]).encode("utf-8")
        return (BOM if self.bom else b"") + self._text((CsvRow(self.head, 1), *self.rows)).encode("utf-8")

    def _continues(self, was: "CsvSheet") -> bool:
        is_longer = len(self.rows) >= len(was.rows) and all(map(is_, self.rows, was.rows))
        return is_longer and self.head == was.head and self.bom == was.bom and was.read_from.endswith(b"\n")

    def _text(self, rows: Sequence[CsvRow]) -> str:
        pieces = [*map(_RAW, rows)]
        if not all(map(_ENDS_A_LINE, pieces[:-1])):
            pieces[:-1] = [piece if _ENDS_A_LINE(piece) else piece + self.newline for piece in pieces[:-1]]
        return "".join(pieces)


def guard(text: str) -> str:
    """The text as a spreadsheet will not take it for a formula; exact for every text with ``unguard``."""
    return "'" + text if text[:1] in _SUSPECT and _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """The text in a guarded cell."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


def parse(data: bytes, known: CsvSheet | None = None) -> CsvSheet:
    """The sheet that a file's bytes are. Raises ``NotATable`` if reading it would be guessing.

    ``known`` is an earlier state of the file: unchanged rows at its beginning and end are not read again, so one new
    row costs one row.
    """
    sheet = _parse_appended(data, known) if known else None
    if sheet is None:
        text = _decode(data)
        sheet = (_read_on(text, known) if known else None) or _read(text)
    return replace(sheet, bom=data.startswith(BOM), read_from=data)


def _read(text: str) -> CsvSheet:
    found = list(records(lines_of(text)))
    if not found or found[0].is_blank:
        raise NotATable("It is empty: not even the line with the column names is there.")
    head, rows = found[0], tuple(found[1:])
    columns = _columns(head)
    _refuse_merge_markers(text, rows)
    rows, broken_at = _up_to_the_block(rows)
    return CsvSheet(columns, head.raw, _of_width(rows, len(columns)), newline=_ending(head.raw), broken_at=broken_at)


def _parse_appended(data: bytes, known: CsvSheet) -> CsvSheet | None:
    """The sheet, if nothing but rows was added at its end; else None."""
    was = known.read_from
    if known.broken_at is not None or not was.endswith(b"\n") or not data.startswith(was):
        return None
    try:
        new = _new_rows(data[len(was) :].decode("utf-8"), known, known.rows)
    except UnicodeDecodeError:
        return None
    return None if new is None else replace(known, rows=(*known.rows, *new))


def _new_rows(text: str, known: CsvSheet, before: Sequence[CsvRow]) -> tuple[CsvRow, ...] | None:
    """The rows of a text that follows on those; None if it can't be read by itself."""
    new = list(records(lines_of(text)))
    if any(row.fault for row in new) or "\0" in text:
        return None  # a quote that is not closed would reach into the rows behind
    _refuse_merge_markers(text, new)
    line = _line_behind(known.head, before)
    return _of_width([replace(row, line=row.line + line - 1) for row in new], len(known.columns))


def _read_on(text: str, known: CsvSheet) -> CsvSheet | None:
    """The sheet, with unchanged rows taken from ``known``; None if all must be read."""
    if known.broken_at is not None or not text.startswith(known.head) or not _parts_rows(text, len(known.head)):
        return None
    first, start = _same_at_the_beginning(text, known)
    last, end = _same_at_the_end(text, start, known.rows[first:])
    new = _new_rows(text[start:end], known, known.rows[:first])
    if new is None:
        return None
    rows = (*known.rows[:first], *new)
    kept = known.rows[len(known.rows) - last :]
    return replace(known, rows=(*rows, *_from_line(_line_behind(known.head, rows), kept)))


def _same_at_the_beginning(text: str, known: CsvSheet) -> tuple[int, int]:
    """How many rows at the beginning are unchanged, and where the text after them starts."""
    count, start = 0, len(known.head)
    for piece in _blocks(known.rows):
        if not text.startswith(piece, start):
            break
        count, start = count + _BLOCK, start + len(piece)
    for row in known.rows[count:]:
        if not text.startswith(row.raw, start):
            break
        count, start = count + 1, start + len(row.raw)
    while count and not _parts_rows(text, start):
        count, start = count - 1, start - len(known.rows[count - 1].raw)
    return count, start


def _blocks(rows: Sequence[CsvRow]) -> Iterator[str]:
    """The texts of many whole rows together: these are compared at once."""
    for at in range(0, len(rows) - _BLOCK + 1, _BLOCK):
        yield "".join(map(_RAW, rows[at : at + _BLOCK]))


def _same_at_the_end(text: str, start: int, rows: Sequence[CsvRow]) -> tuple[int, int]:
    """How many rows at the end are unchanged, after ``start``, and where the text before them ends."""
    count, end = 0, len(text)
    for row in reversed(rows):
        if not text.endswith(row.raw, start, end):
            break
        count, end = count + 1, end - len(row.raw)
    while count and not _parts_rows(text, end):
        count, end = count - 1, end + len(rows[len(rows) - count].raw)
    return count, end


def _parts_rows(text: str, at: int) -> bool:
    """Whether a line ends right before this place."""
    return at == len(text) or text[at - 1] == "\n" or (text[at - 1] == "\r" and text[at] != "\n")


def _line_behind(head: str, rows: Sequence[CsvRow]) -> int:
    """The number of the line that follows."""
    last = rows[-1] if rows else CsvRow(head, 1)
    return last.line + len(lines_of(last.raw))


def _from_line(line: int, rows: tuple[CsvRow, ...]) -> tuple[CsvRow, ...]:
    """The rows, with the first of them in that line."""
    moved = line - rows[0].line if rows else 0
    return tuple([CsvRow(row.raw, row.line + moved, row.stored, row.fault) for row in rows]) if moved else rows


def _decode(data: bytes) -> str:
    if _BLANK.match(data):
        raise NotATable("It is empty: not even the line with the column names is there.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotATable("It is in UTF-16, not in UTF-8. Save it again as 'CSV UTF-8'.")
    if b"\0" in data:
        raise NotATable("It holds NUL characters, so it is damaged or not a text file.", _line_number(data, b"\0"))
    try:
        return str(memoryview(data)[len(BOM) if data.startswith(BOM) else 0 :], "utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotATable(
            "It is not in UTF-8; a spreadsheet probably saved it in an older encoding. Save it again as 'CSV UTF-8'.",
            line,
        ) from error


def _line_number(data: bytes, mark: bytes) -> int:
    return data[: data.index(mark)].count(b"\n") + 1


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its end; only a line feed or a carriage return ends one."""
    return _LINE.findall(text)


def records(lines: Sequence[str], delimiter: str = ",") -> Iterator[CsvRow]:
    """The rows that lines are, strictly read; an unclosed or misplaced quote is a row with a fault."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 0
    while start < len(lines):
        fault, cells = "", []
        try:
            cells = next(reader)
        except csv.Error as error:
            fault = str(error)
        end = reader.line_num
        yield CsvRow(lines[start] if end == start + 1 else "".join(lines[start:end]), start + 1, tuple(cells), fault)
        start = end


def _columns(head: CsvRow) -> tuple[str, ...]:
    if head.fault:
        raise NotATable("A quote in the line with the column names is not closed.", head.line)
    names = tuple(name.strip() for name in head.texts)
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        mark = "semicolons" if ";" in names[0] else "tabs"
        raise NotATable(f"Its cells are separated by {mark}, not by commas. Save it again with commas.", head.line)
    double = next((name for at, name in enumerate(names) if name and name in names[:at]), None)
    if double is not None:
        raise NotATable(f"Two of its columns are called '{double}'.", head.line, double)
    return tuple(name or f"(column {at})" for at, name in enumerate(names, start=1))


def _refuse_merge_markers(text: str, rows: Sequence[CsvRow]) -> None:
    for row in rows if any(marker in text for marker in _MERGE_MARKERS) else ():
        if row.raw.startswith(_MERGE_MARKERS):
            raise NotATable("It holds the marks of a merge that was not finished (<<<<<<<).", row.line)


def _up_to_the_block(rows: tuple[CsvRow, ...]) -> tuple[tuple[CsvRow, ...], int | None]:
    """From an unclosed quote on, all rows as one, since any of them may be half of another."""
    for place, row in enumerate(rows):
        if row.fault and _hides_rows(row):
            block = CsvRow("".join(rest.raw for rest in rows[place:]), row.line, fault=row.fault)
            return (*rows[:place], block), row.line
    return rows, None


def _hides_rows(row: CsvRow) -> bool:
    return len(_LINE.findall(row.raw)) > 1 or "end of data" in row.fault


def _of_width(rows: Sequence[CsvRow], width: int) -> tuple[CsvRow, ...]:
    return tuple([row if len(row.stored) == width and not row.fault else _faulty(row, width) for row in rows])


def _faulty(row: CsvRow, width: int) -> CsvRow:
    if row.fault:
        return replace(row, stored=(), fault="A quote in this row isn't closed, or is in the wrong place.")
    if row.is_blank:
        return row
    return replace(row, fault=f"The row has {len(row.stored)} cells where the file has {width} columns.")


def _wider(row: CsvRow, count: int) -> CsvRow:
    if not row.stored:
        return row
    cells = ",".join(['""'] * count)
    return replace(row, raw=_with_cells(row.raw, cells), stored=(*row.stored, *("",) * count))


def _with_cells(raw: str, cells: str) -> str:
    ending = _ending(raw, none="")
    return raw.removesuffix(ending) + "," + cells + ending


def _ending(raw: str, none: str = NEWLINE) -> str:
    return next((mark for mark in ("\r\n", "\n", "\r") if raw.endswith(mark)), none)


def _line_of(cells: Sequence[str], newline: str) -> str:
    return ",".join(_quote(cell) for cell in cells) + newline


def _quote(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'
