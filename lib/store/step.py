"""One all-or-nothing step, and the record of it: first what will be done, then what was done."""

import hashlib
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lib.store.edits import RowEdit, RowId


@dataclass(frozen=True)
class Target:
    """A file to replace: its name in the data folder, what is staged for it, its hashes before and after (or empty)."""

    name: str
    staged: str
    old: str
    new: str


@dataclass(frozen=True)
class KeptFile:
    """A file that a step replaced as a whole: its content before (None: there was none), the hash of that after."""

    before: bytes | None
    after: str


@dataclass(frozen=True)
class HistoryEntry:
    """What stays of a step once it is done: its record, under that name in the data folder.

    ``files`` are those that were replaced as a whole, and ``rows`` what that made of which rows. Where ``consequences``
    names rows, these alone are undone, under the name ``note``.
    """

    name: str
    at: datetime
    files: Mapping[str, KeptFile] = field(default_factory=dict)
    note: str = ""
    consequences: frozenset[RowId] = frozenset()
    rows: tuple[RowEdit, ...] = ()


@dataclass(frozen=True)
class SaveStep:
    """One all-or-nothing step: files to put in place, then files to drop. ``edits`` are the same row by row.

    ``drops`` holds name and hash of each: one that was rewritten since then is kept. Without a ``history`` nothing
    stays of the step.
    """

    label: str
    receipt_id: str
    targets: tuple[Target, ...] = ()
    edits: tuple[RowEdit, ...] = ()
    drops: tuple[tuple[str, str], ...] = ()
    history: HistoryEntry | None = None


@dataclass(frozen=True)
class Head:
    """The header of a step's record, without its contents; ``files`` are those whose rows it edits.

    ``note`` is what is undone, if that isn't the whole step.
    """

    label: str
    receipt_id: str
    at: datetime | None
    files: tuple[str, ...]
    note: str = ""


def record_of(step: SaveStep) -> bytes:
    """The record of a step: its header, its contents, and a hash over both."""
    kept = step.history
    files = sorted({edit.file for edit in step.edits})
    about = {
        "label": step.label,
        "receipt_id": step.receipt_id,
        "at": kept.at.isoformat() if kept else None,
        "files": files,
        "note": kept.note if kept else "",
    }
    body = {
        "targets": [vars(target) for target in step.targets],
        "edits": [edit.as_json() for edit in step.edits],
        "drops": step.drops,
        "keepsake": kept.name if kept else None,
        "kept": {name: [_to_base64(file.before), file.after] for name, file in kept.files.items()} if kept else {},
        "along": sorted(kept.consequences) if kept else [],
        "rows": [edit.as_json() for edit in kept.rows] if kept else [],
    }
    parts = json.dumps(about), json.dumps(body)
    return json.dumps({"sha256": _checksum(*parts), "about": parts[0], "step": parts[1]}).encode()


def _checksum(about: str, body: str) -> str:
    return hashlib.sha256((about + body).encode()).hexdigest()


def _to_base64(data: bytes | None) -> str | None:
    return None if data is None else b64encode(zlib.compress(data)).decode()


def _from_base64(text: str | None) -> bytes | None:
    return None if text is None else zlib.decompress(b64decode(text))


def step_of(data: bytes) -> SaveStep:
    """The step that a record holds. Raises ``ValueError`` if it is damaged."""
    about = head_of(data)
    try:
        body = json.loads(json.loads(data)["step"])
        files = {name: KeptFile(_from_base64(before), after) for name, (before, after) in body["kept"].items()}
        return SaveStep(
            about.label,
            about.receipt_id,
            tuple(Target(**target) for target in body["targets"]),
            tuple(RowEdit.from_json(edit) for edit in body["edits"]),
            tuple((name, content) for name, content in body["drops"]),
            _history(body, about, files),
        )
    except (KeyError, TypeError, zlib.error) as error:
        raise ValueError("the record of a step is damaged") from error


def _history(body: Mapping[str, Any], about: Head, files: Mapping[str, KeptFile]) -> HistoryEntry | None:
    if not body["keepsake"] or not about.at:
        return None
    consequences = frozenset((file, tuple(key)) for file, key in body.get("along", ()))  # older records have none
    rows = tuple(RowEdit.from_json(edit) for edit in body.get("rows", ()))
    return HistoryEntry(body["keepsake"], about.at, files, about.note, consequences, rows)


def is_sound_moment(at: datetime) -> bool:
    """Whether a time that was read has its zone, and a day before and after it in every zone."""
    return at.tzinfo is not None and date.min.year < at.year < date.max.year


def head_of(data: bytes) -> Head:
    """The header of a step's record. Raises ``ValueError`` if it, or its contents, are damaged."""
    try:
        outer = json.loads(data)
        about = json.loads(outer["about"])
        at = datetime.fromisoformat(about["at"]) if about["at"] else None
        if at and not is_sound_moment(at):
            raise ValueError("the record of a step has a time that is none")
        found = Head(about["label"], about["receipt_id"], at, tuple(about["files"]), about.get("note", ""))
        if outer["sha256"] == _checksum(outer["about"], outer["step"]):
            return found
    except (KeyError, TypeError) as error:
        raise ValueError("the record of a step is damaged") from error
    raise ValueError("the record of a step is damaged")
