"""What the last changes did, row by row, so that each can be taken back, after a restart too."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lib.store import disk
from lib.store.edits import Edit
from lib.store.redo import PRIVATE
from lib.store.tables import MODELS

FOLDER = f"{PRIVATE}/undo"
KEPT = 30
"""How many changes can be taken back."""


@dataclass(frozen=True)
class UndoEntry:
    """A change that can be taken back."""

    receipt_id: str
    label: str
    at: datetime


@dataclass(frozen=True)
class Replaced:
    """That all files were replaced at once: the backup of before ('' for none: there was no file), the fingerprint
    that the files had afterwards, and name and hash of each draft that came along."""

    backup_id: str
    fingerprint: str
    drafts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Remembered:
    """An entry with its edits, or with what it replaced as a whole, and the name of its file in the data folder."""

    entry: UndoEntry
    edits: tuple[Edit, ...]
    name: str
    replaced: Replaced | None = None


def next_name(folder: Path, receipt_id: str) -> str:
    """The name under which the next entry is kept; names sort by age."""
    numbers = [int(name[:8]) for name in _names(folder)]
    return f"{FOLDER}/{max(numbers, default=0) + 1:08d}-{receipt_id}.json"


def _names(folder: Path) -> list[str]:
    return [name for name in disk.names(folder / FOLDER) if name[:8].isdecimal() and name.endswith(".json")]


def dumped(entry: UndoEntry, edits: Sequence[Edit], replaced: Replaced | None = None) -> bytes:
    """An entry as it is kept."""
    values = {
        "receipt_id": entry.receipt_id,
        "label": entry.label,
        "at": entry.at.isoformat(),
        "edits": [edit.as_json() for edit in edits],
    }
    return json.dumps({**values, "replaced": vars(replaced)} if replaced else values).encode()


def remembered(folder: Path) -> tuple[Remembered, ...]:
    """The changes that can be taken back, newest first; an entry that cannot be read is passed over."""
    found = (_load(folder, name) for name in sorted(_names(folder), reverse=True)[:KEPT])
    return tuple(entry for entry in found if entry)


def find(folder: Path, receipt_id: str) -> Remembered | None:
    """The entry of that commit. Raises ``OSError`` where it cannot be read at present."""
    name = next((name for name in _names(folder) if name[9:-5] == receipt_id), None)
    return _load(folder, name) if name else None


def _load(folder: Path, name: str) -> Remembered | None:
    try:
        values = json.loads(disk.read(folder / FOLDER / name) or b"")
        entry = UndoEntry(values["receipt_id"], values["label"], datetime.fromisoformat(values["at"]))
        edits = tuple(Edit.from_json(edit) for edit in values["edits"])
        known = all(edit.file in MODELS for edit in edits)  # a later version may have written of other files
        replaced = _replaced(values["replaced"]) if "replaced" in values else None
        return Remembered(entry, edits, f"{FOLDER}/{name}", replaced) if known else None
    except (ValueError, KeyError, TypeError):
        return None


def _replaced(values: dict[str, Any]) -> Replaced:
    return Replaced(values["backup_id"], values["fingerprint"], tuple((name, was) for name, was in values["drafts"]))


def thin(folder: Path) -> None:
    """Drop the entries beyond the last ones."""
    try:
        disk.thin(folder / FOLDER, sorted(_names(folder))[:-KEPT])
    except OSError:
        return  # they are dropped another time; the change itself is done
