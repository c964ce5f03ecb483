"""Backups as the person meets them: looked at, made, restored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from lib.store import disk, redo, undo
from lib.store.drafts import Drafts
from lib.store.errors import SaveFailed, reading
from lib.store.folder import Folder, Images, fingerprint
from lib.store.receipt import Receipt, forget_given, new_receipt
from lib.store.shelf import Backup
from lib.store.tables import MODELS, Image
from lib.store.undo import UndoEntry


@dataclass(frozen=True)
class Backups:
    """The backups of one data folder."""

    folder: Folder
    drafts: Drafts

    def list(self) -> tuple[Backup, ...]:
        """The backups, newest first."""
        with reading("The list of backups"):
            return self.folder.shelf.list()

    def make(self, reason: str, now: datetime) -> Backup:
        """Keep the files as they stand. Raises ``SaveFailed`` where the disk does not take it."""
        with self.folder.locked():
            files = _contents(_all_read(self.folder.read()[0]))
            return self.folder.shelf.put(files, reason, now)

    def files(self) -> dict[str, bytes]:
        """The bytes of all files, as they stand together. Raises ``SaveFailed`` where one cannot be read."""
        images, _ = self.folder.read_together()
        return _contents(_all_read(images))

    def restore(self, backup_id: str, now: datetime) -> Receipt:
        """Put the files back as they were in a backup, as ``put_back`` does.

        Raises ``SaveFailed`` where the backup is gone or damaged, or the disk does not take it.
        """
        return self.put_back(self.kept(backup_id), "A backup was restored", now)

    def put_back(
        self,
        files: Mapping[str, bytes],
        label: str,
        now: datetime,
        seen: str | None = None,
        drafts: Mapping[str, bytes] = MappingProxyType({}),
    ) -> Receipt:
        """Replace the workbook's files by these, all or nothing; those that are not among them go.

        How they stand now is backed up first, and ``Store.undo`` puts that back. ``written`` counts files here.
        ``seen`` is the fingerprint that the person decided on: where the files have changed since, nothing is done.
        ``drafts`` (by id) come along where there is none of that id yet; no draft goes. Raises ``SaveFailed``.
        """
        with self.folder.locked():
            self.folder.complete()
            images, copies = self.folder.read()
            if seen is not None and seen != fingerprint(images, copies):
                raise SaveFailed(
                    "The workbook was changed while you looked at what would change.",
                    "Nothing was replaced.",
                    "Look at it once more.",
                )
            before = self.folder.keep(_all_read(images), "Before restoring a backup", now)
            receipt = new_receipt(label, now, list(_changed(images, files)))
            new: dict[str, bytes | None] = dict(self.drafts.absent(drafts))
            changed = {**_changed(images, files), **{name: (None, data) for name, data in new.items()}}
            if changed:
                disk.make_folder(self.folder.path)
                came = tuple((name, redo.digest(data)) for name, data in new.items())
                replaced = undo.Replaced(before.id if before else "", _print_of(files), came)
                entry = undo.dumped(UndoEntry(receipt.id, label, now), (), replaced)
                name = undo.next_name(self.folder.path, receipt.id)
                redo.take(self.folder.path, redo.Step(label, receipt.id, ()), {**changed, name: (None, entry)})
                undo.thin(self.folder.path)
            forget_given(disk.real(self.folder.path))
            self.folder.shelf.remember(_print_of(files))
            return receipt

    def take_back(self, found: undo.Remembered, replaced: undo.Replaced, now: datetime) -> Receipt:
        """Put the files back as they were before they were replaced, for one who holds the lock.

        Raises ``SaveFailed`` where anything was changed since, or the backup of before is gone.
        """
        images = _all_read(self.folder.read()[0])
        if fingerprint(images) != replaced.fingerprint:
            raise SaveFailed(
                "The workbook was changed since then, and taking that back would lose the changes.",
                "Nothing was changed.",
                "The files of before stand among the backups, on the page Data.",
            )
        files = self.kept(replaced.backup_id) if replaced.backup_id else {}
        label = f"Taken back: {found.entry.label}"
        self.folder.keep(images, f"Before taking back: {found.entry.label}", now)
        changed = _changed(images, files)
        receipt = new_receipt(label, now, list(changed))
        drops = ((found.name, redo.digest(disk.read(self.folder.path / found.name))), *replaced.drafts)
        redo.take(self.folder.path, redo.Step(label, receipt.id, (), drops=drops), changed)
        forget_given(disk.real(self.folder.path))
        self.folder.shelf.remember(_print_of(files))
        return receipt

    def kept(self, backup_id: str) -> dict[str, bytes]:
        """The files of a backup. Raises ``SaveFailed`` where it is gone or damaged."""
        try:
            with reading("The backup"):
                files = self.folder.shelf.files(backup_id)
        except ValueError:
            raise SaveFailed("That backup is damaged.", "Nothing was changed.", "Please choose another one.") from None
        if files is None:
            raise SaveFailed("That backup is no longer there.", "Nothing was changed.", "Please choose another one.")
        return files


def _all_read(images: Images) -> Images:
    for name, image in images.items():
        if image.failure:
            raise SaveFailed(f"{name}: {image.failure}")
    return images


def _contents(images: Images) -> dict[str, bytes]:
    return {name: image.data for name, image in images.items() if image.data is not None}


def _changed(images: Images, files: Mapping[str, bytes]) -> dict[str, tuple[bytes | None, bytes | None]]:
    return {name: (image.data, files.get(name)) for name, image in images.items() if image.data != files.get(name)}


def _print_of(files: Mapping[str, bytes]) -> str:
    return fingerprint({name: Image(files.get(name)) for name in MODELS})
