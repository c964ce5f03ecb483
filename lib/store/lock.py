"""One writer at a time, across threads and processes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from lib.store import disk
from lib.store.errors import SaveFailed

PATIENCE = 10.0
"""Seconds to wait for another save to end; one takes well under a second."""

_threads: dict[Path, threading.Lock] = {}
_registry = threading.Lock()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of that file. Raises ``SaveFailed`` if it stays taken, ``OSError`` if it cannot be made."""
    with _registry:
        among_threads = _threads.setdefault(path, threading.Lock())
    if not among_threads.acquire(timeout=PATIENCE):
        raise _busy()
    try:
        with _among_processes(path):
            yield
    finally:
        among_threads.release()


@contextmanager
def _among_processes(path: Path) -> Iterator[None]:
    disk.make_folder(path.parent)
    lock = FileLock(path, thread_local=False, preserve_lock_file=True)
    try:
        lock.acquire(timeout=PATIENCE, poll_interval=0.005)
    except TimeoutError as error:
        raise _busy() from error
    try:
        yield
    finally:
        lock.release()


def _busy() -> SaveFailed:
    return SaveFailed("Another window or program has been saving to this workbook for ten seconds.")
