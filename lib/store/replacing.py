"""A file replaced such that what another program writes there in that very moment isn't lost.

The old file gets a second name just before, and is looked at just after. Where the disk knows no second names, what is
written between the last look and the replacement is lost.
"""

from collections.abc import Collection
from pathlib import Path

from lib.store import disk
from lib.store.copies import name_of_copy
from lib.store.step import digest


def put_in_place_of(path: Path, staged: Path | None, seen: str) -> None:
    """Put what is staged in a file's place, or nothing. What another program wrote there since the file was ``seen``
    (a hash, empty for no file) is kept beside it."""
    is_linked = seen != "" and disk.link(path, _second_name(path))
    disk.move(staged, path) if staged else disk.remove(path)
    if is_linked:
        keep_if_changed(path, (seen,))


def keep_if_changed(path: Path, known: Collection[str]) -> None:
    """What stood in a file's place until it was replaced: away with it if its content is known, else a copy of it to
    look at."""
    second = _second_name(path)
    data = disk.read(second)
    if data is not None and digest(data) not in known:
        disk.move(second, path.with_name(name_of_copy(path.name, digest(data)[:6])))
    elif data is not None:
        disk.remove(second)


def _second_name(path: Path) -> Path:
    return path.with_name(f".{path.name}.before{disk.TEMPORARY}")
