"""The data folder under its lock: its files read together, backed up, and an interrupted step completed."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lib.store import disk, redo
from lib.store.backup_files import Backup, BackupFiles
from lib.store.bounds import PRIVATE, PRIVATE_SUBFOLDERS, PathPolicy
from lib.store.contents import digest, interned
from lib.store.copies import is_conflict_copy
from lib.store.errors import ReadOnly, SaveFailed
from lib.store.locations import chosen_folder
from lib.store.lock import locked
from lib.store.tables import MODELS, FileContent, Tables, read_tables

Images = Mapping[str, FileContent]


@dataclass(frozen=True)
class Folder:
    """The data folder at ``path``; its lock and backups are in ``home``."""

    path: Path
    home: Path

    @contextmanager
    def locked(self, *, anew: bool = False) -> Iterator[None]:
        """Hold the folder's lock. Errors of the disk come out as ``SaveFailed``, and so does a folder that is gone,
        unless ``anew`` asks to create it."""
        try:
            with locked(self._lock_file):
                self._refuse_escape()
                if not anew and self.is_missing():
                    raise SaveFailed(f"The folder {self.path} isn't there, or holds none of your files.")
                yield
        except OSError as error:
            raise redo.save_failed(error) from error

    def is_missing(self) -> bool:
        """Whether this is a folder that was saved to, and that is gone or empty now, as on a drive that isn't plugged
        in. Raises ``OSError``."""
        if any(name.casefold() in MODELS or name == PRIVATE for name in disk.names(self.path)):
            return False
        return self.backup_files.is_known() or (chosen_folder() == self.path and not disk.is_folder(self.path))

    def _refuse_escape(self) -> None:
        if folder := self.bounds.first_escape():
            raise SaveFailed(
                f"The folder {folder} leads out of the data folder through a link. Nothing is written there."
            )

    def read_together(self) -> tuple[Images, tuple[str, ...]]:
        """All files, and the names of conflict copies, under the lock; without it if it cannot be had."""
        try:
            with locked(self._lock_file):
                return self.read()
        except (OSError, SaveFailed):
            return self.read()

    def read(self) -> tuple[Images, tuple[str, ...]]:
        """All files as they will be once an interrupted step is complete, and the names of conflict copies."""
        images = {file: _image(self.path / file) for file in MODELS}
        going = redo.pending_removals(self.bounds)
        copies = tuple(name for name in self.conflict_copies() if name not in going)
        return redo.with_pending(self.bounds, images), copies

    def file_state(self) -> disk.FileState:
        """How the files, and a step that was interrupted, look from outside."""
        return disk.file_state(self.path, (*MODELS, redo.RECORD))

    def writable(self) -> tuple[Images, Tables]:
        """All files, raw and typed. Raises ``ReadOnly`` if nothing may be written."""
        images, _ = self.read()
        tables = read_tables(images)
        if tables.read_only:
            raise ReadOnly(tables.read_only)
        return images, tables

    def why_not_writable(self) -> str:
        """Why the folder may not be written to, or ''."""
        if disk.is_writable(self.path):
            return ""
        return "Read-only: Afterword may not write to this folder."

    def complete(self) -> tuple[str, tuple[str, ...]]:
        """Complete a step that was interrupted: its label, and a line for each row that had to be left.

        Raises ``SaveFailed`` if that is not possible at present.
        """
        try:
            step = redo.pending(self.bounds)
            return (step.label, redo.finish(self.bounds, step)) if step else ("", ())
        except redo.RecordRefused:
            return "", self._set_aside("redo-refused.json", "named files that aren't this workbook's")
        except (ValueError, IsADirectoryError, disk.NoFile):
            return "", self._set_aside("redo-damaged.json", "was damaged")
        except OSError as error:
            raise redo.still_pending(error) from error

    def _set_aside(self, name: str, why: str) -> tuple[str, ...]:
        disk.move(self.path / redo.RECORD, self.path / PRIVATE / name)
        return (f"The record of an interrupted save {why}. It was moved to {PRIVATE}/{name}.",)

    def sweep(self) -> None:
        """Remove the temporary files of interrupted writes."""
        private, steps = self.path / PRIVATE, self.bounds.own_step_mark.parent
        parents = {disk.resolve(self.path / file).parent for file in MODELS}
        places = {*parents, *(private / name for name in PRIVATE_SUBFOLDERS), self.backup_files.folder}
        left = [place / name for place in places for name in disk.names(place) if name.endswith(disk.TEMPORARY)]
        left += [steps / name for name in disk.names(steps) if self.key in name]
        for path in left:
            disk.discard(path)

    def backup(self, images: Images, reason: str, now: datetime) -> Backup | None:
        """Back these files up; nothing if there are none yet. Raises ``OSError``."""
        files = {name: image.data for name, image in images.items() if image.data is not None}
        return self.backup_files.add(files, reason, now) if files else None

    @property
    def backup_files(self) -> BackupFiles:
        """The folder of the backups."""
        return BackupFiles(self.home / "backups" / self.key)

    @property
    def note_of_move(self) -> Path:
        """Where it is noted what a move into this folder left behind."""
        return self.home / "moved" / f"{self.key}.json"

    @property
    def _lock_file(self) -> Path:
        return self.home / "locks" / f"{self.key}.lock"

    @property
    def key(self) -> str:
        """What the folder is called in its home."""
        return self.bounds.key

    @property
    def bounds(self) -> PathPolicy:
        """Which files are the workbook's own."""
        return PathPolicy(self.path, self.home)

    def conflict_copies(self) -> tuple[str, ...]:
        """The names of the files that a sync program made because two devices changed one."""
        return tuple(name for name in self.names() if is_conflict_copy(name))

    def names(self) -> tuple[str, ...]:
        """All names in the folder; none if it cannot be looked into."""
        try:
            return disk.names(self.path)
        except OSError:
            return ()


def fingerprint(images: Images, copies: Sequence[str] = ()) -> str:
    """A hash over the content of all files, and the names of conflict copies."""
    content = hashlib.sha256()
    for name, image in sorted(images.items()):
        content.update(f"{name}|{digest(image.data)}|{image.failure}\n".encode())
    content.update("|".join(copies).encode("utf-8", "surrogateescape"))
    return content.hexdigest()[:32]


def _image(path: Path) -> FileContent:
    try:
        data = disk.read(path)
        return FileContent(data if data is None else interned(data))
    except OSError as error:
        return FileContent(failure=f"It couldn't be read: {error.strerror or type(error).__name__}.")
