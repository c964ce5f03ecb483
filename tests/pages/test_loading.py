"""What all tabs share is made once, also where two of them ask at the same time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import TypeVar

import pytest

from lib.followup.plan import TaskPlan
from lib.store import LoadedWorkbook, Store
from lib.ui import loading
from lib.workflows.entries.tasks import plan_for
from tests.workflows.evening import NOW, full_debrief
from tests.workflows.owed import here

TABS = 4
AMPLE = 0.1
"""Seconds in which a second tab would come in, if nothing kept it out."""
T = TypeVar("T")


def at_once(act: Callable[[], T]) -> list[T]:
    """What each of the tabs gets that begin together."""
    start = Barrier(TABS)

    def run(_: int) -> T:
        start.wait()
        return act()

    with ThreadPoolExecutor(TABS) as tabs:
        return list(tabs.map(run, range(TABS)))


def test_tabs_that_open_together_read_the_files_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    full_debrief(store)
    read, reads, another = Store.load, list[Store](), Event()

    def until_another_comes(self: Store) -> LoadedWorkbook:
        reads.append(self)
        another.set() if reads[1:] else another.wait(AMPLE)
        return read(self)

    monkeypatch.setattr(Store, "load", until_another_comes)

    loaded = at_once(lambda: loading.load(store))

    assert len(reads) == 1
    assert len({id(one) for one in loaded}) == 1


def test_tabs_that_open_together_derive_the_plan_once(store: Store) -> None:
    book, derived, another = store.load().workbook, list[TaskPlan](), Event()

    def until_another_comes() -> TaskPlan:
        derived.append(plan_for(book, (), here(NOW)))
        another.set() if derived[1:] else another.wait(AMPLE)
        return derived[-1]

    plans = at_once(lambda: loading.plan(store.folder, "inputs", NOW, until_another_comes))

    assert len(derived) == 1
    assert len({id(one) for one in plans}) == 1
