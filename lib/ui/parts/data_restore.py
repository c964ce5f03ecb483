"""A backup in one file, made and restored."""

from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """The file to keep, and the way back from one."""
