"""Whole files replaced in one step, where single rows are not enough: a restore, a repair, a migration."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from lib.store import disk, redo, saves
from lib.store.bounds import DRAFTS, RECORDINGS
from lib.store.contents import digest
from lib.store.edits import RowEdit, same_cells
from lib.store.errors import SaveFailed
from lib.store.folder import Folder, fingerprint
from lib.store.receipt import Receipt, new_receipt
from lib.store.step import HistoryEntry, KeptFile, SaveStep
from lib.store.tables import MODELS, FileContent, read_table
from lib.store.undo import RememberedStep

Files = Mapping[str, tuple[bytes | None, bytes | None]]
"""By name: a file's content as seen, and its new content; None is no file."""


@dataclass(frozen=True)
class Rewrite:
    """Files to replace: ``label`` is what the receipt and the undo are called, ``reason`` the backup before it.

    The names are those of files right in the data folder, the workbook's own or conflict copies of them, or of drafts
    that come along.
    """

    label: str
    reason: str
    files: Files


def rewrite(folder: Folder, plan: Rewrite, now: datetime) -> Receipt:
    """Replace the files, all or nothing, as a change that can be undone; the current files are backed up first.

    ``written`` counts files. For one who holds the lock. Raises ``SaveFailed`` if a file changed since it was seen, or
    the disk does not take it.
    """
    files = _changed_files(folder, plan.files)
    receipt = new_receipt(plan.label, now, list(files))
    if not files:
        return receipt
    kept = {name: KeptFile(old, digest(new)) for name, (old, new) in files.items()}
    name = saves.next_name(folder.path, receipt.id, undoable=True)
    history = HistoryEntry(name, now, kept, rows=_rows(files))
    _apply(folder, replace(plan, files=files), SaveStep(plan.label, receipt.id, history=history), now)
    return receipt


def _rows(files: Files) -> tuple[RowEdit, ...]:
    """What replacing these files makes of which rows."""
    edits: list[RowEdit] = []
    for file in MODELS.keys() & files:
        was, will_be = (read_table(MODELS[file], FileContent(data)) for data in files[file])
        if not will_be.failure:
            pairs = (
                (key, was.cells(key), will_be.cells(key)) for key in dict.fromkeys((*was.positions, *will_be.positions))
            )
            edits += (RowEdit(file, key, old, new) for key, old, new in pairs if not same_cells(old, new))
    return tuple(edits)


def put_back(folder: Folder, found: RememberedStep, now: datetime) -> Receipt:
    """Take a rewrite back; a draft that came with it and was typed on since, or a recording, stays where it changed.

    For one who holds the lock.

    Raises ``SaveFailed`` if one of its files was changed since, by a save or by another program.
    """
    label = f"Undone: {found.entry.label}"
    stays = {name for name, kept in found.files.items() if digest(_read(folder, name)) != kept.after}
    changed = [name for name in stays if not name.startswith((f"{DRAFTS}/", f"{RECORDINGS}/"))]
    if changed:
        raise SaveFailed(
            f"Since then {changed[0]} was changed, so this can no longer be undone as a whole.",
            "Nothing was changed.",
            "The backup from just before it has the earlier files.",
        )
    files = {name: (_read(folder, name), kept.before) for name, kept in found.files.items() if name not in stays}
    receipt = new_receipt(label, now, list(files))
    plan = Rewrite(label, f"Before undoing: {found.entry.label}", files)
    drops = ((found.name, digest(_read(folder, found.name))),)
    name = saves.next_name(folder.path, receipt.id, undoable=False)
    _apply(folder, plan, SaveStep(label, "", drops=drops, history=HistoryEntry(name, now, rows=_rows(files))), now)
    return receipt


def _apply(folder: Folder, plan: Rewrite, step: SaveStep, now: datetime) -> None:
    images, _ = folder.read()
    copies = {name: FileContent(old) for name, (old, _) in plan.files.items() if name not in MODELS}
    folder.backup({**images, **copies}, plan.reason, now)
    disk.make_folder(folder.path)
    redo.apply(folder.bounds, step, plan.files)
    after = {name: FileContent(new) for name, (_, new) in plan.files.items() if name in MODELS}
    folder.backup_files.remember_fingerprint(fingerprint({**images, **after}))


def _changed_files(folder: Folder, files: Files) -> Files:
    for name, (seen, _) in files.items():
        if _read(folder, name) != seen:
            raise SaveFailed(
                f"{name} was changed in the meantime, by a save or by another program.",
                "Nothing was overwritten.",
                "Look at it again.",
            )
    return {name: pair for name, pair in files.items() if pair[0] != pair[1]}


def _read(folder: Folder, name: str) -> bytes | None:
    return disk.read(folder.path / name)
