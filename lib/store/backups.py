"""Backups as the person meets them: looked at, made, restored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from lib.store import disk
from lib.store.backup_files import Backup
from lib.store.bounds import PRIVATE
from lib.store.drafts import Drafts
from lib.store.errors import SaveFailed, reading
from lib.store.folder import Folder, Images, fingerprint
from lib.store.receipt import Receipt, forget_receipts
from lib.store.recordings import Recordings
from lib.store.rewriting import Rewrite, rewrite
from lib.store.tables import FileContent, Tables, read_tables


@dataclass(frozen=True)
class Backups:
    """The backups of one data folder."""

    folder: Folder
    drafts: Drafts
    recordings: Recordings

    def list(self) -> tuple[Backup, ...]:
        """The backups, newest first."""
        with reading("The list of backups"):
            return self.folder.backup_files.list()

    def files(self) -> dict[str, bytes]:
        """The bytes of all files, from one moment. Raises ``SaveFailed`` if one cannot be read."""
        return _contents(_all_read(self.folder.read_together()[0]))

    def files_of(self, backup_id: str) -> dict[str, bytes]:
        """The files of a backup. Raises ``SaveFailed`` if it is gone or damaged."""
        try:
            with reading("The backup"):
                files = self.folder.backup_files.files(backup_id)
        except ValueError:
            raise SaveFailed("That backup is damaged.", "Nothing was changed.", "Please choose another one.") from None
        if files is None:
            raise SaveFailed("That backup is gone.", "Nothing was changed.", "Please choose another one.")
        return files

    def tables(self, backup_id: str) -> Tables:
        """The rows that a backup holds. Raises ``SaveFailed`` if it is gone or damaged."""
        return read_tables({name: FileContent(data) for name, data in self.files_of(backup_id).items()})

    def make(self, reason: str, now: datetime) -> Backup:
        """Keep the current files. Raises ``SaveFailed`` if the disk does not take it."""
        with self.folder.locked():
            disk.make_folder(self.folder.path / PRIVATE)  # an empty workbook isn't a folder that is gone
            files = _contents(_all_read(self.folder.read()[0]))
            return self.folder.backup_files.add(files, reason, now)

    def restore(self, backup_id: str, now: datetime) -> Receipt:
        """Put the files back as they were in a backup, as ``put_back`` does.

        Raises ``SaveFailed`` if the backup is gone or damaged, or the disk does not take it.
        """
        return self.put_back(self.files_of(backup_id), "A backup was restored", now)

    def put_back(
        self,
        files: Mapping[str, bytes],
        label: str,
        now: datetime,
        seen: str | None = None,
        drafts: Mapping[str, bytes] = MappingProxyType({}),
        recordings: Mapping[str, bytes] = MappingProxyType({}),
    ) -> Receipt:
        """Replace the workbook's files by these, all or nothing; those that are not among them go.

        The current files are backed up first, and ``Store.undo`` puts that back. ``written`` counts files here.
        ``seen`` is the fingerprint that the person decided on: if the files have changed since, nothing is done.
        ``drafts`` (by id) and ``recordings`` (by name) come along if there is none such yet; none goes. Raises
        ``SaveFailed``.
        """
        with self.folder.locked():
            self.folder.complete()
            images, copies = self.folder.read()
            if seen is not None and seen != fingerprint(images, copies):
                raise SaveFailed(
                    "The workbook changed in the meantime.",
                    "Nothing was replaced.",
                    "Please look again.",
                )
            changed = {name: (image.data, files.get(name)) for name, image in _all_read(images).items()}
            consequences = self.drafts.absent(drafts) | self.recordings.absent(recordings)
            changed |= {name: (None, data) for name, data in consequences.items()}
            receipt = rewrite(self.folder, Rewrite(label, "Before restoring a backup", changed), now)
            disk.make_folder(self.folder.path / PRIVATE)  # an empty workbook isn't a folder that is gone
            forget_receipts(disk.resolve(self.folder.path))
            return receipt


def _all_read(images: Images) -> Images:
    for name, image in images.items():
        if image.failure:
            raise SaveFailed(f"{name}: {image.failure}")
    return images


def _contents(images: Images) -> dict[str, bytes]:
    return {name: image.data for name, image in images.items() if image.data is not None}
