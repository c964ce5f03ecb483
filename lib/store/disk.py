"""Every call to the operating system that the store makes on files, and what makes a write durable.

A rename without fsync of the file and of its folder loses acknowledged saves in a power cut. So nothing else in the
package touches files by itself.
"""

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import sleep
from types import ModuleType
from unicodedata import normalize

from lib.store.swapping import swap

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

FOLDS_CASE = sys.platform in ("darwin", "win32")
"""Whether the disks of this system usually take 'Data' and 'data' for one name."""

_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.3, 0.3)
"""Seconds to wait, again and again, for a file that another program has open: on Windows it cannot be touched."""

TEMPORARY = ".afterword-tmp"
"""The ending of a file that is being written; one found later is left over from an interruption."""

_CANNOT = (errno.EINVAL, errno.ENOTSUP, errno.EPERM)
"""What a memory stick or a network folder answers that knows no modes, or no fsync of a folder: no failure."""

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700


class NoFile(OSError):
    """A pipe or a device in the place of a file."""


class Unconfirmed(OSError):
    """What was asked is done, but the disk did not confirm that it would survive a power cut."""


def resolve(path: Path) -> Path:
    """The path with its symbolic links followed; a replaced file leaves the link that leads to it."""
    return Path(os.path.realpath(path))


@lru_cache(maxsize=64)
def with_disk_case(path: Path) -> Path:
    """A real path with the disk's capitals, on a disk that ignores case."""
    if not FOLDS_CASE or path == path.parent:
        return path
    folder = with_disk_case(path.parent)
    with suppress(OSError):
        there = os.listdir(folder)
        like = [name for name in there if _folded(name) == _folded(path.name) and os.path.samefile(folder / name, path)]
        if path.name not in there and like:
            return folder / like[0]
    return folder / path.name


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())


def read(path: Path) -> bytes | None:
    """A file's bytes, or None if there is no such file. What has no end, as a device or a pipe, isn't read."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise NoFile(errno.EINVAL, "It isn't a file")
        data = os.read(handle, status.st_size + 1)  # one more, to see that this is the end
        return data if len(data) == status.st_size else data + b"".join(iter(lambda: os.read(handle, 1 << 20), b""))
    finally:
        os.close(handle)


@dataclass(frozen=True)
class FileState:
    """What can be seen of files without reading them: inode, size and times of each, and the names beside them.

    ``last_change`` is in nanoseconds since 1970; None if something could not be seen.
    """

    marks: tuple[tuple[int, ...], ...]
    beside: tuple[str, ...]
    last_change: int | None


def file_state(folder: Path, wanted: Iterable[str]) -> FileState:
    """How these files of a folder look from outside."""
    try:
        marks = tuple(_mark(folder / name) for name in wanted)
        beside = names(folder)
    except OSError:
        return FileState((), (), None)
    return FileState(marks, beside, max((time for mark in marks for time in mark[2:]), default=0))


def _mark(path: Path) -> tuple[int, ...]:
    try:
        seen = os.stat(path)
    except FileNotFoundError:
        return ()
    return (seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


def stage(target: Path, data: bytes, *, durable: bool = True) -> Path:
    """A temporary file beside ``target`` (a real path), with its mode, ready to be renamed over it."""
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(6)}{TEMPORARY}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE_FILE)
    try:
        try:
            _fill(handle, target, data)
            if durable:
                _flush(handle)
        finally:
            os.close(handle)
    except OSError:
        discard(temporary)
        raise
    return temporary


def _fill(handle: int, target: Path, data: bytes) -> None:
    _keep_mode(handle, target)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _keep_mode(handle: int, target: Path) -> None:
    if not hasattr(os, "fchmod"):
        return
    try:
        os.fchmod(handle, stat.S_IMODE(os.stat(target).st_mode))
    except FileNotFoundError:
        return
    except OSError as error:
        if error.errno not in _CANNOT:
            raise


def _flush(handle: int) -> None:
    """Have a file or folder written to the disk itself: on macOS fsync leaves it in the drive's own memory."""
    whole = getattr(fcntl, "F_FULLFSYNC", None)
    if fcntl and whole is not None:
        try:
            fcntl.fcntl(handle, whole)
            return
        except OSError as error:
            if error.errno not in (*_CANNOT, errno.ENOTTY):  # the answer of a network folder that doesn't know it
                raise
    os.fsync(handle)


def _patiently(call: Callable[..., None], *paths: Path) -> None:
    for wait in _PATIENCE if os.name == "nt" else ():
        try:
            return call(*paths)
        except PermissionError:
            sleep(wait)
    return call(*paths)


def move(source: Path, target: Path) -> None:
    """Rename, replacing the target in one step."""
    _patiently(os.replace, source, target)


def link(source: Path, target: Path) -> bool:
    """Give a file a second name, if the disk knows that; else nothing is there under that name."""
    discard(target)
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def exchange(one: Path, other: Path) -> bool:
    """Let two files swap their names in one step; False if system or disk don't know that, or one isn't there."""
    try:
        swap(one, other)
    except OSError as error:
        if error.errno in (*_CANNOT, errno.ENOSYS, errno.ENOENT):
            return False
        raise
    return True


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable: renames and removals so far survive a power cut."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _flush(handle)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(handle)


_unconfirmed: set[Path] = set()
"""The files whose last content the disk did not confirm."""


def is_unconfirmed(path: Path) -> bool:
    """Whether the disk did not confirm what was written there last, so that it must be written once more."""
    return path in _unconfirmed


def write(path: Path, data: bytes, *, follow: bool = True) -> None:
    """Replace a file's content in one durable step, following a symbolic link or replacing it.

    Raises ``Unconfirmed`` if it is in place and only its durability is in doubt, any other ``OSError`` if the old
    content is still there.
    """
    target = resolve(path) if follow else path
    _replace(stage(target, data), target)
    try:
        sync_folder(target.parent)
    except OSError:
        _write_once_more(target, data)
    _unconfirmed.discard(target)


def _write_once_more(target: Path, data: bytes) -> None:
    """After an fsync that failed the system may treat unwritten data as written, and the next fsync succeeds. So the
    data is written, and the name given, once more."""
    try:
        _replace(stage(target, data), target)
        sync_folder(target.parent)
    except OSError as error:
        _unconfirmed.add(target)
        raise Unconfirmed(error.errno, error.strerror) from error


def write_again(path: Path) -> None:
    """Write a file's content again, since an fsync of it may have failed. Raises ``OSError``."""
    data = read(path)
    if data is not None:
        _write_once_more(resolve(path), data)


def remove_again(path: Path) -> None:
    """Remove a file that is gone once more, since the fsync after it may have failed. Raises ``OSError``."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))
    os.unlink(path)
    sync_folder(path.parent)


def write_volatile(path: Path, data: bytes) -> None:
    """Replace the content of a file that may be lost, or empty, after a power cut."""
    _replace(stage(path, data, durable=False), path)


def _replace(temporary: Path, target: Path) -> None:
    try:
        move(temporary, target)
    except OSError:
        discard(temporary)
        raise


def put_aside(source: Path, target: Path) -> None:
    """Move a file to another folder in one durable step; errors as of ``write``."""
    move(source, target)
    try:
        sync_folder(target.parent)
        sync_folder(source.parent)
    except OSError:
        _moved_again(target, source)


def _moved_again(target: Path, *sources: Path) -> None:
    try:
        write_again(target)
    except OSError as error:
        raise Unconfirmed(error.errno, error.strerror) from error
    _removed_again(*sources)


def _removed_again(*paths: Path) -> None:
    try:
        for path in paths:
            remove_again(path)
    except OSError as error:
        raise Unconfirmed(error.errno, error.strerror) from error


def remove(path: Path) -> bool:
    """Remove a file; False if it was not there."""
    try:
        _patiently(os.unlink, path)
    except FileNotFoundError:
        return False
    return True


def discard(path: Path) -> bool:
    """Remove a file if that is possible; whether it was removed."""
    try:
        return remove(path)
    except OSError:
        return False


def drop_dangling(path: Path) -> None:
    """Remove a link that leads nowhere, if that is possible."""
    if os.path.islink(path) and not os.path.exists(path):
        discard(path)


def drop_empty(folder: Path) -> bool:
    """Remove a folder if nothing is in it and that is possible; whether it was removed."""
    try:
        os.rmdir(folder)
    except OSError:
        return False
    return True


def names(folder: Path) -> tuple[str, ...]:
    """The names in a folder, sorted; none if there is no such folder."""
    try:
        return tuple(sorted(os.listdir(folder)))
    except FileNotFoundError:
        return ()


def discard_all(folder: Path, names: Iterable[str]) -> None:
    """Remove these files of a folder if possible: they are no longer needed, and harmless."""
    for name in names:
        discard(folder / name)


def clear(folder: Path) -> None:
    """Remove every file in a folder, durably."""
    gone = [folder / name for name in names(folder) if remove(folder / name)]
    if not is_folder(folder):
        return
    try:
        sync_folder(folder)
    except OSError:
        _removed_again(*gone)


def make_folder(folder: Path) -> None:
    """Make a folder and its missing parents, durably, readable by the person alone. Raises ``OSError``."""
    if os.path.isdir(folder):
        return
    if folder == folder.parent:
        raise FileNotFoundError(errno.ENOENT, "The drive isn't there", str(folder))
    make_folder(folder.parent)
    try:
        os.mkdir(folder, _PRIVATE_FOLDER)
    except FileExistsError:
        return
    try:
        sync_folder(folder.parent)
    except OSError:
        drop_empty(folder)  # so that the next attempt creates it again, with a durable name
        raise


def is_folder(path: Path) -> bool:
    """Whether there is a folder at that path."""
    return os.path.isdir(path)


def is_there(path: Path) -> bool:
    """Whether there is a file at that path. Raises ``OSError``."""
    return _mark(path) != ()


def is_writable(folder: Path) -> bool:
    """Whether the person may write into an existing folder, or into the nearest parent of one yet to be made."""
    while not os.path.isdir(folder) and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK)
