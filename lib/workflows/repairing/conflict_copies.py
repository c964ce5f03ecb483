"""A file and the copy that a sync program made of it, side by side: one is chosen, the other stays in the backups."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from lib.dates import DateStyle
from lib.store import LoadedWorkbook, Receipt, Rewrite, SaveFailed, Store, compare, tables_of
from lib.store.copies import original_of
from lib.workflows.errors import Gone
from lib.workflows.repairing.looking_back import LookBack, beside

KeptSide = Literal["file", "copy"]


@dataclass(frozen=True)
class ConflictPair:
    """A conflict copy and its file. ``difference`` is what the copy holds against the file, entry by entry: 'gone' is
    what only the copy has. ``unreadable`` is why the copy cannot be taken, or ''."""

    copy: str
    file: str
    difference: LookBack
    unreadable: str = ""


def pair(store: Store, loaded: LoadedWorkbook, copy: str, today: date, dates: DateStyle) -> ConflictPair | None:
    """The copy beside its file; None if it is of no file of the workbook. Raises ``Gone``, ``SaveFailed``."""
    file, data = original_of(copy), store.content(copy)
    if data is None:
        raise Gone("That copy")
    if not file:
        return None
    now = store.backups.files()
    then = {**now, file: data}
    tables = tables_of(then)
    failure = tables.by_file[file].failure
    return ConflictPair(
        copy, file, beside(compare(now, then), tables, loaded, today, dates), failure.reason if failure else ""
    )


def choose(store: Store, copy: str, side: KeptSide, now: datetime) -> Receipt:
    """Keep the file or the copy under the file's name. The other is kept in the backup that is made first.

    Raises ``Gone`` if there is no such copy any more, ``SaveFailed`` if the copy cannot be read, and what the store
    raises. ``store.undo`` takes it back.
    """
    file, data = original_of(copy), store.content(copy)
    if data is None or not file:
        raise Gone("That copy")
    seen = store.content(file)
    if side == "copy" and tables_of({file: data}).by_file[file].failure:
        raise SaveFailed("That copy can't be read, so it wasn't used.", "Nothing was changed.", "")
    kept = seen if side == "file" else data
    label = f"{'The copy' if side == 'copy' else 'The file'} kept of two {file}"
    files = {file: (seen, kept), copy: (data, None)}
    return store.rewrite(Rewrite(label, "Before choosing between two copies", files), now)


def copies_in(store: Store, backup_id: str) -> tuple[str, ...]:
    """The conflict copies that a backup holds. Raises ``SaveFailed`` if the backup is gone or damaged."""
    return tuple(name for name in store.backups.files_of(backup_id) if original_of(name))


def lay_out_again(store: Store, backup_id: str, copy: str, now: datetime) -> Receipt:
    """Put a conflict copy from a backup beside its file again, to choose once more. Raises ``Gone``."""
    data = store.backups.files_of(backup_id).get(copy)
    if data is None or not original_of(copy):
        raise Gone("That copy")
    files = {copy: (store.content(copy), data)}
    return store.rewrite(Rewrite(f"{copy} laid beside its file again", "Before laying out a copy", files), now)
