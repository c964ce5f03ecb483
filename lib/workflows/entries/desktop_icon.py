"""The icon on the desktop: it starts this copy of Afterword, with the data that it has now."""

import os
import sys
from pathlib import Path

from lib.exchange.starter import MARK, Starter, System, starter
from lib.store import NAMED, USUAL, desktop
from lib.workflows.errors import Refused

_ROOT = Path(__file__).parents[3]
_ICON = _ROOT / "lib" / "ui" / "icon.png"


def put() -> Path:
    """Write it, or write it anew, and return where it is. Raises ``Refused``, ``SaveFailed`` and ``OSError``."""
    try:
        made = _starter()
    except ValueError as error:
        raise Refused("An icon can't hold the path of this folder.", "Move the folder, then try again.") from error
    return desktop.put_on_desktop(made.name, made.text.encode(), MARK.encode())


def find() -> Path | None:
    """Where it is, if it's there."""
    return desktop.on_desktop(_name(), MARK.encode())


def remove() -> bool:
    """Remove it; whether it was there. Raises ``OSError``."""
    return desktop.take_off_desktop(_name(), MARK.encode())


def _starter() -> Starter:
    """An installed copy runs where it was started, as the data can be beside it; another one in its own folder."""
    usual, named = os.environ.get(USUAL), os.environ.get(NAMED)
    module = ["-P", "-m", "afterword.lib.command"] if usual else ["-m", "lib.command"]
    data = ["--data", os.path.abspath(Path(named).expanduser())] if named else []
    folder = Path(usual).parent if usual else _ROOT
    folder.mkdir(parents=True, exist_ok=True)  # before the first save the user's own data folder isn't there
    return starter(_system(), [sys.executable, *module, *data], str(folder), str(_ICON))


def _name() -> str:
    return starter(_system(), [], "").name


def _system() -> System:
    return "win32" if sys.platform == "win32" else "darwin" if sys.platform == "darwin" else "linux"
