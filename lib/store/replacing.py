"""A file replaced such that what another program writes there in that very moment isn't lost.

The new file swaps names with the one in its place, whichever that is by then, and what comes out is looked at. Where
system or disk don't know that, the old file gets a second name just before, and is looked at just after: a file that
another program puts there in between is lost. Without second names, so is all that it wrote since the last look.
"""

from collections.abc import Collection
from itertools import count
from pathlib import Path

from lib.store import disk
from lib.store.contents import digest
from lib.store.copies import name_of_copy


def put_in_place_of(path: Path, staged: Path | None, hash_before: str) -> None:
    """Put what is staged in a file's place, or nothing. What another program wrote there since the file had
    ``hash_before`` (empty for no file) is kept beside it."""
    second = second_name(path)
    if staged is None:
        disk.move(path, second)
        keep_if_changed(path, second, (hash_before,))
    elif disk.exchange(staged, path):
        keep_if_changed(path, staged, (hash_before,))
    else:
        is_linked = hash_before != "" and disk.link(path, second)
        disk.move(staged, path)
        if is_linked:
            keep_if_changed(path, second, (hash_before,))


def keep_if_changed(path: Path, old: Path, known: Collection[str]) -> None:
    """The file that was replaced, under its new name: removed if its content is known, else kept as a copy to look
    at."""
    data = disk.read(old)
    if data is not None and digest(data) not in known:
        disk.move(old, _name_for_copy(path, data))
    elif data is not None:
        disk.remove(old)


def _name_for_copy(path: Path, data: bytes) -> Path:
    """A name that no other copy has: one kept empty was about to be written into, and isn't empty any more."""
    mark = digest(data)[:6]
    names = (path.with_name(name_of_copy(path.name, f"{mark}-{number}" if number else mark)) for number in count())
    return next(name for name in names if disk.read(name) in (None, data or None))


def second_name(path: Path) -> Path:
    """The name under which the old file is looked at while it's replaced."""
    return path.with_name(f".{path.name}.before{disk.TEMPORARY}")
