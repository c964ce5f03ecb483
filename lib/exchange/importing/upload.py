"""What a person hands over, files or archives of them, opened as tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from lib.english import counted
from lib.exchange.importing.archive import members
from lib.exchange.importing.decoding import decode
from lib.exchange.importing.grid import Grid, grid
from lib.exchange.importing.own_files import own_headers, own_model
from lib.exchange.importing.refusal import ImportRefused, SkippedRow
from lib.exchange.importing.sheet import ImportSheet, sheet_of_text
from lib.exchange.importing.spreadsheet import is_spreadsheet, sheets_of
from lib.exchange.importing.tools import KNOWN_HEADERS, TABLES, recognised
from lib.exchange.zip_reading import looks_zipped

_RANK_OF_UNKNOWN = 1 + max(table.rank for table in TABLES)
_KNOWN = (*KNOWN_HEADERS, *own_headers())


@dataclass(frozen=True)
class Upload:
    """The tables found, what was refused and why, and remarks on what was left alone. ``digest`` names the bytes."""

    digest: str
    tables: tuple[Grid, ...]
    refused: tuple[SkippedRow, ...] = ()
    remarks: tuple[str, ...] = ()


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """A name for these files: the same for the same names and bytes."""
    content = sha256()
    for name, data in files:
        content.update(f"{name}|{sha256(data).hexdigest()}\n".encode("utf-8", "surrogatepass"))
    return content.hexdigest()[:20]


def opened(files: Iterable[tuple[str, bytes]]) -> Upload:
    """All tables in the files, those of archives included. Nothing raises: what cannot be taken is reported."""
    uploaded = tuple(files)
    tables: list[Grid] = []
    refused: list[SkippedRow] = []
    remarks: list[str] = []
    taken: set[str] = set()
    for name, data in uploaded:
        parts = [(name, data)]
        if looks_zipped(data) and not is_spreadsheet(name, data):
            parts = _parts(name, data, refused, remarks)
        for called, content in parts:
            part = _told_apart(called, taken)
            taken.add(part)
            try:
                tables.extend(_tables(part, content))
                taken.update(table.name for table in tables)
            except ImportRefused as refusal:
                refused.append(SkippedRow(part, 0, refusal.reason))
    return Upload(digest_of(uploaded), tuple(sorted(tables, key=_order)), tuple(refused), tuple(remarks))


def _told_apart(name: str, taken: set[str]) -> str:
    """The name, with a number where another file or table has it: rows are known by file and line."""
    fresh, again = name, 2
    while fresh in taken:
        fresh, again = f"{name} ({again})", again + 1
    return fresh


def _parts(name: str, data: bytes, refused: list[SkippedRow], remarks: list[str]) -> list[tuple[str, bytes]]:
    try:
        found, left, others = members(name, data)
    except ImportRefused as refusal:
        refused.append(SkippedRow(name, 0, refusal.reason))
        return []
    refused.extend(left)
    if not found and not left:
        refused.append(SkippedRow(name, 0, "There is no CSV file in it."))
    if others and found:
        remarks.append(f"{name}: {counted(others, 'other file')} in the archive left alone.")
    return [(part.name, part.data) for part in found]


def _tables(name: str, data: bytes) -> list[Grid]:
    """The tables of one file: of a spreadsheet each sheet that holds one, of a text the one that it is."""
    if is_spreadsheet(name, data):
        return _of_sheets(sheets_of(name, data))
    text, remark = decode(data)
    table = grid(sheet_of_text(name, text, remark), _KNOWN)
    if own_model(table):  # every cell as it is there: a note may be 'none'
        table = grid(sheet_of_text(name, text, remark, tidied=False), _KNOWN)
    return [table]


def _of_sheets(sheets: Sequence[ImportSheet]) -> list[Grid]:
    """The tables in the sheets; one without a table is passed over where another has one."""
    found: list[Grid] = []
    reasons: list[ImportRefused] = []
    for sheet in sheets:
        try:
            found.append(grid(replace(sheet, is_further=bool(found)), _KNOWN))
        except ImportRefused as refusal:
            reasons.append(refusal)
    if not found:
        raise reasons[0]
    return found


def _order(table: Grid) -> tuple[int, str]:
    """What was applied for before what was only saved, and people before interviews, so that the fuller row counts."""
    tool = recognised(table)
    return (tool.rank if tool else _RANK_OF_UNKNOWN, table.name)
