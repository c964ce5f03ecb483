"""One file on the person's desktop: written when they ask for it, known again by a mark, never over another file."""

import os
from pathlib import Path

from platformdirs import user_desktop_path

from lib.store import disk
from lib.store.errors import SaveFailed
from lib.store.links import is_link

_EXECUTABLE = 0o700


def put_on_desktop(name: str, content: bytes, mark: bytes) -> Path:
    """Write the file, executable, and return where it is. One of that name is replaced only if it has the mark.

    Raises ``SaveFailed``.
    """
    path = user_desktop_path() / name
    try:
        if not disk.is_folder(path.parent):
            raise SaveFailed(f"There's no desktop folder at {path.parent}.", "Nothing was changed.", "")
        if os.path.lexists(path) and not _is_own(path, mark):
            raise SaveFailed(
                f"There's a file {name} on your desktop that Afterword didn't write.",
                "It was left alone.",
                "Rename it, then try again.",
            )
        disk.write(path, content)
        os.chmod(path, _EXECUTABLE)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveFailed(f"The icon couldn't be written: {reason}.", "Your data is as it was.") from error
    return path


def on_desktop(name: str, mark: bytes) -> Path | None:
    """Where the file is, if it's there and has the mark."""
    path = user_desktop_path() / name
    try:
        return path if _is_own(path, mark) else None
    except OSError:
        return None


def take_off_desktop(name: str, mark: bytes) -> bool:
    """Remove the file if it has the mark; whether it was there. Raises ``OSError``."""
    path = on_desktop(name, mark)
    return path is not None and disk.remove(path)


def _is_own(path: Path, mark: bytes) -> bool:
    return not is_link(path) and mark in (disk.read(path) or b"")
