"""The workbook's folder: load, commit, undo, recover."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import disk, redo, saves, undo
from lib.store.backup_files import ROUTINE
from lib.store.backups import Backups
from lib.store.bounds import DISCARDED, PRIVATE, SAVES, UNDO, PathPolicy
from lib.store.contents import digest
from lib.store.copies import MADE_HERE
from lib.store.drafts import Draft, Drafts
from lib.store.edits import (
    RowEdit,
    RowId,
    Transaction,
    added_columns,
    drifted_edits,
    edited_files,
    plan_edits,
    version_edit,
)
from lib.store.erasing import Inventory, erase, inventory
from lib.store.errors import Conflict, ConflictRow, ReadOnly, RowUnreadable, SaveFailed, reading
from lib.store.folder import Folder, Images, fingerprint
from lib.store.moving import OldCopy, move, old_copy, refusal, remove_old_copy
from lib.store.overwritten import Overwritten, find_overwritten
from lib.store.receipt import Receipt, Recovery, forget_receipts, keep_receipt, new_receipt, receipt_of
from lib.store.recordings import Recordings
from lib.store.rewriting import Rewrite, put_back, rewrite
from lib.store.step import HistoryEntry, SaveStep, record_of
from lib.store.tables import MODELS, FileContent, Problem, Tables, read_tables, version_refusal
from lib.store.undo import UndoEntry


@dataclass(frozen=True)
class LoadedWorkbook:
    """The workbook in the files. ``read_only`` is why nothing may be changed, or ''."""

    workbook: Workbook
    problems: tuple[Problem, ...] = ()
    read_only: str = ""
    fingerprint: str = ""
    tables: Tables = field(default=Tables({}, (), ""), repr=False, compare=False)

    def row_version(self, record: Record) -> str:
        """The hash of that row in the file, cells of unknown columns included; '' if it is not there."""
        table = self.tables.by_file.get(record.file)
        return table.row_version(record.identity) if table else ""

    def row_versions_of(self, records: Iterable[Record]) -> dict[RowId, str]:
        """The versions of those records that are in the files, for ``Transaction.row_versions``."""
        row_versions = {(record.file, record.identity): self.row_version(record) for record in records}
        return {row: row_version for row, row_version in row_versions.items() if row_version}

    def transaction(self, label: str, put: Sequence[Record], remove: Sequence[Record] = ()) -> Transaction:
        """A change of these rows that can be undone, and is refused if one of them was changed since."""
        return Transaction(label, tuple(put), tuple(remove), self.row_versions_of((*put, *remove)), undoable=True)

    def unreadable_rows(self) -> int:
        """How many rows of the files are left out."""
        return sum(problem.severity == "row" for problem in self.problems)


@dataclass(frozen=True)
class _Write:
    """What a write is for: its label and time, the files it drops, and whether it can be undone, or only its
    ``consequences``, which ``message`` names."""

    label: str
    now: datetime
    drops: tuple[str, ...] = ()
    undoable: bool = False
    message: str = ""
    consequences: frozenset[RowId] = frozenset()

    def history(self, folder: Path, receipt_id: str) -> HistoryEntry:
        """Its record, for undo and for finding overwritten rows."""
        name = saves.next_name(folder, receipt_id, undoable=self.undoable or bool(self.consequences))
        if self.consequences and not self.undoable:
            return HistoryEntry(name, self.now, note=self.message, consequences=self.consequences)
        return HistoryEntry(name, self.now)


_missed: dict[Path, tuple[tuple[str, tuple[str, ...]], Overwritten]] = {}
"""By folder: what was missed last, in which files, by which records."""


class Store:
    """One folder of CSV files, with its lock and backups in ``home``, outside of the folder.

    ``is_understood`` tells whether the forms know a draft's kind.
    """

    def __init__(self, folder: Path, home: Path, is_understood: Callable[[Draft], bool] = lambda draft: True) -> None:
        self.folder = folder
        self.home = home
        self._folder = Folder(folder, home)
        self.drafts = Drafts(folder, self._folder.locked, is_understood)
        self.recordings = Recordings(folder, self._folder.locked)
        self.backups = Backups(self._folder, self.drafts, self.recordings)

    @property
    def bounds(self) -> PathPolicy:
        """Which files are the workbook's own."""
        return self._folder.bounds

    def load(self) -> LoadedWorkbook:
        """Everything that can be read, and what cannot. Writes nothing into the folder."""
        images, copies = self._folder.read_together()
        tables = read_tables(images)
        problems = (*tables.problems, *_copy_problems(copies), *self._misspelled(images))
        read_only = tables.read_only or self._folder.why_not_writable()
        return LoadedWorkbook(tables.workbook(), problems, read_only, fingerprint(images, copies), tables)

    def is_missing(self) -> bool:
        """Whether the folder was saved to and is gone, or empty, now: no first start, and nothing is written there."""
        try:
            return self._folder.is_missing()
        except OSError:
            return False  # what cannot be looked into is there

    def begin_anew(self) -> None:
        """Begin an empty workbook in a folder that is missing. The backups stay. Raises ``SaveFailed``."""
        with self._folder.locked(anew=True):
            disk.make_folder(self.folder / PRIVATE)

    def _misspelled(self, images: Images) -> Iterator[Problem]:
        """The files that another system would read, and this one doesn't, for their large letters."""
        for name in self._folder.names():
            file = name.casefold()
            if name != file and file in MODELS and images[file].data is None and not images[file].failure:
                reason = f"It isn't read, because on this system it must be called {file}, in small letters."
                yield Problem(name, None, None, reason, "note", "name")

    def load_whole(self) -> LoadedWorkbook:
        """Everything, for a change to be built on.

        Raises ``ReadOnly`` if a file cannot be read, be it for a moment only: what is built on half a workbook would
        take what is there for new, or for deleted.
        """
        loaded = self.load()
        if loaded.tables.read_only:
            raise ReadOnly(loaded.tables.read_only)
        return loaded

    def file_state(self) -> disk.FileState:
        """How the files look from outside: as long as they look the same and don't change, their contents are the
        same."""
        return self._folder.file_state()

    def fingerprint(self) -> str:
        """A hash over the content of all files, as ``LoadedWorkbook.fingerprint``."""
        return fingerprint(*self._folder.read_together())

    def commit(self, change: Transaction, now: datetime) -> Receipt:
        """Make a change, all of it or nothing. Raises ``Conflict``, ``ReadOnly`` or ``SaveFailed``."""
        with self._folder.locked():
            self._folder.complete()
            ticket = (disk.resolve(self.folder), change.draft_id, change.token)
            if change.draft_id and (first := receipt_of(ticket)):
                self.drafts.put_aside(change.draft_id)
                return replace(first, repeated=True)
            images, tables = self._folder.writable()
            drops = (self.drafts.name(change.draft_id),) if change.draft_id else ()
            write = _Write(change.label, now, drops, change.undoable, change.message.rstrip("."), change.consequences)
            receipt = replace(self._write(images, tables, plan_edits(tables, change), write), message=change.message)
            if change.draft_id:
                keep_receipt(ticket, receipt)
            return receipt

    def receipt(self, draft_id: str, token: str) -> Receipt | None:
        """The receipt of that draft's commit, if this server has made it already."""
        found = receipt_of((disk.resolve(self.folder), draft_id, token))
        return replace(found, repeated=True) if found else None

    def undo(self, receipt_id: str, now: datetime) -> Receipt:
        """Put the rows, or the files that were replaced as a whole, back as they were before that commit.

        Raises ``Conflict`` or ``SaveFailed`` if they were changed since, ``SaveFailed`` if that commit is not
        remembered any more.
        """
        with self._folder.locked():
            self._folder.complete()
            found = undo.find(self.folder, receipt_id)
            if found is None:
                raise SaveFailed("That change can no longer be undone.", "Nothing was changed.", "")
            if found.files:
                receipt = put_back(self._folder, found, now)
                forget_receipts(disk.resolve(self.folder))
                return receipt
            images, tables = self._folder.writable()
            edits = tuple(edit.reversed for edit in found.edits)
            _refuse_drift(tables, edits)
            self._folder.backup(images, f"Before undoing: {found.entry.label}", now)
            write = _Write(f"Undone: {found.entry.label}", now, (found.name,))
            receipt = self._write(images, tables, edits, write)
            if not found.is_part:
                forget_receipts(disk.resolve(self.folder), receipt_id)
            return receipt

    def overwritten(self, loaded: LoadedWorkbook) -> Overwritten:
        """What was saved and overwritten since by another program, in the files as they were loaded."""
        with reading("The list of saves"):
            if disk.read(self.folder / redo.RECORD) is not None:
                return Overwritten()  # once that step is complete, its own record counts
            records = saves.names(self.folder)
            known = _missed.get(self.folder)
            if known is None or known[0] != (loaded.fingerprint, records):
                found = find_overwritten(loaded.tables, saves.saves(self.folder, records))
                known = _missed[self.folder] = (loaded.fingerprint, records), found
            return known[1]

    def bring_back(self, now: datetime) -> Receipt:
        """Put back what another program overwrote, beside what it changed; ``undo`` takes that back. Raises
        ``ReadOnly`` or ``SaveFailed``."""
        with self._folder.locked():
            self._folder.complete()
            images, tables = self._folder.writable()
            edits = self._overwritten(tables).edits
            write = _Write("Brought back what another program had overwritten", now, undoable=True)
            return self._write(images, tables, edits, write)

    def leave_overwritten(self, now: datetime) -> None:
        """What another program overwrote is right as it is now, and is missed no more. Raises ``SaveFailed``."""
        with self._folder.locked():
            self._folder.complete()
            edits = tuple(edit.reversed for edit in self._overwritten(self._folder.writable()[1]).edits)
            name = saves.next_name(self.folder, new_receipt("", now, ()).id, undoable=False)
            disk.make_folder((self.folder / name).parent)
            disk.write(self.folder / name, record_of(SaveStep("", "", edits=edits, history=HistoryEntry(name, now))))

    def _overwritten(self, tables: Tables) -> Overwritten:
        return find_overwritten(tables, saves.saves(self.folder, saves.names(self.folder)))

    def content(self, name: str) -> bytes | None:
        """A file of the folder, byte by byte; None if there is none. Raises ``SaveFailed``."""
        with reading(name):
            return disk.read(self.folder / Path(name).name)

    def rewrite(self, plan: Rewrite, now: datetime) -> Receipt:
        """Replace whole files, all or nothing; ``undo`` takes it back. The files may be ones that cannot be read.

        Raises ``ReadOnly`` if a newer version wrote the files, ``SaveFailed`` if a file changed since it was seen, or
        the disk does not take it.
        """
        with self._folder.locked():
            self._folder.complete()
            if refusal := version_refusal(self._folder.read()[0]):
                raise ReadOnly(refusal)
            return rewrite(self._folder, plan, now)

    def undoable(self) -> tuple[UndoEntry, ...]:
        """The changes that can be undone, newest first."""
        with reading("The list of changes"):
            return undo.entries(self.folder)

    def forget_past(self) -> None:
        """Remove, for good, every older copy of rows: backups, records of saves, discarded drafts.

        For 'forget this person' and 'erase everything', once the rows and drafts themselves are gone.
        """
        with self._folder.locked():
            self._folder.complete()
            for place in (UNDO, SAVES, DISCARDED):
                disk.clear(self.folder / place)
            disk.clear(self._folder.backup_files.folder)

    def inventory(self) -> Inventory:
        """All that is kept of this workbook, in the folder and beside the backups, and what else is there."""
        with reading("The folder"):
            return inventory(self._folder)

    def erase(self) -> Inventory:
        """Erase the workbook for good: files, drafts, backups, undo records, notes; returns what went.

        There is no way back. Raises ``SaveFailed`` if nothing went, or if not all did: what is left then goes at the
        next save or start.
        """
        with self._folder.locked():
            self._folder.complete()
            gone = erase(self._folder)
            forget_receipts(disk.resolve(self.folder))
            return gone

    def move(self, target: Path) -> Inventory:
        """Move the workbook into another folder, which is the one in use from then on; what came along.

        The old folder is left as it is. Raises ``SaveFailed``; then everything is as before.
        """
        there = Folder(target, self.home)
        with reading("The folder"):
            refused = refusal(self.folder, target)
        if refused:
            raise SaveFailed(refused, "Your files are still in the old folder.", "")
        with self._folder.locked(), there.locked(anew=True):
            self._folder.complete()
            return move(self._folder, there)

    def old_copy(self) -> OldCopy | None:
        """What the move into this folder left behind in the old one, if it is still there."""
        return old_copy(self._folder)

    def remove_old_copy(self) -> int:
        """Remove what the move left behind, if it is still as copied; returns how many files. ``SaveFailed``."""
        found = self.old_copy()
        if found is None:
            return 0
        old = Folder(found.folder, self.home)
        with old.locked():
            old.complete()
            return remove_old_copy(self._folder, old)

    def recover(self, now: datetime) -> Recovery:
        """Complete a save that was interrupted and sweep up what it left; for the server's start."""
        try:
            if self.is_missing():
                return Recovery()
            with self._folder.locked():
                finished, left = self._folder.complete()
                self._folder.sweep()
                return Recovery(finished, left)
        except SaveFailed as error:
            return Recovery(waiting=error.sentence)

    def _write(self, images: Images, tables: Tables, edits: Sequence[RowEdit], write: _Write) -> Receipt:
        receipt = new_receipt(write.label, write.now, [edit.file for edit in edits])
        every = (*edits, *version_edit(tables, edits)) if edits else ()
        new = edited_files(tables, every)
        self._backup_if_due(images, tables, every, write)
        files: dict[str, tuple[bytes | None, bytes | None]] = {name: (images[name].data, new[name]) for name in new}
        history = write.history(self.folder, receipt.id) if edits else None
        drops = tuple((name, digest(data)) for name in write.drops if (data := disk.read(self.folder / name)))
        if files or drops:
            disk.make_folder(self.folder)
            redo.apply(self.bounds, SaveStep(write.label, receipt.id, (), every, drops, history), files)
        if files:
            self._drop_old_records({**images, **{name: FileContent(data) for name, data in new.items()}}, write.now)
        return receipt

    def _drop_old_records(self, images: Images, now: datetime) -> None:
        """Remember the files as this save left them, and drop the records that nobody needs any more."""
        self._folder.backup_files.remember_fingerprint(fingerprint(images))
        saves.drop_old(self.folder, now, lambda: self._overwritten(read_tables(images)).records)

    def _backup_if_due(self, images: Images, tables: Tables, edits: Sequence[RowEdit], write: _Write) -> None:
        if not edits:
            return
        backup_files, newest = self._folder.backup_files, self._folder.backup_files.newest()
        if _widens(tables, edits):
            self._folder.backup(images, "Before adding a column", write.now)
        elif backup_files.last_fingerprint() != fingerprint(images):
            reason = "After a change from outside" if newest else "Before the first save"
            self._folder.backup(images, reason, write.now)
        elif newest is None or write.now.astimezone(UTC) - newest > ROUTINE:
            self._folder.backup(images, f"Before: {write.label}", write.now)


def _widens(tables: Tables, edits: Sequence[RowEdit]) -> bool:
    files = {edit.file for edit in edits}
    return any(added_columns(tables.by_file[file], [edit for edit in edits if edit.file == file]) for file in files)


_SYNCED = "A sync program made this copy because two devices changed one file. It is not read."
_MADE_HERE = "Another program wrote this version while Afterword saved its own. It is kept, and not read."


def _copy_problems(copies: Sequence[str]) -> tuple[Problem, ...]:
    reasons = ((name, _MADE_HERE if MADE_HERE in name else _SYNCED) for name in copies)
    return tuple(Problem(name, None, None, reason, "note", "copy") for name, reason in reasons)


def _refuse_drift(tables: Tables, edits: Sequence[RowEdit]) -> None:
    rows = []
    for edit in drifted_edits(tables, edits):
        table = tables.by_file[edit.file]
        if edit.key in table.blocked:
            raise RowUnreadable(edit.file, edit.key, table.blocked[edit.key])
        mine = table.model.from_cells(edit.after) if edit.after is not None else None
        rows.append(ConflictRow(edit.file, edit.key, mine, table.records.get(edit.key)))
    if rows:
        raise Conflict(tuple(rows))
