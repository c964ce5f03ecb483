"""Two files that swap their names in one call to the system. Linux and macOS have it, and Python doesn't offer it."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100
"""AT_FDCWD of Linux."""

_SWAP = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""


def swap(one: Path, other: Path) -> None:
    """Let two files swap their names. Raises ``OSError``, with ENOSYS if the system has no such call."""
    call = _call()
    if call is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if call(os.fsencode(one), os.fsencode(other)) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    try:
        system = ctypes.CDLL(None, use_errno=True)
    except (OSError, TypeError):  # Windows
        return None
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        return lambda one, other: int(system.renameat2(_HERE, one, _HERE, other, _SWAP))
    if sys.platform == "darwin" and hasattr(system, "renamex_np"):
        return lambda one, other: int(system.renamex_np(one, other, _SWAP))
    return None
