"""Taking the workbook elsewhere, bringing its files up to date, and erasing it."""

from datetime import datetime
from pathlib import Path
from typing import Final

from lib.english import counted
from lib.store import Inventory, Migration, Receipt, Rewrite, Store, migration
from lib.workflows.drafting import OpenDrafts
from lib.workflows.errors import Refused

WORD: Final = "erase"
"""What is typed to confirm that everything goes."""


def pending_migration(store: Store) -> Migration:
    """The changes of bringing the files up to date. Raises ``ReadOnly``, ``SaveFailed``."""
    return migration(store.backups.files())


def migrate(store: Store, now: datetime) -> Receipt:
    """Give the files the columns and the version of today, a backup first; ``store.undo`` takes it back."""
    plan = pending_migration(store)
    return store.rewrite(
        Rewrite("The files brought up to date", "Before bringing the files up to date", plan.files), now
    )


def move_to(store: Store, folder: str) -> Inventory:
    """Move the workbook into that folder and use it from then on; what came along. The old folder is left as it is.

    Raises ``SaveFailed`` with the reason; then everything is as before.
    """
    return store.move(Path(folder.strip()).expanduser())


def sentences(going: Inventory) -> tuple[str, ...]:
    """What erasing takes, line by line."""
    lines = (
        (len(going.files), "file with all your entries", "files with all your entries"),
        (len(going.copies), "copy that a sync program made", "copies that a sync program made"),
        (going.count("drafts"), "draft", "drafts"),
        (going.count("recordings"), "recording", "recordings"),
        (going.count("discarded"), "discarded draft", "discarded drafts"),
        (going.count("undo"), "change you could undo", "changes you could undo"),
        (len(going.backups), "backup", "backups"),
    )
    return tuple(counted(number, one, many) for number, one, many in lines if number)


def erase_everything(store: Store, open_drafts: OpenDrafts, word: str) -> Inventory:
    """Erase the workbook for good, a copy left by a move included; what went. There is no way back.

    Raises ``Refused`` unless ``word`` is the one to type, and ``SaveFailed`` if nothing, or not all, went.
    """
    if word.strip().casefold() != WORD:
        raise Refused("You didn't type the word.", f"Type “{WORD}” into the field, then press the button again.")
    store.remove_old_copy()
    gone = store.erase()
    open_drafts.rewrite(lambda draft: None, store)
    return gone
