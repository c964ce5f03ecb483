"""Putting right what the store found in the files: by hand, from a backup, or in a way that the person has seen first.

Every repair is one step of the store: all or nothing, with a backup of the current files first, and ``store.undo``
takes it back.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lib.english import plural
from lib.records.interview import Interview
from lib.records.record import Key, Record
from lib.records.seal import seal_is_broken
from lib.store import Backup, Draft, JsonValue, LoadedWorkbook, Problem, Receipt, Rewrite, SaveFailed, Store, Tables
from lib.store.bad_rows import BadRow, bad_row, has_twin, with_row
from lib.store.repair_options import RepairOption, empty_again, readings
from lib.store.tables import MODELS, ProblemKind, broken_seals
from lib.workflows.draft_kinds import REPAIR
from lib.workflows.errors import Gone

_TELLING: Final = ("company", "role", "name", "label", "title", "text", "held_at")
_MOST: Final = 60
REASON: Final = "Before a repair"
KIND: Final = REPAIR
_ORDER: Final[tuple[ProblemKind, ...]] = (
    "file",
    "copy",
    "name",
    "unreadable",
    "double",
    "reference",
    "seal",
    "columns",
)

MEANINGS: Final[Mapping[ProblemKind, str]] = {
    "file": "While this file can't be read, only repairs are saved, so nothing in it is lost.",
    "unreadable": "The row stays in the file as it is, and is left out of all that the workbook shows and counts.",
    "double": "The first of the two counts. This one stays in the file, and is left out.",
    "reference": "What it belongs to is missing. The row is kept, and shown wherever it makes sense on its own.",
    "seal": "A forecast counts as it stands, but it can no longer be said that it was made before the answer came.",
    "columns": "The file comes from an earlier version. It is read as if the column were empty.",
    "name": "Rename it in your file manager, and reload this page. Nothing of it is counted until then.",
    "copy": "Look at both, and choose. The other one is kept in the backups.",
}


@dataclass(frozen=True)
class BackupRow:
    """A row from the newest backup where it can be read."""

    backup: Backup
    record: Record
    cells: Mapping[str, str]


@dataclass(frozen=True)
class BackupTable:
    """A file from the newest backup where it can be read, with the number of its rows."""

    backup: Backup
    data: bytes
    rows: int


@dataclass(frozen=True)
class RepairFinding:
    """One thing that was found. ``places`` are all the rows that it is about: several may point to one that is gone.
    ``hanging`` counts the rows that point to this one, unreadable as it is; ``name`` is the entry, if its cells
    tell."""

    problem: Problem
    places: tuple[str, ...]
    hanging: int = 0
    name: str = ""

    @property
    def address(self) -> str:
        """What tells it from the others: file, line, column and kind, no word of the person's."""
        found = self.problem
        return f"{found.file}:{found.line or 0}:{found.column or ''}:{found.kind}"

    @property
    def meaning(self) -> str:
        """What follows from it."""
        rows = f"{self.hanging} {plural(self.hanging, 'row belongs', 'rows belong')}"
        more = f" {rows} to it, and will count again once it is repaired." if self.hanging else ""
        return f"{MEANINGS[self.problem.kind]}{more}"


def findings(loaded: LoadedWorkbook) -> tuple[RepairFinding, ...]:
    """All that was found, what weighs most first: files, copies, rows, then what is only worth knowing."""
    groups: dict[object, list[Problem]] = {}
    hanging: Counter[tuple[str, int]] = Counter()
    for problem in (*loaded.problems, *broken_seals(loaded.tables)):
        target = target_of(loaded, problem) if problem.kind == "reference" else None
        unread = loaded.tables.by_file[target[0]].blocked.get(target[1]) if target else None
        if target and unread is not None:
            hanging[target[0], unread] += 1
        else:
            groups.setdefault(target or problem, []).append(problem)
    found = [_finding(loaded, group, hanging) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.problem.kind), one.places)))


def _finding(loaded: LoadedWorkbook, group: list[Problem], hanging: Mapping[tuple[str, int], int]) -> RepairFinding:
    places = tuple(f"{one.file}, line {one.line}" if one.line else one.file for one in group)
    first = group[0]
    if first.kind != "unreadable":
        return RepairFinding(first, places)
    return RepairFinding(first, places, hanging.get((first.file, first.line or 0), 0), _named(loaded, first))


def _named(loaded: LoadedWorkbook, problem: Problem) -> str:
    """What the cells of an unreadable row call the entry: 'Northwind, 20/11/2026'; '' if they cannot be told."""
    table = loaded.tables.by_file.get(problem.file)
    row = next((one for one in table.sheet.rows if one.line == problem.line), None) if table else None
    if table is None or row is None or row.fault:
        return ""
    cells = table.sheet.cells(row)
    named = (
        loaded.workbook.company_of(cells.get("application_id", "")),
        *(cells.get(column, "") for column in _TELLING),
    )
    return ", ".join(" ".join(text.split())[:_MOST] for text in named if text)


def open_row(store: Store, file: str, line: int) -> BadRow | None:
    """The row that begins in that line of a file of the workbook, if there is one. Raises ``SaveFailed``."""
    return bad_row(file, store.content(file), line) if file in MODELS else None


def is_twin(store: Store, bad: BadRow) -> bool:
    """Whether the row only repeats, word for word, one that counts."""
    return has_twin(bad, store.content(bad.file))


def begin_correction(bad: BadRow, address: str, token: str) -> Draft:
    """A draft of that line's cells; its id follows from the line, so that the same line is gone on with."""
    cells: dict[str, JsonValue] = {**bad.cells}
    return Draft(correction_id(bad), KIND, address, token, KIND, values=cells, base=cells)


def correct_row(store: Store, bad: BadRow, cells: Mapping[str, str], now: datetime) -> Receipt:
    """Rewrite that line with these cells. Raises ``SaveFailed``, with the reason, if it could still not be read, and
    what the store raises."""
    seen = store.content(bad.file)
    return _rewrite(store, f"Line {bad.line} of {bad.file} corrected", bad.file, seen, with_row(bad, seen, cells), now)


def save_correction(store: Store, draft: Draft, now: datetime) -> Receipt:
    """Write the line that the draft corrects, as it was typed, and drop the draft.

    Raises ``Gone`` if another line is there by now, and what ``correct_row`` raises.
    """
    file, line, *_ = draft.record_id.split(":")
    bad = open_row(store, file, int(line))
    if bad is None or draft.id != correction_id(bad):
        raise Gone("This line")
    cells = {name: str(draft.values.get(name, text)) for name, text in bad.cells.items()}
    receipt = correct_row(store, bad, cells, now)
    store.drafts.discard(draft.id, now)
    return receipt


def correction_id(bad: BadRow) -> str:
    """The id of the draft that corrects that very line."""
    return f"{KIND}-{bad.mark}"


def drop_twin(store: Store, bad: BadRow, now: datetime) -> Receipt:
    """Take out a row that only repeats, word for word, one that counts. Raises ``Gone`` if it does not."""
    seen = store.content(bad.file)
    if not has_twin(bad, seen):
        raise Gone("The row that says the same")
    return _rewrite(store, f"A repeated row taken out of {bad.file}", bad.file, seen, with_row(bad, seen, None), now)


def find_in_backups(store: Store, file: str, key: Key) -> BackupRow | None:
    """That row in the newest backup that holds a readable one."""
    if not all(key):
        return None
    for backup, tables in _backups(store):
        table = tables.by_file[file]
        if record := table.records.get(key):
            return BackupRow(backup, record, table.cells(key) or {})
    return None


def find_file_in_backups(store: Store, file: str) -> BackupTable | None:
    """That file in the newest backup that holds a readable one with rows in it."""
    for backup, tables in _backups(store):
        table = tables.by_file.get(file)
        if table and table.positions and not table.failure:
            return BackupTable(backup, store.backups.files_of(backup.id)[file], len(table.positions))
    return None


def _backups(store: Store) -> Iterator[tuple[Backup, Tables]]:
    for backup in store.backups.list():
        try:
            yield backup, store.backups.tables(backup.id)
        except SaveFailed:
            continue


def ways_to_read(store: Store, file: str) -> tuple[RepairOption, ...]:
    """The ways to read a file that can't be read, the likeliest first."""
    return readings(MODELS[file], store.content(file) or b"") if file in MODELS else ()


def read_so(store: Store, file: str, reading: RepairOption, now: datetime) -> Receipt:
    """Rewrite the file as read in that way, which is worked out again from its current content."""
    seen = store.content(file)
    if reading not in readings(MODELS[file], seen or b""):
        raise SaveFailed(f"{file} was changed in the meantime.", "Nothing was changed.", "Look at it again.")
    return _rewrite(store, f"{file} repaired", file, seen, reading.data, now)


def put_file_back(store: Store, held: BackupTable, file: str, now: datetime) -> Receipt:
    """Make one file what it was in a backup; the other files stay."""
    return _rewrite(store, f"{file} as it was in a backup", file, store.content(file), held.data, now)


def can_start_anew(store: Store, file: str) -> bool:
    """Whether the file is empty."""
    return file in MODELS and empty_again(MODELS[file], store.content(file) or b"") is not None


def start_anew(store: Store, file: str, now: datetime) -> Receipt:
    """Give an empty file its column names again. Raises ``SaveFailed`` if something does."""
    seen = store.content(file)
    new = empty_again(MODELS[file], seen or b"")
    if new is None:
        raise SaveFailed(f"There is something in {file} now.", "Nothing was changed.", "Look at it again.")
    return _rewrite(store, f"{file} started again", file, seen, new, now)


def _rewrite(store: Store, label: str, file: str, seen: bytes | None, new: bytes, now: datetime) -> Receipt:
    return store.rewrite(Rewrite(label, REASON, {file: (seen, new)}), now)


def target_of(loaded: LoadedWorkbook, problem: Problem) -> tuple[str, Key] | None:
    """What a row points to that is not there: its file and key."""
    record, column = _record_at(loaded, problem), problem.column or ""
    file = type(record).refers.get(column) if record else None
    return (file, (getattr(record, column),)) if file else None


def _record_at(loaded: LoadedWorkbook, problem: Problem) -> Record | None:
    table = loaded.tables.by_file.get(problem.file)
    lines = {table.sheet.rows[place].line: key for key, place in table.positions.items()} if table else {}
    key = lines.get(problem.line or 0)
    return table.records[key] if table and key else None


def find_sealed_in_backups(store: Store, loaded: LoadedWorkbook, problem: Problem) -> BackupRow | None:
    """The interview of a broken seal in the newest backup where its forecast is still as sealed."""
    interview = _record_at(loaded, problem)
    for backup, tables in _backups(store) if interview else ():
        kept = tables.by_file[Interview.file].records.get(interview.identity) if interview else None
        if isinstance(kept, Interview) and kept.forecast is not None and not seal_is_broken(kept):
            return BackupRow(backup, kept, kept.cells())
    return None


def put_forecast_back(store: Store, held: BackupRow, now: datetime) -> Receipt:
    """Give an interview the forecast that was sealed, with its time and seal; the rest stays. Raises ``Gone``."""
    loaded = store.load_whole()
    current, kept = loaded.workbook.interview(held.record.identity[0]), held.record
    if current is None or not isinstance(kept, Interview):
        raise Gone("This interview")
    put = current.changed(forecast=kept.forecast, forecast_at=kept.forecast_at, seal=kept.seal)
    label = "A forecast put back as it was first saved"
    return store.commit(loaded.transaction(label, (put,)), now)
