"""How far the program is loaded. A run of a page waits, so that no two threads import the same modules at once."""

from threading import Event

FRAME = Event()
"""The menu, and all that is drawn before the files are read."""
FIRST_PAGE = Event()
"""And the first page."""


def begin() -> None:
    """From now on whoever waits is held up until the part is there."""
    for part in (FRAME, FIRST_PAGE):
        part.clear()


def end() -> None:
    """Nobody waits any longer. As long as nothing is begun, it's the same."""
    for part in (FRAME, FIRST_PAGE):
        part.set()


end()
