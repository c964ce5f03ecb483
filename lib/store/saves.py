"""The records of the last saves of every kind: what each row was made, to be held against what the files hold now.

Records of changes that can be undone are in undo's folder, the others beside it; both share one numbering.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from lib.store import disk
from lib.store.bounds import SAVES, UNDO
from lib.store.edits import RowEdit
from lib.store.step import step_of

KEPT = 30
"""How many records are always kept."""

KEPT_FOR = timedelta(days=7)
MOST = 20_000_000
"""Bytes that the records beyond the last ones may take."""


@dataclass(frozen=True)
class Save:
    """One save: the name of its record in the data folder, the record's size in bytes, and what it made of which
    rows."""

    name: str
    at: datetime
    edits: tuple[RowEdit, ...]
    size: int


_read_before: dict[Path, dict[str, Save | None]] = {}
"""By folder and name the records read before: one is written once and never changed."""


def next_name(folder: Path, receipt_id: str, *, undoable: bool) -> str:
    """The name under which the next record is kept; names sort by age."""
    numbers = [_number(name) for name in names(folder)]
    return f"{UNDO if undoable else SAVES}/{max(numbers, default=0) + 1:08d}-{receipt_id}.json"


def _number(name: str) -> int:
    return int(name.rpartition("/")[2][:8])


def names(folder: Path) -> tuple[str, ...]:
    """The names of all records, the oldest first. Raises ``OSError``."""
    found = [f"{place}/{name}" for place in (UNDO, SAVES) for name in names_in(folder, place)]
    return tuple(sorted(found, key=lambda name: name.rpartition("/")[2]))


def names_in(folder: Path, place: str) -> tuple[str, ...]:
    """The file names of the records in one of the two places, the oldest first."""
    return tuple(name for name in disk.names(folder / place) if name[:8].isdecimal() and name.endswith(".json"))


def saves(folder: Path, found: Collection[str]) -> Iterator[Save]:
    """The records of these names; one that cannot be read is passed over."""
    known = _read_before.setdefault(folder, {})
    for gone in known.keys() - set(found):
        known.pop(gone, None)
    for name in found:
        if name not in known:
            known[name] = _save(folder / name, name)
        if save := known[name]:
            yield save


def _save(path: Path, name: str) -> Save | None:
    data = disk.read(path) or b""
    try:
        step = step_of(data)
    except ValueError:
        return None
    kept = step.history
    return Save(name, kept.at, (*step.edits, *kept.rows), len(data)) if kept else None


def drop_old(folder: Path, now: datetime, needed: Callable[[], Collection[str]]) -> None:
    """Drop what is neither among the last records, of either kind, nor of the last days, nor ``needed``."""
    try:
        every = names(folder)
        if len(every) <= KEPT:
            return
        undoable = [name for name in every if name.startswith(UNDO)]
        keep = {*every[-KEPT:], *undoable[-KEPT:]}
        room = MOST
        for save in reversed(tuple(saves(folder, every))):
            room -= save.size
            if room > 0 and now - save.at < KEPT_FOR:
                keep.add(save.name)
        if old := set(every) - keep:
            disk.discard_all(folder, old - set(needed()))
    except OSError:
        return  # they are dropped another time; the change itself is done
