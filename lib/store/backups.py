"""Backups as the person meets them: looked at, made, restored."""

from dataclasses import dataclass
from datetime import datetime

from lib.store import disk, redo
from lib.store.errors import SaveFailed, reading
from lib.store.folder import Folder, Images, fingerprint
from lib.store.receipt import Receipt, forget_given, new_receipt
from lib.store.shelf import Backup
from lib.store.tables import Image


@dataclass(frozen=True)
class Backups:
    """The backups of one data folder."""

    folder: Folder

    def list(self) -> tuple[Backup, ...]:
        """The backups, newest first."""
        with reading("The list of backups"):
            return self.folder.shelf.list()

    def make(self, reason: str, now: datetime) -> Backup:
        """Keep the files as they stand. Raises ``SaveFailed`` where the disk does not take it."""
        with self.folder.locked():
            images = _all_read(self.folder)
            files = {name: image.data for name, image in images.items() if image.data is not None}
            return self.folder.shelf.put(files, reason, now)

    def restore(self, backup_id: str, now: datetime) -> Receipt:
        """Put the files back as they were in a backup, all or nothing; how they stand now is backed up first.

        ``written`` counts files here. Raises ``SaveFailed`` where the backup is gone or damaged, or the disk does
        not take it.
        """
        with self.folder.locked():
            self.folder.complete()
            kept = self._files(backup_id)
            images = _all_read(self.folder)
            self.folder.keep(images, "Before restoring a backup", now)
            changed = {
                name: (image.data, kept.get(name)) for name, image in images.items() if image.data != kept.get(name)
            }
            receipt = new_receipt("A backup was restored", now, list(changed))
            if changed:
                disk.make_folder(self.folder.path)
                redo.take(self.folder.path, redo.Step(receipt.label, receipt.id, ()), changed)
            forget_given(disk.real(self.folder.path))
            self.folder.shelf.remember(fingerprint({name: Image(kept.get(name)) for name in images}))
            return receipt

    def _files(self, backup_id: str) -> dict[str, bytes]:
        try:
            files = self.folder.shelf.files(backup_id)
        except ValueError:
            raise SaveFailed("That backup is damaged.", "Nothing was changed.", "Please choose another one.") from None
        if files is None:
            raise SaveFailed("That backup is no longer there.", "Nothing was changed.", "Please choose another one.")
        return files


def _all_read(folder: Folder) -> Images:
    images, _ = folder.read()
    for name, image in images.items():
        if image.failure:
            raise SaveFailed(f"{name}: {image.failure}")
    return images
