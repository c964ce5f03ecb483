"""Erasing everything for good, with a count first: files, drafts, backups and notes.

The decision is one redo record: a crash before it leaves all, one after it leaves the rest to the next start. Each
file goes only while it holds what was there when the person decided.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lib.store import disk, redo
from lib.store.bounds import PRIVATE
from lib.store.contents import digest
from lib.store.errors import SaveFailed
from lib.store.folder import Folder
from lib.store.links import is_link
from lib.store.redo import RECORD
from lib.store.step import SaveStep
from lib.store.tables import MODELS
from lib.store.visits import note_of

LABEL = "erasing everything"


@dataclass(frozen=True)
class Inventory:
    """All that Afterword keeps of one workbook, as paths, and what else is in its folder, which stays.

    ``private`` are drafts, undo records and the like; ``notes`` the marks beside the backups.
    """

    files: tuple[Path, ...]
    copies: tuple[Path, ...]
    private: tuple[Path, ...]
    backups: tuple[Path, ...]
    notes: tuple[Path, ...]
    stays: tuple[str, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """Everything that goes."""
        return (*self.files, *self.copies, *self.private, *self.backups, *self.notes)

    def count(self, part: str) -> int:
        """How many files are in that folder of ``.afterword``, such as 'drafts'."""
        return sum(path.parent.name == part for path in self.private)


def inventory(folder: Folder) -> Inventory:
    """What there is of the workbook. Raises ``OSError`` if a folder cannot be looked into."""
    path, backup_files = folder.path, folder.backup_files.folder
    names = disk.names(path)
    copies = folder.conflict_copies()
    files = tuple(path / file for file in MODELS if file in names or disk.is_there(path / file))
    ours = {*MODELS, *copies, PRIVATE, *(name for name in names if path / name.casefold() in files)}
    backups = [backup_files / name for name in disk.names(backup_files)]
    left_over = [path / name for name in names if name.endswith(disk.TEMPORARY)]
    noted = _existing(note_of(folder.home, path), folder.note_of_move)
    return Inventory(
        files,
        tuple(path / name for name in copies),
        (*_files_under(path / PRIVATE), *left_over),
        tuple(found for found in backups if found.suffix == ".zip"),
        (*(found for found in backups if found.suffix != ".zip"), *noted),
        tuple(name for name in names if name not in ours and not name.endswith(disk.TEMPORARY)),
    )


def _files_under(place: Path) -> tuple[Path, ...]:
    found: list[Path] = []
    for name in disk.names(place):
        path = place / name
        if disk.is_folder(path):
            found.extend(() if is_link(path) else _files_under(path))
        elif not path.match(f"*/{RECORD}"):
            found.append(path)
    return tuple(found)


def _existing(*paths: Path) -> tuple[Path, ...]:
    return tuple(path for path in paths if path.name in disk.names(path.parent))


def erase(folder: Folder) -> Inventory:
    """Erase all of it; the caller holds the lock. Returns what went. Raises ``SaveFailed`` if nothing, or not all,
    went."""
    going = inventory(folder)
    drop(folder, {path: _content(path) for path in going.all})
    return going


def _content(path: Path) -> bytes:
    try:
        return disk.read(path) or b""
    except OSError as error:
        raise SaveFailed(
            f"{path.name} can't be opened, so it can't be erased.", "Nothing was erased.", "Remove it yourself first."
        ) from error


def drop(folder: Folder, contents: Mapping[Path, bytes]) -> None:
    """Remove these files for good, each while it holds that content; then the folders that are empty by that.

    For one who holds the lock. Raises ``SaveFailed`` if nothing, or not all, went.
    """
    if not contents:
        return
    targets = {path.name: (data, None) for path, data in contents.items() if _is_table(folder, path)}
    drops = tuple((str(path), digest(data)) for path, data in contents.items() if not _is_table(folder, path))
    try:
        redo.apply(folder.bounds, SaveStep(LABEL, "", (), drops=drops), targets)
    except SaveFailed as error:
        raise _naming_the_left(folder, contents, error) from error
    if rest := [path.name for path, data in contents.items() if _holds(path, data)]:
        raise SaveFailed(f"Not everything is erased yet: {', '.join(rest[:5])}.", "The rest is gone.", _LATER)
    with suppress(OSError):  # all of it is gone; an empty folder may stay
        _tidy(folder, contents)


_LATER = "It is completed at the next save, or when Afterword starts again."


def _is_table(folder: Folder, path: Path) -> bool:
    return path.parent == folder.path and path.name in MODELS


def _naming_the_left(folder: Folder, contents: Mapping[Path, bytes], error: SaveFailed) -> SaveFailed:
    if _is_pending(folder):
        return SaveFailed("Erasing is only half done, because the disk stopped.", "", _LATER)
    if all(_holds(path, data) for path, data in contents.items()):
        return error
    written = "Another program wrote into the files while they were erased."
    return SaveFailed(written, "What it wrote is still there.", "Look at it, and erase again.")


def _is_pending(folder: Folder) -> bool:
    try:
        return redo.pending(folder.bounds) is not None
    except (OSError, ValueError):
        return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return disk.read(path) == data
    except OSError:
        return True


def _tidy(folder: Folder, paths: Iterable[Path]) -> None:
    """Take away links that lead nowhere now, and folders in which nothing is left."""
    for path in paths:
        disk.drop_dangling(path)
    private = folder.path / PRIVATE
    places = {path.parent for path in paths} | {private} | {private / name for name in disk.names(private)}
    for place in sorted(places - {folder.path}, key=lambda place: len(place.parts), reverse=True):
        disk.drop_empty(place)
