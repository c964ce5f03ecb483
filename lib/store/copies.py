"""Conflict copies: what a sync program leaves beside a file that two devices changed."""

import re

from lib.store.tables import MODELS

_SYNC = re.compile(r"(?P<stem>.+?)\.sync-conflict-[^.]*(?P<ending>\.[^.]+)?")
_CONFLICTED = re.compile(r"(?P<stem>.+?)\s*[(-][^()]*conflicted copy[^()]*\)?(?P<ending>\.[^.]+)?", re.IGNORECASE)


def is_conflict_copy(name: str) -> bool:
    """Whether a sync program made that file because two devices changed one."""
    return ".sync-conflict-" in name or "conflicted copy" in name.casefold()


def original_of(name: str) -> str:
    """The file of the workbook that it is a copy of; '' where it is of none.

    Syncthing writes 'goals.sync-conflict-20261120-190000-ABCDEF.csv', Dropbox and Nextcloud 'goals (… conflicted
    copy 2026-11-20).csv'.
    """
    found = _SYNC.fullmatch(name) or _CONFLICTED.fullmatch(name)
    file = f"{found['stem']}{found['ending'] or ''}" if found else ""
    return file if file in MODELS else ""
