"""Every button of every route while the disk fails, is held by others, or the entry has gone: words, never a crash.

By default a part of the routes is looked at in each state; with --long all of them.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store, Transaction, lock
from lib.ui import error_messages
from lib.ui.loading import SAMPLE, WORKBOOKS
from lib.workflows.sample import open_sample
from tests.faults.faulty import Faulty
from tests.faults.scenarios import system
from tests.pages.conftest import Open
from tests.pages.routes import fixed_routes, routes_of
from tests.pages.screen import plain
from tests.workflows.evening import NOW

WRITES = {"write", "fsync", "replace", "mkdir"}
READS = {"open", "read", "listdir", "stat"}
PARTS = 24
"""Into so many parts the routes are divided; each state takes one of them, unless it is asked to take all."""


@pytest.fixture
def filled(store: Store) -> Store:
    """The sample's entries as the person's own."""
    open_sample(Store(SAMPLE, store.home), store, NOW)
    return store


@contextmanager
def failing(calls: set[str], code: int) -> Iterator[None]:
    def before(_number: int, name: str) -> None:
        if name in calls:
            raise OSError(code, os.strerror(code))

    with system(Faulty(before)):
        WORKBOOKS.clear()
        yield
    WORKBOOKS.clear()


@contextmanager
def full_disk(_store: Store) -> Iterator[None]:
    with failing(WRITES, errno.ENOSPC):
        yield


@contextmanager
def unreadable_disk(_store: Store) -> Iterator[None]:
    with failing(READS, errno.EIO):
        yield


@contextmanager
def another_writer(store: Store) -> Iterator[None]:
    patience, lock.PATIENCE = lock.PATIENCE, 0.02
    try:
        with store._folder.locked():
            yield
    finally:
        lock.PATIENCE = patience


@contextmanager
def entries_gone(store: Store) -> Iterator[None]:
    """Another window has removed every entry."""
    loaded = store.load()
    rows = tuple(row for row in loaded.workbook if row.file != "settings.csv")
    store.commit(Transaction("Removed elsewhere", remove=rows, row_versions=loaded.row_versions_of(rows)), NOW)
    yield


STATES: dict[str, Callable[[Store], AbstractContextManager[None]]] = {
    "full disk": full_disk,
    "unreadable disk": unreadable_disk,
    "another writer": another_writer,
    "entries gone": entries_gone,
}


def clickable(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.main.button if button.key and not button.disabled]


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("state", STATES)
def test_no_button_ends_in_a_crash(tab: Open, filled: Store, state: str, is_long: bool) -> None:
    found = [*fixed_routes(), *routes_of(filled.load().workbook, [0])]
    mine = found if is_long else found[list(STATES).index(state) :: PARTS]
    whole = filled.folder.with_name("whole")
    shutil.copytree(filled.folder, whole)
    crashed: list[str] = []
    for route in mine:
        for key in clickable(tab(route.page, **route.address)):
            app = tab(route.page, **route.address)
            if key not in clickable(app):
                continue  # the click before it has changed the route
            with STATES[state](filled):
                app.button(key=key).click().run()
            if app.exception or error_messages.CRASHED in plain(app):
                crashed.append(f"{route} · {key}")
            shutil.rmtree(filled.folder)
            shutil.copytree(whole, filled.folder)
    assert crashed == []
