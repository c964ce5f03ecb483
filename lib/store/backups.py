"""Backups as the person meets them: looked at, made, restored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lib.store import disk
from lib.store.errors import SaveFailed, reading
from lib.store.folder import Folder, Images
from lib.store.receipt import Receipt, forget_given
from lib.store.rewriting import Rewrite, rewrite
from lib.store.shelf import Backup
from lib.store.tables import Image, Tables, read_tables


@dataclass(frozen=True)
class Backups:
    """The backups of one data folder."""

    folder: Folder

    def list(self) -> tuple[Backup, ...]:
        """The backups, newest first."""
        with reading("The list of backups"):
            return self.folder.shelf.list()

    def tables(self, backup_id: str) -> Tables:
        """The rows that a backup holds. Raises ``SaveFailed`` where it is gone or damaged."""
        return read_tables({name: Image(data) for name, data in self.files(backup_id).items()})

    def files(self, backup_id: str) -> dict[str, bytes]:
        """The files that a backup holds, by name. Raises ``SaveFailed`` where it is gone or damaged."""
        try:
            with reading("The backup"):
                files = self.folder.shelf.files(backup_id)
        except ValueError:
            raise SaveFailed("That backup is damaged.", "Nothing was changed.", "Please choose another one.") from None
        if files is None:
            raise SaveFailed("That backup is no longer there.", "Nothing was changed.", "Please choose another one.")
        return files

    def make(self, reason: str, now: datetime) -> Backup:
        """Keep the files as they stand. Raises ``SaveFailed`` where the disk does not take it."""
        with self.folder.locked():
            images = _all_read(self.folder)
            files = {name: image.data for name, image in images.items() if image.data is not None}
            return self.folder.shelf.put(files, reason, now)

    def restore(self, backup_id: str, now: datetime) -> Receipt:
        """Put the files back as they were in a backup, all or nothing; ``Store.undo`` takes it back.

        How they stand now is backed up first. ``written`` counts files here. Raises ``SaveFailed`` where the backup is
        gone or damaged, or the disk does not take it.
        """
        return self.put_back(self.files(backup_id), "A backup was restored", "Before restoring a backup", now)

    def put_back(self, kept: Mapping[str, bytes], label: str, reason: str, now: datetime) -> Receipt:
        """Make ``kept`` the workbook's files, as ``restore`` does; a file of the workbook not among them goes."""
        with self.folder.locked():
            self.folder.complete()
            images = _all_read(self.folder)
            files = {name: (image.data, kept.get(name)) for name, image in images.items()}
            receipt = rewrite(self.folder, Rewrite(label, reason, files), now)
            forget_given(disk.real(self.folder.path))
            return receipt


def _all_read(folder: Folder) -> Images:
    images, _ = folder.read()
    for name, image in images.items():
        if image.failure:
            raise SaveFailed(f"{name}: {image.failure}")
    return images
