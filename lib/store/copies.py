"""Conflict copies: what is left beside a file that two devices, or two programs at one moment, changed."""

import re

from lib.store import disk
from lib.store.tables import MODELS

_SYNC = re.compile(r"(?P<stem>.+?)\.sync-conflict-[^.]*(?P<ending>\.[^.]+)?")
_CONFLICTED = re.compile(r"(?P<stem>.+?)\s*[(-][^()]*conflicted copy[^()]*\)?(?P<ending>\.[^.]+)?", re.IGNORECASE)


MADE_HERE = "changed during a save"
"""What is in the name of a copy that was kept here, because another program wrote a file while it was replaced."""


def name_of_copy(file: str, mark: str) -> str:
    """The name under which another program's version of a file is kept; ``mark`` tells it from other copies."""
    stem, _, ending = file.rpartition(".")
    return f"{stem} (conflicted copy, {MADE_HERE}, {mark}).{ending}"


def is_conflict_copy(name: str) -> bool:
    """Whether a sync program made that file because two devices changed one."""
    is_one = ".sync-conflict-" in name or "conflicted copy" in name.casefold()
    return is_one and not name.endswith(disk.TEMPORARY)


def original_of(name: str) -> str:
    """The file of the workbook that it is a copy of; '' if it is of none.

    Syncthing writes 'goals.sync-conflict-20261120-190000-ABCDEF.csv', Dropbox and Nextcloud 'goals (… conflicted
    copy 2026-11-20).csv'.
    """
    found = _SYNC.fullmatch(name) or _CONFLICTED.fullmatch(name)
    file = f"{found['stem']}{found['ending'] or ''}" if found else ""
    return file if file in MODELS and not set(name) & set("/\\") else ""
