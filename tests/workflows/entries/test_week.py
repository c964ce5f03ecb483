"""The one aim of a week."""

from datetime import timedelta

import pytest

from lib.followup.search import Week
from lib.store import Store
from lib.workflows.entries.tasks import plan_for
from lib.workflows.entries.week import set_weekly_aim
from lib.workflows.errors import Incomplete
from tests.workflows.evening import NOW, workbook
from tests.workflows.owed import later

MONDAY = NOW - timedelta(days=4)


def week_at(store: Store, days: int) -> Week:
    return plan_for(workbook(store), (), later(days=days)).search_summary.week


def test_the_aim_is_that_of_its_week_and_not_of_the_next(store: Store) -> None:
    set_weekly_aim(store, "  Two applications ", MONDAY, "tab")
    assert week_at(store, 2).aim == "Two applications"
    assert week_at(store, 3).aim == ""


def test_the_aim_is_an_activity_of_its_day(store: Store) -> None:
    set_weekly_aim(store, "Two applications", MONDAY, "tab")
    assert [(act.kind, act.on, act.note) for act in workbook(store).activity] == [
        ("weekly_aim", MONDAY.date(), "Two applications")
    ]


def test_an_aim_set_by_two_clicks_is_there_once(store: Store) -> None:
    for _ in range(2):
        set_weekly_aim(store, "Two applications", MONDAY, "tab")
    assert len(workbook(store).activity) == 1


@pytest.mark.parametrize("words", ["", " \n ", "half \ud800"])
def test_an_aim_without_words_that_can_be_kept_is_refused(store: Store, words: str) -> None:
    with pytest.raises(Incomplete):
        set_weekly_aim(store, words, MONDAY, "tab")
    assert workbook(store).activity == ()
