"""The records of the last steps, kept once they are done, so that each can be undone, after a restart too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lib.store import disk, saves
from lib.store.bounds import UNDO, is_content
from lib.store.edits import RowEdit, names_version
from lib.store.step import KeptFile, head_of, step_of
from lib.store.tables import MODELS

KEPT = 30
"""How many changes can be undone."""


@dataclass(frozen=True)
class UndoEntry:
    """A change that can be undone."""

    receipt_id: str
    label: str
    at: datetime


@dataclass(frozen=True)
class RememberedStep:
    """An entry with its edits, the files it replaced as a whole, and the name of its file in the data folder.

    ``is_part``: the edits are a part of what was saved; the rest of it stays.
    """

    entry: UndoEntry
    edits: tuple[RowEdit, ...]
    name: str
    files: Mapping[str, KeptFile]
    is_part: bool = False


def _names(folder: Path) -> tuple[str, ...]:
    return saves.names_in(folder, UNDO)


def entries(folder: Path) -> tuple[UndoEntry, ...]:
    """The changes that can be undone, newest first, without unreadable ones."""
    found = (_entry(folder, name) for name in _names(folder)[: -KEPT - 1 : -1])
    return tuple(entry for entry in found if entry)


def _entry(folder: Path, name: str) -> UndoEntry | None:
    try:
        head = head_of(disk.read(folder / UNDO / name) or b"")
    except ValueError:
        return None
    known = all(file in MODELS for file in head.files)  # a later version may have written of other files
    return UndoEntry(head.receipt_id, head.note or head.label, head.at) if known and head.at else None


def find(folder: Path, receipt_id: str) -> RememberedStep | None:
    """The entry of that commit. Raises ``OSError`` if it cannot be read at present."""
    name = next((name for name in _names(folder) if name[9:-5] == receipt_id), None)
    entry = _entry(folder, name) if name else None
    return _step_of_entry(folder, name, entry) if name and entry else None


def _step_of_entry(folder: Path, name: str, entry: UndoEntry) -> RememberedStep | None:
    try:
        step = step_of(disk.read(folder / UNDO / name) or b"")
    except ValueError:
        return None
    files = step.history.files if step.history else {}
    is_ours = all(is_content(name) for name in files) and all(edit.file in MODELS for edit in step.edits)
    consequences = step.history.consequences if step.history else frozenset()
    edits = tuple(
        edit
        for edit in step.edits
        if not names_version(edit)  # the files stay of that version
        and (not consequences or (edit.file, edit.key) in consequences)
    )
    return RememberedStep(entry, edits, f"{UNDO}/{name}", files, bool(consequences)) if is_ours else None
