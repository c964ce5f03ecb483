"""A workbook restored from the person's backup file: compared first, then replaced all or nothing, with undo."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lib.dates import DateStyle
from lib.english import counted, plural
from lib.exchange.archive import Archive, pack, unpack
from lib.exchange.locked_zip import lock, require_passphrase
from lib.records.errors import AfterwordError
from lib.records.interview import Interview
from lib.store import FileChange, LoadedWorkbook, Receipt, RowChange, Store, compare, tables_of
from lib.workflows.entries.entry_names import NOUNS, EntryNames
from lib.workflows.repairing.looking_back import LookBack, beside, is_own_affair

_NAMED = 3
"""Up to how many interviews are named."""


class Unusable(AfterwordError):
    """The file is a backup, but the workbook could not be used after it was restored."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"This backup cannot be restored as it is. {reason}",
            "Nothing was changed.",
            "Choose another backup, or repair that file in the zip first.",
        )


@dataclass(frozen=True)
class Restoring:
    """What restoring would do: file by file, and entry by entry. ``seen`` is the workbook that it was compared with.

    ``names`` knows the companies of both. ``left_out`` counts the rows of the backup that cannot be read; they come
    along in their file as they are, and ``recordings`` those that aren't here.
    """

    archive: Archive
    files: tuple[FileChange, ...]
    entries: LookBack
    names: EntryNames
    left_out: int
    recordings: int
    seen: str

    @property
    def changes_nothing(self) -> bool:
        """Whether the files are those of the backup already."""
        return not self.files and not self.recordings

    @property
    def lines(self) -> tuple[str, ...]:
        """What would happen in each file, and to what else the zip holds, in words."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[str]:
        for change in self.files:
            yield from self._lines_of(change)
        if self.archive.drafts:
            count = len(self.archive.drafts)
            yield (
                f"{counted(count, 'draft')} (words typed, and not yet saved as an entry) "
                f"{plural(count, 'comes', 'come')} back, unless {plural(count, 'it is', 'they are')} here already"
            )
        if self.recordings:
            yield f"{counted(self.recordings, 'recording')} {plural(self.recordings, 'comes', 'come')} back"
        if self.left_out:
            yield f"{counted(self.left_out, 'row')} of the backup cannot be read; they come along as they are"
        if self.archive.skipped_names:
            yield f"Left alone, since they are no files of a workbook: {', '.join(self.archive.skipped_names[:5])}"

    def _lines_of(self, change: FileChange) -> Iterator[str]:
        """'1 interview comes back: Sole Bistro, 8 Dec', and what changes and goes of the same file."""
        if not change.rows:
            yield f"{change.file}: the same rows, written another way"
        rows = [row for row in change.rows if not is_own_affair(row)]
        back = [row for row in rows if row.now is None]
        gone = [row for row in rows if row.then is None]
        changed = [row for row in rows if row.now and row.then]
        ways = ((back, "comes back", "come back"), (changed, "changes", "change"), (gone, "would go", "would go"))
        for found, one, many in ways:
            if found:
                what = counted(len(found), *NOUNS[change.file])
                yield f"{what} {plural(len(found), one, many)}{self._named(found)}"

    def _named(self, rows: Sequence[RowChange]) -> str:
        """Which interviews they are, if they are few."""
        interviews = [row.record for row in rows if isinstance(row.record, Interview)]
        if not interviews or len(interviews) > _NAMED:
            return ""
        return ": " + "; ".join(self.names.brief_interview(one) for one in interviews)


def backup_file(store: Store) -> bytes:
    """Everything as one zip, to keep elsewhere. Raises ``SaveFailed`` if a file cannot be read."""
    return pack(store.backups.files(), store.drafts.files(), store.recordings.files())


def locked_backup_file(store: Store, passphrase: str, again: str) -> bytes:
    """The same, locked with the passphrase, which is kept nowhere. Raises ``PassphraseRefused`` or ``SaveFailed``."""
    require_passphrase(passphrase, again)
    return lock(backup_file(store), passphrase)


def look_into(store: Store, loaded: LoadedWorkbook, data: bytes, today: date, dates: DateStyle) -> Restoring:
    """What restoring from that zip would change. Raises ``RefusedZip``, ``Unusable`` or ``SaveFailed``."""
    archive, seen = unpack(data), store.fingerprint()
    tables, changes = tables_of(archive.files), compare(store.backups.files(), archive.files)
    if tables.read_only:
        raise Unusable(tables.read_only)
    left_out = sum(problem.severity == "row" for problem in tables.problems)
    absent = len(store.recordings.absent(archive.recordings))
    names = EntryNames((tables.workbook(), loaded.workbook), today, dates)
    entries = beside(changes, tables, loaded, today, dates)
    return Restoring(archive, changes, entries, names, left_out, absent, seen)


def restore(store: Store, found: Restoring, now: datetime) -> Receipt:
    """Make the workbook what the backup holds; a backup of its current state is kept first, and undo puts it back.

    Raises ``SaveFailed``, also if the workbook was changed since it was looked at.
    """
    archive = found.archive
    return store.backups.put_back(
        archive.files, "Restored from a backup file", now, found.seen, archive.drafts, archive.recordings
    )
