"""A change as edits of single rows: what was there, and what will be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lib.records.record import Key, Record
from lib.records.setting import SCHEMA_VERSION, Setting
from lib.store.codec import CsvRow, CsvSheet, NotATable, parse
from lib.store.errors import Conflict, ConflictRow, RowUnreadable, SaveFailed
from lib.store.tables import MODELS, CsvTable, Tables

RowId = tuple[str, Key]

_VERSION: Key = ("schema_version",)


@dataclass(frozen=True)
class Transaction:
    """Rows to put and to remove in one step.

    ``row_versions`` holds, by file and identity, the version of each row as it was loaded. A row that is not listed
    must be new, or exactly as in the file already. ``draft_id`` and ``token`` name the draft that this saves: it goes
    in the same step, and a second save of the same draft returns the first one's receipt. ``own_cells`` holds new texts
    for columns that the person added, by row and column, for rows among ``put``. ``consequences`` names rows that
    follow from the change and can be undone alone if it isn't ``undoable`` as a whole; ``message`` is the receipt's
    sentence on them. ``if_undone`` holds rows that undoing puts in the place of some among ``put``, where the rows from
    before would lose what was typed.
    """

    label: str
    put: tuple[Record, ...] = ()
    remove: tuple[Record, ...] = ()
    row_versions: Mapping[RowId, str] = field(default_factory=dict)
    draft_id: str = ""
    token: str = ""
    undoable: bool = False
    own_cells: Mapping[RowId, Mapping[str, str]] = field(default_factory=dict)
    message: str = ""
    consequences: frozenset[RowId] = frozenset()
    if_undone: tuple[Record, ...] = ()


@dataclass(frozen=True)
class RowEdit:
    """One row before and after, as texts by column (None: not there).

    ``raw`` and ``place`` are the exact row and its place in the file before, for putting it back as it was.
    ``if_undone`` is what undoing puts there instead of ``before``, if that differs.
    """

    file: str
    key: Key
    before: Mapping[str, str] | None
    after: Mapping[str, str] | None
    raw: str = ""
    place: int = -1
    if_undone: Mapping[str, str] | None = None

    def as_json(self) -> dict[str, Any]:
        """The edit as a JSON object, which earlier versions read too where it's undone as usual."""
        return {name: value for name, value in vars(self).items() if name != "if_undone" or value}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "RowEdit":
        """The edit from ``as_json``. Raises ``KeyError`` or ``TypeError`` if there is none."""
        return cls(**{**values, "key": tuple(values["key"])})

    @property
    def reversed(self) -> "RowEdit":
        """The edit that takes this one back."""
        return replace(self, before=self.after, after=self.if_undone or self.before, if_undone=None)


def same_cells(one: Mapping[str, str] | None, other: Mapping[str, str] | None) -> bool:
    """Whether two rows have the same content; an empty cell and no column at all are the same."""
    if one is None or other is None:
        return one is other
    return {name: text for name, text in one.items() if text} == {name: text for name, text in other.items() if text}


def plan_edits(tables: Tables, change: Transaction) -> tuple[RowEdit, ...]:
    """The edits of a change. Raises ``Conflict`` or ``RowUnreadable``."""
    _refuse_contradiction(change)
    edits: list[RowEdit] = []
    conflicts: list[ConflictRow] = []
    for record, mine in [*((row, row) for row in change.put), *((row, None) for row in change.remove)]:
        found = _plan(
            tables.by_file[record.file], record, mine, change.row_versions.get((record.file, record.identity))
        )
        if isinstance(found, ConflictRow):
            conflicts.append(found)
        elif found:
            edits.append(found)
    if conflicts:
        raise Conflict(tuple(conflicts))
    return tuple(_with_undoing(edit, change.if_undone) for edit in _with_own_cells(tables, change, edits))


def _with_undoing(edit: RowEdit, rows: Iterable[Record]) -> RowEdit:
    row = next((row for row in rows if (row.file, row.identity) == (edit.file, edit.key)), None)
    if row is None:
        return edit
    if edit.before is None:
        return replace(edit, if_undone=_filled_cells(row))
    return replace(edit, if_undone=_overlay(edit.before, type(row).from_cells(edit.before), row))


def _with_own_cells(tables: Tables, change: Transaction, edits: Iterable[RowEdit]) -> tuple[RowEdit, ...]:
    planned = {(edit.file, edit.key): edit for edit in edits}
    for (file, key), cells in change.own_cells.items():
        table = tables.by_file[file]
        current, edit = table.records.get(key), planned.get((file, key))
        if edit is None and current is not None:
            edit = _edit(table, key, current, current)
        if edit is None or change.row_versions.get((file, key), "") != table.row_version(key):
            raise Conflict((ConflictRow(file, key, current, current),))
        planned[file, key] = replace(edit, after={**(edit.after or {}), **cells})
    return tuple(edit for edit in planned.values() if not same_cells(edit.before, edit.after))


def _refuse_contradiction(change: Transaction) -> None:
    rows = [(record.file, record.identity) for record in (*change.put, *change.remove)]
    if len(rows) != len(set(rows)):
        raise ValueError("a change names the same row twice")


def _plan(
    table: CsvTable, record: Record, mine: Record | None, row_version: str | None
) -> RowEdit | ConflictRow | None:
    key, current = record.identity, table.records.get(record.identity)
    if key in table.blocked or (mine is None and key in table.doubled):
        raise RowUnreadable(record.file, key, {**table.doubled, **table.blocked}[key])
    if current is None:
        if mine is None:
            return None
        if row_version:
            return ConflictRow(record.file, key, mine, None)
        return RowEdit(record.file, key, None, _filled_cells(mine))
    if mine is not None and mine == current:
        return None
    unlisted_removal = mine is None and row_version is None and record == current
    if row_version != table.row_version(key) and not unlisted_removal:
        return ConflictRow(record.file, key, mine, current)
    return _edit(table, key, current, mine)


def _filled_cells(record: Record) -> dict[str, str]:
    return {name: text for name, text in record.cells().items() if text}


def _edit(table: CsvTable, key: Key, current: Record, mine: Record | None) -> RowEdit:
    before = table.cells(key) or {}
    place = table.positions[key]
    raw = table.sheet.rows[place].raw
    return RowEdit(table.model.file, key, before, _overlay(before, current, mine), raw, place)


def _overlay(before: Mapping[str, str], current: Record, mine: Record | None) -> dict[str, str] | None:
    if mine is None:
        return None
    cells = mine.cells()
    changed = {name: cells[name] for name in cells if getattr(mine, name) != getattr(current, name)}
    after = {**before, **changed}
    read = type(mine).from_cells(after)  # a cell that meant something else beside what was changed is changed too
    return after | {name: cells[name] for name in cells if getattr(read, name) != getattr(mine, name)}


def version_edit(tables: Tables, edits: Iterable[RowEdit]) -> tuple[RowEdit, ...]:
    """The row with the version that wrote the files, if it is not there yet and not among the edits."""
    settings = tables.by_file[Setting.file]
    if _VERSION in settings.positions or _VERSION in settings.blocked or any(names_version(edit) for edit in edits):
        return ()
    return (RowEdit(Setting.file, _VERSION, None, {"key": _VERSION[0], "value": str(SCHEMA_VERSION)}),)


def names_version(edit: RowEdit) -> bool:
    """Whether the edit is of the row with the version that wrote the files."""
    return (edit.file, edit.key) == (Setting.file, _VERSION)


def drifted_edits(tables: Tables, edits: Iterable[RowEdit]) -> tuple[RowEdit, ...]:
    """The edits whose rows differ from ``before``."""
    return tuple(
        edit
        for edit in edits
        if edit.key in tables.by_file[edit.file].blocked
        or not same_cells(tables.by_file[edit.file].cells(edit.key), edit.before)
    )


def edited_files(tables: Tables, edits: Sequence[RowEdit]) -> dict[str, bytes]:
    """The new bytes of every file that the edits touch, read back and compared before anything is written.

    Raises ``SaveFailed`` if a text isn't allowed in a CSV file.
    """
    files = sorted({edit.file for edit in edits})
    return {file: _encoded(tables.by_file[file], [edit for edit in edits if edit.file == file]) for file in files}


def added_columns(table: CsvTable, edits: Iterable[RowEdit]) -> tuple[str, ...]:
    """The columns that the edits need and the file does not have yet."""
    wanted = {name for edit in edits for name, text in (edit.after or {}).items() if text}
    known = MODELS[table.model.file].header()
    missing = [name for name in known if name in wanted and name not in table.sheet.columns]
    return (*missing, *sorted(wanted - set(known) - set(table.sheet.columns)))


def _encoded(table: CsvTable, edits: Sequence[RowEdit]) -> bytes:
    sheet = apply_edits(table, edits)
    try:
        data = sheet.encode(table.sheet)
        again = parse(data, table.sheet)
    except (UnicodeEncodeError, NotATable) as error:
        raise _unstorable(table.model.file) from error
    if not _reads_back(sheet, again):
        raise _unstorable(table.model.file)
    return data


def _unstorable(file: str) -> SaveFailed:
    return SaveFailed(
        f"The text holds a character that {file} cannot keep, such as half of an emoji.",
        next_step="Please delete or retype it, and save again.",
    )


def apply_edits(table: CsvTable, edits: Sequence[RowEdit]) -> CsvSheet:
    """The sheet with the edits made; other rows keep their text."""
    sheet = table.sheet.with_columns(added_columns(table, edits))
    rows: list[CsvRow | None] = list(sheet.rows)
    new: list[tuple[int, CsvRow]] = []
    for edit in edits:
        place = table.positions.get(edit.key)
        if place is None:
            row = _earlier_row(sheet, table.sheet, edit) or sheet.row(edit.after or {})
            new.append((edit.place, row))
        elif edit.after is None:
            rows[place] = None
        else:
            rows[place] = _earlier_row(sheet, table.sheet, edit) or sheet.row(edit.after, sheet.rows[place])
    return replace(sheet, rows=_with_new([row for row in rows if row], new))


def _earlier_row(sheet: CsvSheet, before: CsvSheet, edit: RowEdit) -> CsvRow | None:
    """The exact earlier row, if the edit restores it."""
    if not edit.raw or sheet.columns != before.columns:
        return None
    row = _row_of(before, edit.raw)
    return row if row and same_cells(sheet.cells(row), edit.after) else None


def _row_of(sheet: CsvSheet, raw: str) -> CsvRow | None:
    try:
        rows = parse((sheet.head + raw).encode()).rows
    except NotATable:
        return None
    return rows[0] if len(rows) == 1 and not rows[0].fault else None


def _with_new(rows: list[CsvRow], new: list[tuple[int, CsvRow]]) -> tuple[CsvRow, ...]:
    for place, row in sorted(((place, row) for place, row in new if place >= 0), key=lambda pair: pair[0]):
        rows.insert(min(place, len(rows)), row)
    return (*rows, *(row for place, row in new if place < 0))


def _reads_back(sheet: CsvSheet, again: CsvSheet) -> bool:
    """Whether each row is found as it was meant; the last one may have got its line end only now."""
    if again.columns != sheet.columns or len(again.rows) != len(sheet.rows):
        return False
    changed = [pair for pair in zip(again.rows, sheet.rows, strict=True) if pair[0] is not pair[1]]
    return all(
        found.stored == meant.stored and found.raw.rstrip("\r\n") == meant.raw.rstrip("\r\n")
        for found, meant in changed
    )
