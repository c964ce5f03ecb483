"""Symbolic links, and which names lead straight to a file, through none."""

import os
import stat
from pathlib import Path


def is_link(path: Path) -> bool:
    """Whether there is a symbolic link at that path."""
    return os.path.islink(path)


def has_no_links(folder: Path, name: str) -> bool:
    """Whether a name leads from the folder straight down: through no link, and not upwards; False where that isn't
    sure. Much quicker than following all links, which looks at each folder from the root on."""
    path, parts = str(folder), name.removesuffix("/").split("/")
    if "\\" in name or ":" in name or not {"", ".", ".."}.isdisjoint(parts):
        return False
    for part in parts:
        path = f"{path}/{part}"
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            return True
        except (OSError, ValueError):
            return False
        if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", False):
            return False
    return True
