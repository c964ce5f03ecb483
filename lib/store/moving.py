"""Moving the workbook: copied byte by byte into another folder, read back, and only then the one that is used.

The old folder is left as it is. A copy that was interrupted is marked, and the next attempt starts over.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lib.store import disk
from lib.store.bounds import PRIVATE
from lib.store.contents import digest
from lib.store.erasing import Inventory, drop, inventory
from lib.store.errors import SaveFailed
from lib.store.folder import Folder
from lib.store.locations import choose_folder

_MARK = f"{PRIVATE}/moving.txt"
_KEPT = "Your files are still in the old folder, unchanged."


@dataclass(frozen=True)
class OldCopy:
    """What a move left behind: the old folder, and the files that it copied, with their content's hash."""

    folder: Path
    files: Mapping[Path, str]


def refusal(source: Path, target: Path) -> str:
    """Why the workbook cannot be moved into that folder, as a sentence, or ''. Raises ``OSError``."""
    here, there = disk.resolve(source), disk.resolve(target)
    if not target.is_absolute():
        return "Write the full path of the folder."
    if here == there:
        return "Your files are already in that folder."
    if here in there.parents:
        return "That folder is inside the current one. Choose one outside it."
    if there in here.parents:
        return "The current folder is inside that one. Choose another folder."
    if os.path.lexists(target) and not disk.is_folder(target):
        return "There is a file of that name, not a folder."
    if not disk.is_writable(target):
        return "Afterword may not write there."
    if (names := disk.names(target)) and not _is_left_over(source, target):
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        return f"That folder is not empty ({', '.join(names[:3])}{more}). Choose an empty or a new one."
    return ""


def _is_left_over(source: Path, target: Path) -> bool:
    """Whether an attempt to move ``source`` there was interrupted: its mark is there, or was about to be written."""
    names = disk.names(target / PRIVATE)
    barely_begun = disk.names(target) == (PRIVATE,) and all(name.endswith(disk.TEMPORARY) for name in names)
    return barely_begun or disk.read(target / _MARK) == os.fsencode(disk.resolve(source))


def move(source: Folder, target: Folder) -> Inventory:
    """Copy the workbook with its backups, drafts and notes, compare every byte, then make the copy the one in use.

    For one who holds both locks. What came along. Raises ``SaveFailed`` if the target will not do or the disk does not
    take it: then everything is as before.
    """
    if reason := refusal(source.path, target.path):
        raise SaveFailed(reason, _KEPT, "")
    going = inventory(source)
    _begin(source, target)
    copied = {path: _copied(path, _place(path, source, target)) for path in _paths(going)}
    if any(digest(disk.read(path)) != content for path, content in copied.items()):
        raise SaveFailed("A file was changed while it was copied.", _KEPT, "Please try again.")
    _note(source, target, copied)
    choose_folder(target.path)
    disk.discard(target.path / _MARK)
    return going


def _paths(going: Inventory) -> Iterator[Path]:
    for path in going.all:
        if not path.name.endswith(disk.TEMPORARY) and not path.match(f"*/{_MARK}") and path.parent.name != "moved":
            yield path


def _begin(source: Folder, target: Folder) -> None:
    """An empty copy with its mark; what an interrupted attempt left there goes."""
    disk.make_folder(target.path / PRIVATE)
    disk.write(target.path / _MARK, os.fsencode(disk.resolve(source.path)))
    begun = inventory(target)
    for path in (*begun.files, *begun.copies, *begun.private):
        if not path.match(f"*/{_MARK}"):
            disk.remove(path)


def _place(path: Path, source: Folder, target: Folder) -> Path:
    if path.is_relative_to(source.path):
        return target.path / path.relative_to(source.path)
    if path.is_relative_to(source.backup_files.folder):
        return target.backup_files.folder / path.relative_to(source.backup_files.folder)
    return path.with_name(path.name.replace(source.key, target.key))


def _copied(path: Path, place: Path) -> str:
    data = disk.read(path) or b""
    disk.make_folder(place.parent)
    disk.write(place, data)
    if disk.read(place) != data:
        raise SaveFailed(f"{path.name} wasn't copied correctly.", _KEPT, "Please choose another folder.")
    return digest(data)


def _note(source: Folder, target: Folder, copied: Mapping[Path, str]) -> None:
    earlier = old_copy(source)
    files = {**(earlier.files if earlier else {}), **copied}
    known = {"folder": os.fsdecode(source.path), "files": {os.fsdecode(path): files[path] for path in files}}
    disk.make_folder(target.note_of_move.parent)
    disk.write(target.note_of_move, json.dumps(known).encode())


def old_copy(folder: Folder) -> OldCopy | None:
    """What the move into this folder left behind, if it is still there."""
    try:
        known = json.loads(disk.read(folder.note_of_move) or b"")
        files = {Path(path): str(content) for path, content in known["files"].items()}
        there = {path: content for path, content in files.items() if digest(disk.read(path)) == content}
        return OldCopy(Path(known["folder"]), there) if there else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remove_old_copy(folder: Folder, old: Folder) -> int:
    """Remove what the move into ``folder`` left behind, file by file while it is what was copied; how many went.

    For one who holds the old folder's lock. Raises ``SaveFailed`` if not all went.
    """
    found = old_copy(folder)
    contents = {path: disk.read(path) or b"" for path in found.files} if found else {}
    drop(old, contents)
    disk.drop_empty(old.path)
    disk.discard(folder.note_of_move)
    disk.drop_empty(folder.note_of_move.parent)
    return len(contents)
