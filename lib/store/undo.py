"""What the last changes did, row by row or file by file, so that each can be taken back, after a restart too."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lib.store import disk
from lib.store.edits import Edit
from lib.store.redo import PRIVATE
from lib.store.tables import MODELS

FOLDER = f"{PRIVATE}/undo"
DRAFTS = f"{PRIVATE}/drafts"
KEPT = 30
"""How many changes can be taken back."""


@dataclass(frozen=True)
class UndoEntry:
    """A change that can be taken back."""

    receipt_id: str
    label: str
    at: datetime


@dataclass(frozen=True)
class KeptFile:
    """A file that a change replaced as a whole: its content before (None: there was none), the hash of that after."""

    before: bytes | None
    after: str


@dataclass(frozen=True)
class Remembered:
    """An entry with its edits, the files it replaced as a whole, and the name of its file in the data folder."""

    entry: UndoEntry
    edits: tuple[Edit, ...]
    name: str
    files: Mapping[str, KeptFile]


def next_name(folder: Path, receipt_id: str) -> str:
    """The name under which the next entry is kept; names sort by age."""
    numbers = [int(name[:8]) for name in _names(folder)]
    return f"{FOLDER}/{max(numbers, default=0) + 1:08d}-{receipt_id}.json"


def _names(folder: Path) -> list[str]:
    return [name for name in disk.names(folder / FOLDER) if name[:8].isdecimal() and name.endswith(".json")]


def dumped(entry: UndoEntry, edits: Sequence[Edit], files: Mapping[str, KeptFile] | None = None) -> bytes:
    """An entry as it is kept."""
    return json.dumps(
        {
            "receipt_id": entry.receipt_id,
            "label": entry.label,
            "at": entry.at.isoformat(),
            "edits": [edit.as_json() for edit in edits],
            "files": {name: [_packed(kept.before), kept.after] for name, kept in (files or {}).items()},
        }
    ).encode()


def _packed(data: bytes | None) -> str | None:
    return None if data is None else b64encode(zlib.compress(data)).decode()


def _unpacked(text: str | None) -> bytes | None:
    return None if text is None else zlib.decompress(b64decode(text))


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
        files = {file: KeptFile(_unpacked(old), new) for file, (old, new) in values.get("files", {}).items()}
        known = all(edit.file in MODELS for edit in edits)  # a later version may have written of other files
        inside = all(Path(file).name == file or Path(file).parent == Path(DRAFTS) for file in files)
        return Remembered(entry, edits, f"{FOLDER}/{name}", files) if known and inside else None
    except (ValueError, KeyError, TypeError, zlib.error):
        return None


def thin(folder: Path) -> None:
    """Drop the entries beyond the last ones."""
    try:
        disk.thin(folder / FOLDER, sorted(_names(folder))[:-KEPT])
    except OSError:
        return  # they are dropped another time; the change itself is done
