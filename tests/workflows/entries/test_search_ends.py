"""A search ends and the next one begins: one row each, whatever is clicked how often."""

from datetime import timedelta

from lib.insight.searches import current_search, of_search, searches
from lib.store import Store
from lib.workflows.entries.search_ends import begin_search, end_search
from tests.workflows.evening import NOW, debriefed, workbook


def kinds(store: Store) -> list[str]:
    return [act.kind for act in workbook(store).activity if act.kind.startswith("search_")]


def test_the_end_is_noted_once_and_everything_stays(store: Store) -> None:
    interview = debriefed(store)

    assert end_search(store, NOW) is not None
    assert end_search(store, NOW) is None

    book = workbook(store)
    assert kinds(store) == ["search_ended"]
    assert current_search(book).is_over
    assert of_search(book, current_search(book)).debriefed == (interview,)


def test_undo_takes_the_end_back(store: Store) -> None:
    debriefed(store)
    receipt = end_search(store, NOW)
    assert receipt is not None

    store.undo(receipt.id, NOW)

    assert kinds(store) == []


def test_a_new_search_begins_only_after_an_end_and_counts_on_its_own(store: Store) -> None:
    debriefed(store)
    assert begin_search(store, NOW) is None
    end_search(store, NOW)

    begin_search(store, NOW)
    begin_search(store, NOW)
    debriefed(store, seed=2, date="2026-11-23", company="Lanternfish", now=NOW + timedelta(days=3))

    book = workbook(store)
    assert kinds(store) == ["search_ended", "search_started"]
    assert [len(of_search(book, search).debriefed) for search in searches(book)] == [1, 1]


def test_a_second_search_can_end_as_well(store: Store) -> None:
    debriefed(store)
    end_search(store, NOW)
    begin_search(store, NOW)
    debriefed(store, seed=2, date="2026-11-23", company="Lanternfish", now=NOW + timedelta(days=3))

    assert end_search(store, NOW + timedelta(days=9)) is not None
    assert [search.is_over for search in searches(workbook(store))][:2] == [True, True]
