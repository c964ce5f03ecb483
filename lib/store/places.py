"""Where Afterword keeps what must not lie in the data folder: locks and backups."""

import os
from pathlib import Path

from platformdirs import user_data_path


def default_home() -> Path:
    """The folder for locks and backups: AFTERWORD_HOME where set, else the user's own data folder."""
    chosen = os.environ.get("AFTERWORD_HOME")
    return Path(chosen) if chosen else user_data_path("afterword", appauthor=False)
