"""The files of the backups: one zip an image of the CSV files, outside of the data folder, thinned with age."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lib.store import disk

ROUTINE = timedelta(minutes=30)
"""A save keeps the image before it when the newest backup is older than this."""

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"\w+-\d+\.zip", re.ASCII)
_ABOUT = "about.json"
_FINGERPRINT = "seen.txt"


@dataclass(frozen=True)
class Backup:
    """One image of all CSV files: when and why it was made, and its size in bytes."""

    id: str
    at: datetime
    reason: str
    size: int


def ids_to_keep(times: Mapping[str, datetime], now: datetime) -> frozenset[str]:
    """The ids to keep: all of the last two hours, then the newest of each half hour for a day, of each day for
    a month, and of each week before that."""
    slots: dict[tuple[object, ...], str] = {}
    for backup_id, at in sorted(times.items(), key=lambda item: (item[1], item[0])):
        slots[_slot(backup_id, at, now)] = backup_id
    return frozenset(slots.values())


def _slot(backup_id: str, at: datetime, now: datetime) -> tuple[object, ...]:
    age = now - at
    if age < timedelta(hours=2):
        return ("each", backup_id)
    if age < timedelta(days=1):
        return ("half hour", int(at.timestamp()) // 1800)
    if age < timedelta(days=31):
        return ("day", at.date())
    return ("week", *at.isocalendar()[:2])


@dataclass(frozen=True)
class BackupFiles:
    """The folder that holds the backups of one data folder."""

    folder: Path

    def list(self) -> tuple[Backup, ...]:
        """The backups, newest first; a file that is none is passed over."""
        found = [backup for name in disk.names(self.folder) if (backup := self._backup(name))]
        return tuple(sorted(found, key=lambda backup: (backup.at, backup.id), reverse=True))

    def add(self, files: Mapping[str, bytes], reason: str, now: datetime) -> Backup:
        """Keep these files; older backups are thinned once it is durable. Raises ``OSError``."""
        at = now.astimezone(UTC)
        stamp = at.strftime(_STAMP)
        again = sum(name.startswith(stamp) for name in disk.names(self.folder))
        backup_id = f"{stamp}-{again:03d}"
        data = _zip(files, {"at": at.isoformat(), "reason": reason}, at)
        disk.make_folder(self.folder)
        disk.write(self.folder / f"{backup_id}.zip", data)
        self._discard_old(at)
        return Backup(backup_id, at, reason, len(data))

    def files(self, backup_id: str) -> dict[str, bytes] | None:
        """The files of a backup, or None if it is gone. Raises ``ValueError`` if it is damaged."""
        data = disk.read(self.folder / f"{backup_id}.zip") if self._time(f"{backup_id}.zip") else None
        if data is None:
            return None
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return {name: archive.read(name) for name in archive.namelist() if name != _ABOUT}
        except (zipfile.BadZipFile, EOFError) as error:
            raise ValueError("the backup is damaged") from error

    def newest(self) -> datetime | None:
        """When the newest backup was made."""
        return max((at for name in disk.names(self.folder) if (at := self._time(name))), default=None)

    def is_known(self) -> bool:
        """Whether anything was ever saved."""
        return any(name == _FINGERPRINT or self._time(name) for name in disk.names(self.folder))

    def last_fingerprint(self) -> str:
        """The fingerprint that the last save left; empty before the first."""
        return (disk.read(self.folder / _FINGERPRINT) or b"").decode("ascii", "replace")

    def remember_fingerprint(self, fingerprint: str) -> None:
        """Note the fingerprint that a save left. Losing the note costs one more backup, so a failure is no failure."""
        try:
            disk.make_folder(self.folder)
            disk.write_volatile(self.folder / _FINGERPRINT, fingerprint.encode())
        except OSError:
            return

    def clear(self) -> None:
        """Remove every backup, for good."""
        disk.clear(self.folder)

    def _discard_old(self, now: datetime) -> None:
        try:
            times = {name: at for name in disk.names(self.folder) if (at := self._time(name))}
        except OSError:
            return  # they go another time; the new one is there
        disk.discard_all(self.folder, set(times) - ids_to_keep(times, now))

    def _time(self, name: str) -> datetime | None:
        if not _NAME.fullmatch(name):
            return None
        try:
            return datetime.strptime(name.partition("-")[0], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            return None

    def _backup(self, name: str) -> Backup | None:
        at = self._time(name)
        if at is None:
            return None
        backup_id = name.removesuffix(".zip")
        try:
            data = disk.read(self.folder / name) or b""
        except OSError:
            return Backup(backup_id, at, "It cannot be read at present.", 0)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                reason = str(json.loads(archive.read(_ABOUT))["reason"])
        except (KeyError, ValueError, zipfile.BadZipFile):
            return None
        return Backup(backup_id, at, reason, len(data))


def _zip(files: Mapping[str, bytes], about: Mapping[str, str], at: datetime) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*sorted(files.items()), (_ABOUT, json.dumps(about).encode())):
            archive.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
