"""The data folder is gone: another one that holds the workbook, or a backup laid out in a new one."""

from datetime import datetime
from pathlib import Path

from lib.store import SaveFailed, Store, choose_folder
from lib.store.moving import refusal
from lib.store.tables import MODELS

_KEPT = "Nothing was changed."


def use_folder(store: Store, folder: str) -> None:
    """Use another folder, which holds a workbook, from now on. Raises ``SaveFailed`` if it holds none."""
    path = Path(folder.strip()).expanduser()
    if not path.is_absolute():
        raise SaveFailed("Write the full path of the folder.", _KEPT, "")
    if not any(Store(path, store.home).content(file) is not None for file in MODELS):
        raise SaveFailed("That folder holds no file of a workbook, such as interviews.csv.", _KEPT, "Choose another.")
    _choose(path)


def lay_out_backup(store: Store, backup_id: str, folder: str, now: datetime) -> None:
    """Put a backup's files into a new or empty folder, and use that one from now on. Raises ``SaveFailed``."""
    path = Path(folder.strip()).expanduser()
    try:
        reason = refusal(store.folder, path)
    except OSError:
        reason = "That folder can't be opened."
    if reason:
        raise SaveFailed(reason, _KEPT, "")
    files = store.backups.files_of(backup_id)
    Store(path, store.home).backups.put_back(files, "A backup was restored", now)
    _choose(path)


def _choose(path: Path) -> None:
    try:
        choose_folder(path)
    except OSError as error:
        raise SaveFailed("The choice of folder couldn't be saved.", _KEPT) from error
