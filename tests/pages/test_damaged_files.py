"""Every page over files that something has damaged: it opens, tells what is left out, and writes nothing."""

import re

import pytest

from lib.store import Store
from lib.ui.error_messages import CRASHED
from tests.pages.conftest import Open
from tests.pages.routes import pages
from tests.pages.screen import words
from tests.store.damage import KINDS, READ_ONLY, ROW_LOST, contents
from tests.workflows.evening import full_debrief, scheduled

FILES = ("applications.csv", "people.csv", "questions.csv", "settings.csv", "tasks.csv")


@pytest.fixture
def filled(store: Store) -> Store:
    """An evening's debrief, and an interview to come."""
    full_debrief(store)
    scheduled(store, date="2026-11-25")
    return store


def opened_everywhere(tab: Open, store: Store) -> dict[str, str]:
    """The words of each page; it is an error if one of them breaks or changes a file."""
    before = contents(store.folder)
    said = {page: words(tab(page)) for page in pages()}
    assert contents(store.folder) == before
    return said


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_opens_over_a_damaged_file_and_changes_nothing(tab: Open, filled: Store, kind: str) -> None:
    KINDS[kind](filled.folder / "interviews.csv")
    said = opened_everywhere(tab, filled)
    assert [page for page in said if ("Read-only for now" in said[page]) != (kind in READ_ONLY)] == []
    assert [page for page in said if ("1 row left out" in said[page]) != (kind in ROW_LOST)] == []


@pytest.mark.parametrize("file", FILES)
def test_every_page_opens_where_another_file_cannot_be_read(tab: Open, filled: Store, file: str, is_long: bool) -> None:
    path = filled.folder / file
    path.touch()
    whole = path.read_bytes()
    for kind in KINDS if is_long and whole else ("semicolons", "a folder in its place"):
        KINDS[kind](path)
        opened_everywhere(tab, filled)
        path.rmdir() if path.is_dir() else path.unlink()
        path.write_bytes(whole)


@pytest.mark.parametrize("odd", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_that_no_zone_can_show_costs_its_row_and_no_page(tab: Open, filled: Store, odd: str) -> None:
    path = filled.folder / "interviews.csv"
    path.write_bytes(re.sub(rb"2026-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", odd.encode(), path.read_bytes(), count=1))
    for page in ("main/today", "main/follow_up"):
        assert CRASHED not in words(tab(page))
    assert filled.load().unreadable_rows() == 1
