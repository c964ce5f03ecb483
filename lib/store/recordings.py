"""Recordings that the person chose to keep: one WAV file each, named by its question and the moment of the try."""

import re
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from lib.store import disk
from lib.store.bounds import RECORDING, RECORDINGS
from lib.store.errors import SaveFailed, reading

MOST_BYTES = 100_000_000
"""All of them together: a backup file that holds them can still be read back."""

_STAMP = "%Y%m%dT%H%M%SZ"
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Recording:
    """One file: ``key`` tells of which record it is (``key_of``), ``at`` when it was made; ``size`` in bytes."""

    name: str
    key: str
    at: datetime
    size: int


def key_of(record_id: str) -> str:
    """What a record is called in the name of a recording: its id, or a digest of one that no file can bear."""
    return record_id if _KEY.fullmatch(record_id) else f"x{sha256(record_id.encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class Recordings:
    """The recordings of one data folder."""

    folder: Path
    lock: Callable[[], AbstractContextManager[None]]

    def list(self) -> tuple[Recording, ...]:
        """All of them, the newest first. Raises ``SaveFailed``."""
        with reading("The list of recordings"):
            names = [name for name in disk.names(self._folder) if RECORDING.fullmatch(name)]
        marks = disk.file_state(self._folder, names).marks
        found = (_recording_of(name, mark[1]) for name, mark in zip(names, marks, strict=False) if mark)
        return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.name), reverse=True))

    def content(self, name: str) -> bytes | None:
        """The bytes of one; None if it is gone. Raises ``SaveFailed``."""
        with reading("The recording"):
            return disk.read(self._folder / name) if RECORDING.fullmatch(name) else None

    def files(self) -> dict[str, bytes]:
        """The bytes of all, by name. Raises ``SaveFailed``."""
        found = {one.name: self.content(one.name) for one in self.list()}
        return {name: data for name, data in found.items() if data is not None}

    def absent(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of these files that aren't here, by their names in the data folder."""
        there = {one.name for one in self.list()}
        return {
            f"{RECORDINGS}/{name}": data
            for name, data in files.items()
            if RECORDING.fullmatch(name) and name not in there
        }

    def is_kept(self, record_id: str, at: datetime, data: bytes) -> bool:
        """Whether just this recording was kept. Raises ``SaveFailed``."""
        return self.content(_name(record_id, at)) == data

    def keep(self, record_id: str, at: datetime, data: bytes) -> None:
        """Keep a recording made then; one of the same moment is replaced. Raises ``SaveFailed``."""
        name = _name(record_id, at)
        with self.lock():
            if len(data) + sum(one.size for one in self.list() if one.name != name) > MOST_BYTES:
                raise SaveFailed(
                    f"Your recordings take more than {MOST_BYTES // 1_000_000} MB with this one.",
                    "It wasn't kept.",
                    "Delete some under Your data, Move or erase.",
                )
            disk.make_folder(self._folder)
            disk.write(self._folder / name, data, follow=False)

    def remove(self, names: Collection[str]) -> None:
        """Remove these for good. Raises ``SaveFailed``."""
        with self.lock():
            for name in names:
                if RECORDING.fullmatch(name):
                    disk.remove(self._folder / name)

    @property
    def _folder(self) -> Path:
        return self.folder / RECORDINGS


def _name(record_id: str, at: datetime) -> str:
    return f"{key_of(record_id)}@{at.astimezone(UTC).strftime(_STAMP)}.wav"


def _recording_of(name: str, size: int) -> Recording | None:
    key, _, stamp = name.removesuffix(".wav").rpartition("@")
    try:
        return Recording(name, key, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), size)
    except ValueError:
        return None
