"""Which files a name read from disk may mean: the workbook's own, in its folder and in its home, links followed.

A data folder that was downloaded, unpacked or synced is data. What its records name is taken at its word nowhere else.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from lib.store import disk
from lib.store.copies import is_conflict_copy
from lib.store.links import has_no_links
from lib.store.tables import MODELS

PRIVATE = ".afterword"
"""The folder inside the data folder for drafts, recordings, records of saves and the redo record."""

DRAFTS, DISCARDED = f"{PRIVATE}/drafts", f"{PRIVATE}/discarded"
UNDO, SAVES = f"{PRIVATE}/undo", f"{PRIVATE}/saves"
RECORDINGS = f"{PRIVATE}/recordings"
PRIVATE_SUBFOLDERS = ("", "drafts", "discarded", "undo", "saves", "recordings")
"""The folders in the private one; it is itself one of them."""

DRAFT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_~-]*")
RECORDING = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*@\d{8}T\d{6}Z\.wav")


@dataclass(frozen=True)
class PathPolicy:
    """The data folder, and what is its own in its ``home``."""

    folder: Path
    home: Path

    @property
    def key(self) -> str:
        """What the folder is called in its home: a digest of its real path."""
        return hashlib.sha256(
            str(disk.with_disk_case(disk.resolve(self.folder))).encode("utf-8", "surrogateescape")
        ).hexdigest()[:16]

    @property
    def own_step_mark(self) -> Path:
        """Where it is noted, while it lasts, that this machine itself began the step whose record has that hash."""
        return self.home / "steps" / self.key

    def holds(self, name: str) -> bool:
        """Whether that file, named from the folder or absolutely, is within the folder once all links are followed."""
        if has_no_links(self.folder, name):
            return True
        try:
            path, folder = disk.resolve(self.folder / name), disk.resolve(self.folder)
        except (OSError, ValueError):
            return False
        if path.is_relative_to(folder):
            return path != folder
        key = self.key
        notes = (self.home / part / f"{key}.json" for part in ("visits", "moved"))
        return any(path.is_relative_to(disk.resolve(own)) for own in (self.home / "backups" / key, *notes))

    def first_escape(self) -> Path | None:
        """The first of the private folders that a link leads out of the data folder; None if all is well."""
        private = self.folder / PRIVATE
        return next((private / name for name in PRIVATE_SUBFOLDERS if not self.holds(f"{PRIVATE}/{name}")), None)

    def may_replace(self, name: str) -> bool:
        """Whether a record may put new content in the place of that file, or take it away: a table, a copy of one,
        a draft or a recording."""
        return is_content(name) and self.holds(name)

    def may_drop(self, name: str) -> bool:
        """Whether a record may have that file removed: nothing but what Afterword itself keeps."""
        if not self.holds(name):
            return False
        path = Path(name)
        if path.is_absolute():
            within, folder = disk.resolve(path), disk.resolve(self.folder)
            return not within.is_relative_to(folder) or self.may_drop(within.relative_to(folder).as_posix())
        is_kept_here = path.parts[:1] == (PRIVATE,) or is_conflict_copy(path.name) or path.name.endswith(disk.TEMPORARY)
        return is_kept_here and ".." not in path.parts

    def may_keep(self, name: str) -> bool:
        """Whether the record of a step may be kept under that name."""
        place, _, last = name.rpartition("/")
        return place in (UNDO, SAVES) and is_bare_filename(last) and self.holds(name)


def is_content(name: str) -> bool:
    """Whether that is the name of a table, of a conflict copy of one, of a draft or a recording, in the data folder."""
    place, _, last = name.rpartition("/")
    if place == RECORDINGS:
        return RECORDING.fullmatch(last) is not None
    if place:
        return place == DRAFTS and DRAFT_ID.fullmatch(last.removesuffix(".json")) is not None
    return name in MODELS or (is_conflict_copy(name) and is_bare_filename(name))


def is_bare_filename(name: str) -> bool:
    """Whether a name is that of a file right there, on every system."""
    return name not in ("", ".", "..") and PurePosixPath(name).name == name == PureWindowsPath(name).name
