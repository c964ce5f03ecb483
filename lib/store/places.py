"""Where Afterword keeps what must not lie in the data folder: locks, backups, and which folder was chosen."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from lib.store import disk

_ROOT = Path(__file__).parents[2]


def default_home() -> Path:
    """The folder for locks and backups: AFTERWORD_HOME where set, else the user's own data folder."""
    chosen = os.environ.get("AFTERWORD_HOME")
    return Path(chosen) if chosen else user_data_path("afterword", appauthor=False)


def chosen_folder() -> Path | None:
    """The data folder chosen in Settings, or None where none was. Raises ``OSError``."""
    text = os.fsdecode(disk.read(_choice()) or b"").strip()
    return Path(text) if text else None


def choose_folder(folder: Path | None) -> None:
    """Remember the data folder for the next visit; None goes back to the one beside the app. Raises ``OSError``."""
    disk.make_folder(_choice().parent)
    disk.write(_choice(), os.fsencode(folder or ""))


def own_folder() -> Path:
    """The data folder: AFTERWORD_DATA where set, else the one chosen in Settings, else data/ beside the app.

    Raises ``OSError``.
    """
    named = os.environ.get("AFTERWORD_DATA")
    return Path(named).expanduser() if named else chosen_folder() or _ROOT / "data"


def _choice() -> Path:
    home = os.environ.get("AFTERWORD_HOME")
    return (Path(home) if home else user_config_path("afterword", appauthor=False)) / "data-folder.txt"
