"""Spreadsheets as they are (.xlsx, .ods): their sheets as rows of text, looked through before they are unpacked."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, ZipError

from lib.exchange.importing.refusal import MEGABYTE, ImportRefused
from lib.exchange.importing.sheet import MOST_ROWS, ImportLine, ImportSheet, sheet_of_rows
from lib.exchange.zip_reading import RefusedZip, ZipLimits, read_zip

MOST_SHEETS: Final = 10
MOST_CELLS: Final = 2_000_000
"""The most cells between a sheet's first and last one: they are all held in memory while it is read."""
MOST_TEXT: Final = 100 * MEGABYTE
"""So long may all texts of a sheet be together: a text that many cells share is held once for each of them."""
_LIMITS: Final = ZipLimits(members=2_000, file_bytes=60 * MEGABYTE, all_bytes=100 * MEGABYTE, ratio=200)
_XLSX, _ODS = "[Content_Types].xml", "content.xml"
_LOCKED: Final = "It's locked with a password. Save a copy without one, and bring that in."
_BROKEN: Final = "It's damaged, or no spreadsheet that can be read. Save it again there, or as 'CSV UTF-8'."
_LARGE: Final = f"It unpacks to more than {_LIMITS.file_bytes // MEGABYTE} MB. Save the sheet that you need as CSV."
_WIDE: Final = f"Its cells reach too far ({MOST_CELLS:,} are the most). Copy only the table into a new sheet."
_OLD: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_REASONS: Final = {"locked": _LOCKED, "ratio": _LARGE, "large": _LARGE, "members": _LARGE}
_CELL: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_ROW: Final = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["'](\d{1,7})["']""")
_SHARED: Final = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\st\s*=\s*["']s["'][^>]*>(?:<(?:\w+:)?f\b.*?</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)?\s*<(?:\w+:)?v>(\d{1,7})<"""
)
_IS_SHARED: Final = re.compile(rb"""\st\s*=\s*["']s["']""")
_TEXT: Final = re.compile(rb"<(?:\w+:)?si\b")
_REPEATED: Final = re.compile(
    rb"""<table:(table-row|table-cell|covered-table-cell)\b([^>]*?)(/?)>|</table:table-row>|<table:table\b""", re.DOTALL
)
_COLUMNS: Final = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d+)["']""")
_ROWS: Final = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d+)["']""")


def is_spreadsheet(name: str, data: bytes) -> bool:
    """Whether bytes are one of an office's files rather than a zip of tables or a text."""
    if data.startswith(_OLD):
        return True
    return data.startswith(b"PK\x03\x04") and (
        b"[Content_Types].xml" in data[:4000]
        or b"opendocument.spreadsheet" in data[:200]
        or name.casefold().endswith((".xlsx", ".xlsm", ".ods"))
    )


def sheets_of(name: str, data: bytes) -> tuple[ImportSheet, ...]:
    """The sheets that hold anything, in order. Raises ``ImportRefused`` before anything large is unpacked."""
    if data.startswith(_OLD):
        raise ImportRefused(
            _LOCKED if _ENCRYPTED in data else "It's an old Excel file. Save it there as .xlsx or as CSV."
        )
    _look_through(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return _sheets(name, book)
    except PasswordError:
        raise ImportRefused(_LOCKED) from None
    except (CalamineError, ZipError, OSError, ValueError, OverflowError):
        raise ImportRefused(_BROKEN) from None


def _sheets(name: str, book: CalamineWorkbook) -> tuple[ImportSheet, ...]:
    found: list[ImportSheet] = []
    for title in book.sheet_names[:MOST_SHEETS]:
        sheet = book.get_sheet_by_name(title)
        rows = sheet_of_rows(f"{name}, {title}" if len(book.sheet_names) > 1 else name, _lines(sheet))
        if rows.lines:
            found.append(rows)
    if not found:
        raise ImportRefused("It is empty.")
    return tuple(found)


def _lines(sheet: CalamineSheet) -> Iterator[ImportLine]:
    """The rows as text, with merged cells repeated in each of their rows."""
    cells = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left == right and top < len(cells) and left < len(cells[top]):
            for row in cells[top + 1 : bottom + 1]:
                row[left] = row[left] or cells[top][left]
    for number, row in enumerate(cells, start=1):
        yield ImportLine(number, tuple(row))


def _text(cell: object) -> str:
    """A cell as a person would have typed it."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}" if cell.time() != time() else f"{cell:%Y-%m-%d}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return "" if cell is None else str(cell)


def _look_through(data: bytes) -> None:
    """Refuse what would need too much memory, by the sizes that the zip names, by counting while unpacking, and by how
    far the cells reach. Each part is read alone, and dropped."""
    names: list[str] = []

    def noted(every: tuple[str, ...]) -> Sequence[str]:
        names.extend(every)
        return ()

    try:
        read_zip(data, noted, _LIMITS)
        parts = [name for name in names if name.endswith((".xml", ".rels"))]
        read_zip(data, lambda _: [name for name in parts if not _is_table(name)], _LIMITS)
        lengths = [
            length for name in parts if name.endswith("sharedStrings.xml") for length in _lengths(_part(data, name))
        ]
        for name in parts:
            if _is_table(name):
                _refuse_reach(_part(data, name), lengths)
            elif name == _ODS:
                _refuse_repeats(_part(data, name))
    except RefusedZip as refusal:
        raise ImportRefused(_REASONS.get(refusal.why, _BROKEN)) from refusal


def _is_table(name: str) -> bool:
    return "/worksheets/" in name and name.endswith(".xml")


def _part(data: bytes, name: str) -> bytes:
    return read_zip(data, lambda _: [name], _LIMITS).files[name]


def _lengths(part: bytes) -> list[int]:
    """How long each shared text is, with its markup: never less than the text."""
    places = [*(found.start() for found in _TEXT.finditer(part)), len(part)]
    return [end - start for start, end in pairwise(places)]


def _refuse_reach(part: bytes, lengths: list[int]) -> None:
    """Refuse a sheet whose cells are so far apart, or share such long texts, that memory would not hold them."""
    if b"\0" in part:
        raise ImportRefused(_BROKEN)
    columns = [_column(found[1]) for found in _CELL.finditer(part)]
    rows = [int(found[2]) for found in _CELL.finditer(part)] + [int(found[1]) for found in _ROW.finditer(part)]
    if max(columns, default=1) * max(rows, default=1) > MOST_CELLS:
        raise ImportRefused(_WIDE)
    shared = [int(found[1]) for found in _SHARED.finditer(part)]
    hidden = max(0, len(_IS_SHARED.findall(part)) - len(shared))
    together = sum(lengths[at] for at in shared if at < len(lengths)) + hidden * max(lengths, default=0)
    if together > MOST_TEXT:
        raise ImportRefused(_WIDE)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _refuse_repeats(part: bytes) -> None:
    """Refuse a sheet in which a cell with content is repeated more often than a table would."""
    rows = columns = cells = 1
    for found in _REPEATED.finditer(part):
        kind, attributes, is_closed = found[1], found[2] or b"", found[3]
        if kind == b"table-row":
            rows, columns = _times(_ROWS, attributes), 0
        elif kind and is_closed and b"value" not in attributes:
            columns += _times(_COLUMNS, attributes)  # empty: it only moves what follows
        elif kind:
            columns += _times(_COLUMNS, attributes)
            cells += rows * columns
            if rows > MOST_ROWS or cells > 20 * MOST_CELLS or columns > 20_000:
                raise ImportRefused(_WIDE)


def _times(repeated: re.Pattern[bytes], attributes: bytes) -> int:
    found = repeated.search(attributes)
    return int(found[1][:8]) if found else 1
