"""On which days the workbook was opened, kept beside the backups: looking is not an entry."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from lib.store import disk
from lib.store.bounds import PathPolicy


def note_visit(home: Path, folder: Path, now: datetime) -> datetime | None:
    """Note that the workbook is open now; returns the last visit on an earlier day, or None if there was none.

    What cannot be written or read counts as not known; nothing depends on it but a greeting.
    """
    place, earlier = note_of(home, folder), last_visit(home, folder, now)
    kept = {"earlier": earlier.isoformat() if earlier else "", "newest": now.isoformat()}
    with suppress(OSError):
        disk.make_folder(place.parent)
        disk.write(place, json.dumps(kept).encode())
    return earlier


def last_visit(home: Path, folder: Path, now: datetime) -> datetime | None:
    """The last visit on an earlier day, or None if there was none."""
    earlier, newest = _last_visits(note_of(home, folder))
    return newest if newest and newest.astimezone(now.tzinfo).date() != now.date() else earlier


def note_of(home: Path, folder: Path) -> Path:
    """Where the visits to that folder are noted."""
    return home / "visits" / f"{PathPolicy(folder, home).key}.json"


def _last_visits(place: Path) -> tuple[datetime | None, datetime | None]:
    try:
        known = json.loads(disk.read(place) or b"{}")
        earlier, newest = (
            datetime.fromisoformat(text) if (text := known[key]) else None for key in ("earlier", "newest")
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None, None
    return earlier, newest
