"""Loads the program while the browser is still opening, so that the first page needn't wait for it.

The server runs ``app.py`` only once a browser is there. Until then the workbook is read, too. The frame is loaded
first: the browser draws it while the rest comes. What only the other pages need is loaded once the first one has been
shown, between runs.
"""

import gc
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from importlib import import_module
from pkgutil import iter_modules
from threading import Condition, Thread
from time import sleep

import streamlit as st

from lib.ui import loaded, server, streamlit_internals

FRAME = "lib.ui.frame"
FIRST_PAGE = (
    "lib.ui.above",
    "lib.ui.shared.waiting",
    *(f"lib.ui.today.{name}" for name in ("cards", "moved_on", "side_column", "welcome")),
)
FORMS = "lib.ui.drafts.kinds"
"""What the first page needs to show unfinished drafts."""
REST = (
    *(f"lib.ui.{room}" for room in ("debrief", "today", "follow_up", "journal", "practice", "applications")),
    *("lib.ui.decide", "lib.ui.data", "lib.ui.settings", "lib.ui.progress", "lib.charts"),
)
"""The packages that the other pages need, the likeliest first."""
DRAWING = 1.0
"""Seconds that the browser gets to fetch and draw the first page, before the rest is loaded."""
BREATH = 0.01
"""Seconds between two modules, for what the browser asks meanwhile."""


def _load() -> None:
    gc.disable()  # walking through what is only ever added takes a fifth of the time
    try:
        import_module(FRAME)
        streamlit_internals.spare_the_search_for_a_prompt()
        loaded.FRAME.set()
        for name in FIRST_PAGE:
            import_module(name)
        if _has_drafts():
            import_module(FORMS)
        from lib.ui import error_messages

        error_messages.quiet_terminal()
    finally:
        gc.enable()
        loaded.end()
    _prepare()


def _prepare() -> None:
    """Read the workbook and work out what Today shows, so that the first page finds it done."""
    from lib.practice.queue import USUAL_SITTING
    from lib.records.errors import AfterwordError
    from lib.ui import context
    from lib.ui.shared.practice_queue import queue_now

    with suppress(AfterwordError):  # the page shows it
        queue_now(context.preload(), USUAL_SITTING)


def _has_drafts() -> bool:
    from lib.records.errors import AfterwordError
    from lib.store import Store, default_home, own_folder

    try:
        return bool(Store(own_folder(), default_home()).drafts.list())
    except AfterwordError:
        return False  # the page shows it


def _rest() -> Iterator[str]:
    for package in REST:
        yield package
        yield from (module.name for module in iter_modules(import_module(package).__path__, f"{package}."))


def _load_rest() -> None:
    sleep(DRAWING)
    for name in _rest():
        with _turn:
            _turn.wait_for(lambda: not _running)
            import_module(name)
        sleep(BREATH)
    with _turn:
        _turn.wait_for(lambda: not _running)
        gc.collect()
        gc.freeze()  # Streamlit walks through everything else after each run of a page


_loading = Thread(target=_load, name="preloading", daemon=True)
_loading_rest = Thread(target=_load_rest, name="preloading the rest", daemon=True)
_turn = Condition()
_running: list[object] = []
"""One entry for each run of a page that is under way."""


@asynccontextmanager
async def running(app: st.App) -> AsyncGenerator[None]:
    """Around the life of the server. Loading begins once it's up: before, that would hold it up."""
    async with server.opened(app):
        start()
        yield


def start() -> None:
    """Begin to load, in a thread of its own."""
    loaded.begin()
    _loading.start()


@contextmanager
def run() -> Iterator[None]:
    """Around one run of a page, which begins with the frame: of the other pages nothing is loaded meanwhile."""
    loaded.FRAME.wait()
    _running.append(None)  # so that no other module is begun
    with _turn:  # the one under way is loaded
        pass
    try:
        yield
    finally:
        with _turn:
            _running.pop()
            if _loading.ident is not None and _loading_rest.ident is None:
                _loading_rest.start()
            _turn.notify()


def answer(error: Exception) -> bool:
    """What ``error_messages.show`` does with an error, without loading its module before the server is up."""
    loaded.FIRST_PAGE.wait()
    from lib.ui import error_messages

    return error_messages.show(error)
