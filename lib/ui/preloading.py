"""Loads the program while the browser is still opening, so that the first page needn't wait for it.

Streamlit imports ``app.py`` as the server starts, and runs it only once a browser is there.
"""

import gc
from importlib import import_module
from threading import Thread

FIRST_PAGE = (
    "lib.ui.frame",
    "lib.ui.shared.waiting",
    *(f"lib.ui.today.{name}" for name in ("cards", "moved_on", "prep_sheet", "side", "welcome")),
)


def _load() -> None:
    gc.disable()  # walking through what is only ever added takes a fifth of the time
    try:
        for name in FIRST_PAGE:
            import_module(name)
    finally:
        gc.enable()
    from lib.ui import door

    door.quiet_terminal()


_loading = Thread(target=_load, name="preloading", daemon=True)


def start() -> None:
    """Begin to load, in a thread of its own."""
    _loading.start()


def wait() -> None:
    """Wait until all is loaded, so that no two threads import the same modules at once."""
    if _loading.ident is not None:
        _loading.join()


def answer(error: Exception) -> bool:
    """What ``door.answer`` does with an error, without loading the door before the server is up."""
    wait()
    from lib.ui import door

    return door.answer(error)
