"""On which days the workbook was opened, kept beside the backups: looking is not an entry."""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from lib.store import disk


def note_visit(home: Path, folder: Path, now: datetime) -> datetime | None:
    """Note that the workbook is open now; returns the last visit on an earlier day, or None where there was none.

    What cannot be written or read counts as not known; nothing depends on it but a greeting.
    """
    place = home / "visits" / f"{sha256(str(disk.real(folder)).encode()).hexdigest()[:16]}.json"
    try:
        data = disk.read(place)
        known = json.loads(data) if data else {}
        earlier, newest = known.get("earlier", ""), known.get("newest", "")
    except (OSError, ValueError, AttributeError):
        earlier, newest = "", ""
    if newest and datetime.fromisoformat(newest).astimezone(now.tzinfo).date() != now.date():
        earlier = newest
    try:
        disk.make_folder(place.parent)
        disk.write(place, json.dumps({"earlier": earlier, "newest": now.isoformat()}).encode())
    except OSError:
        pass
    return datetime.fromisoformat(earlier) if earlier else None
