"""Where Afterword keeps what must not be in the data folder: locks, backups, and which folder was chosen."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from lib.store import disk
from lib.store.bounds import PRIVATE
from lib.store.tables import MODELS

NAMED = "AFTERWORD_DATA"
"""The variable of the environment with which a person names the data folder."""

USUAL = "AFTERWORD_USUAL_DATA"
"""Where the installed command passes on the data folder if nobody chose one."""

_ROOT = Path(__file__).parents[2]


def default_home() -> Path:
    """The folder for locks and backups: AFTERWORD_HOME where set, else the user's own data folder."""
    chosen = os.environ.get("AFTERWORD_HOME")
    return Path(chosen) if chosen else user_data_path("afterword", appauthor=False)


def chosen_folder() -> Path | None:
    """The data folder chosen in Settings, or None if none was. Raises ``OSError``."""
    text = os.fsdecode(disk.read(_choice()) or b"").strip()
    return Path(text) if text else None


def choose_folder(folder: Path | None) -> None:
    """Remember the data folder for the next visit; None goes back to the usual one. Raises ``OSError``."""
    disk.make_folder(_choice().parent)
    disk.write(_choice(), os.fsencode(folder or ""))


def own_folder() -> Path:
    """The data folder: AFTERWORD_DATA where set, else the one chosen in Settings, else the usual one.

    That is data/ beside the app; for an installed copy it's what the command found. Raises ``OSError``.
    """
    named, usual = os.environ.get(NAMED), os.environ.get(USUAL)
    return Path(named).expanduser() if named else chosen_folder() or (Path(usual) if usual else _ROOT / "data")


def is_folder_named() -> bool:
    """Whether AFTERWORD_DATA names the data folder, so that none can be chosen here."""
    return bool(os.environ.get(NAMED))


def usual_folder(started_in: Path) -> Path:
    """The usual data folder of an installed copy: data/ in the folder it's started in, if that holds files of
    Afterword, else one in the user's own data folder."""
    here = started_in / "data"
    if any(name.casefold() in MODELS or name == PRIVATE for name in disk.names(here)):
        return here
    return default_home() / "data"


def _choice() -> Path:
    home = os.environ.get("AFTERWORD_HOME")
    return (Path(home) if home else user_config_path("afterword", appauthor=False)) / "data-folder.txt"
