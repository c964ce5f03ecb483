"""A backup beside the current workbook: which entries differ, and taking one of them back."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from lib.dates import DateStyle
from lib.english import counted, listed, plural
from lib.records.interview import Interview
from lib.records.labels import cell_label
from lib.records.record import Key, Record
from lib.records.setting import Setting
from lib.store import FileChange, LoadedWorkbook, Receipt, RowChange, Store, Tables, Transaction, compare, tables_of
from lib.workflows.entries.deletion import belonging
from lib.workflows.entries.entry_names import NOUNS, EntryNames
from lib.workflows.errors import Gone

DifferenceKind = Literal["gone", "different", "new"]
"""Against the backup an entry is gone now, differs now, or is new since."""

RowId = tuple[str, Key]

_OWN_AFFAIRS: Final = ("schema_version",)
"""Settings that the workbook writes for itself: no entry of the person's."""


@dataclass(frozen=True)
class FieldChange:
    """One field of an entry, in the backup and now, as it is shown; empty if there is nothing."""

    name: str
    then: str
    now: str


@dataclass(frozen=True)
class EntryChange:
    """One entry that differs: a debrief with all that belongs to it, or a single row.

    ``unreadable``: its row is still in the file and cannot be read; it's repaired there, not restored.
    """

    file: str
    key: Key
    name: str
    kind: DifferenceKind
    rows: tuple[RowChange, ...]
    unreadable: bool = False

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """Field by field, what differs."""
        return tuple(field for row in self.rows for field in _fields(row))

    @property
    def parts(self) -> str:
        """What of it differs: 'lesson, went well and 2 questions'."""
        own = [field.name for row in self.rows if row.file == self.file for field in _fields(row)]
        counts = Counter(row.file for row in self.rows if row.file != self.file)
        others = [counted(number, *NOUNS[file]) for file, number in counts.items()]
        return listed([*(own if self.kind == "different" else []), *others])


@dataclass(frozen=True)
class LookBack:
    """What differs between a backup and now. ``unread`` are the files of either that cannot be read, and so are not
    compared; ``rewritten`` those that differ in their layout alone."""

    entries: tuple[EntryChange, ...]
    unread: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()

    def of(self, kind: DifferenceKind) -> tuple[EntryChange, ...]:
        """The entries that differ in that way."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    @property
    def sentence(self) -> str:
        """How many entries differ, in words."""
        counts = {kind: len(self.of(kind)) for kind in ("gone", "different", "new")}
        words = {"gone": "not here any more", "different": "different now", "new": "new since then"}
        verbs = {kind: plural(number, "is", "are") for kind, number in counts.items()}
        parts = [f"{number} {verbs[kind]} {words[kind]}" for kind, number in counts.items() if number]
        if parts:
            return f"Of your entries, {listed(parts)}."
        return "No entry differs." if not self.unread else "In what can be read, no entry differs."


def look_back(store: Store, loaded: LoadedWorkbook, backup_id: str, today: date, dates: DateStyle) -> LookBack:
    """What differs between that backup and now. Raises ``SaveFailed`` if the backup is gone or damaged."""
    return beside(
        compare(store.backups.files(), kept := store.backups.files_of(backup_id)), tables_of(kept), loaded, today, dates
    )


def beside(
    changes: Sequence[FileChange], then: Tables, loaded: LoadedWorkbook, today: date, dates: DateStyle
) -> LookBack:
    """The same from the changes of files that lead from now to then, and the rows of that time."""
    failed = [file for file, table in then.by_file.items() if table.failure]
    failed += [file for file, table in loaded.tables.by_file.items() if table.failure]
    rows = [row for change in changes for row in change.rows if change.file not in failed and not is_own_affair(row)]
    rewritten = tuple(change.file for change in changes if not change.rows and change.file not in failed)
    blocked = {(file, key) for file, table in loaded.tables.by_file.items() for key in table.blocked}
    entries = _entries(rows, blocked, EntryNames((then.workbook(), loaded.workbook), today, dates))
    return LookBack(tuple(entries), tuple(dict.fromkeys(failed)), rewritten)


def is_own_affair(row: RowChange) -> bool:
    """Whether the row is a setting that the workbook writes for itself."""
    return row.file == Setting.file and row.key[0] in _OWN_AFFAIRS


def _entries(rows: Iterable[RowChange], blocked: Collection[RowId], names: EntryNames) -> Iterator[EntryChange]:
    groups: dict[RowId, list[RowChange]] = {}
    for row in rows:
        groups.setdefault(_entry_of(row.record), []).append(row)
    for (file, key), group in groups.items():
        group.sort(key=lambda row: row.file != file)
        name = names.interview(key[0]) if file == Interview.file else names.of(group[0].record)
        unreadable = any((row.file, row.key) in blocked for row in group)
        yield EntryChange(file, key, name, _kind(group[0], file), tuple(group), unreadable)


def _entry_of(record: Record) -> RowId:
    """The entry that a row is part of."""
    interview_id = getattr(record, "interview_id", "")
    return (Interview.file, (interview_id,)) if interview_id else (record.file, record.identity)


def _kind(first: RowChange, file: str) -> DifferenceKind:
    if first.file != file:
        return "different"
    return "gone" if first.now is None else "new" if first.then is None else "different"


def _fields(row: RowChange) -> Iterator[FieldChange]:
    then, now = (side.cells() if side else {} for side in (row.then, row.now))
    model = type(row.record)
    hidden = {*model.key_fields, "created_at", "updated_at", "position"}
    for column in model.header():
        if column not in hidden and then.get(column, "") != now.get(column, ""):
            shown = (cell_label(model, column, cells.get(column, "")) for cells in (then, now))
            yield FieldChange(column.replace("_", " "), *shown)


def take_back(store: Store, backup_id: str, file: str, key: Key, now: datetime, dates: DateStyle) -> Receipt:
    """Make one entry what it was in a backup, with all that belonged to it; what was added to it since stays.

    What it points to (its application, the people met) comes along if it is gone now. Raises ``Gone`` if the backup
    does not hold the entry, and what the store raises. ``store.undo`` takes it back.
    """
    then, loaded = store.backups.tables(backup_id), store.load_whole()
    wanted = list(_rows_of(then, file, key))
    if not wanted:
        raise Gone("This entry")
    rows = _with_what_they_point_to(wanted, then, loaded.tables)
    put = tuple(row for row in rows if _version(then, row) != _version(loaded.tables, row))
    name = EntryNames((then.workbook(), loaded.workbook), now.date(), dates).of(wanted[0])
    change = Transaction(
        label=f"Brought back from a backup: {name}",
        put=put,
        row_versions=loaded.row_versions_of(put),
        undoable=True,
        own_cells={(row.file, row.identity): _own_cells(then, row) for row in put},
    )
    return store.commit(change, now)


def _rows_of(tables: Tables, file: str, key: Key) -> Iterator[Record]:
    table = tables.by_file.get(file)
    if table and (row := table.records.get(key)):
        yield row
    if file == Interview.file:
        yield from belonging(tables.workbook(), key[0])


def _with_what_they_point_to(rows: Sequence[Record], then: Tables, now: Tables) -> tuple[Record, ...]:
    """These rows, and, if it is gone now, what they point to, and so on."""
    found: dict[RowId, Record] = {}
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        if (row.file, row.identity) not in found:
            found[row.file, row.identity] = row
            waiting.extend(_missing_targets(row, then, now))
    return tuple(found.values())


def _missing_targets(row: Record, then: Tables, now: Tables) -> Iterator[Record]:
    for column, file in type(row).refers.items():
        key = (getattr(row, column),)
        kept = then.by_file[file].records.get(key)
        if kept and key not in now.by_file[file].positions:
            yield kept
            if isinstance(kept, Interview):
                yield from belonging(then.workbook(), kept.id)


def _version(tables: Tables, row: Record) -> str:
    return tables.by_file[row.file].row_version(row.identity)


def _own_cells(tables: Tables, row: Record) -> dict[str, str]:
    cells, known = tables.by_file[row.file].cells(row.identity) or {}, set(type(row).header())
    return {column: text for column, text in cells.items() if column not in known}
