"""The day of applying is asked for where a new application is made, and nowhere once it is noted."""

from datetime import date, timedelta

import pytest

from lib.records.application import Application
from lib.store import Store
from tests.day_first import proof_of_search
from tests.pages.conftest import Open
from tests.pages.debrief.test_steps import WHICH
from tests.pages.screen import answer, asked, click, plain
from tests.workflows.evening import NOW, put, workbook

KNOWN = Application(id="ap-k", company="Quill", role="Analyst", status="applied", applied_on=date(2026, 2, 3))


@pytest.mark.parametrize("kind", ["debrief", "upcoming"])
def test_a_new_application_is_asked_for_its_day_and_a_known_one_is_not(store: Store, tab: Open, kind: str) -> None:
    put(store, KNOWN)
    page = tab("main/debrief", new=kind)
    assert "applied_on" in asked(page)

    answer(page, application="ap-k")
    assert "applied_on" not in asked(page)
    answer(page, application="", company="quill", role="Analyst")
    assert "applied_on" not in asked(page)


def test_the_day_typed_in_the_debrief_is_the_application_s_own_and_is_not_asked_for_again(
    store: Store, tab: Open
) -> None:
    page = answer(tab("main/debrief", new="debrief"), **WHICH, applied_on=date(2026, 2, 3))
    click(click(click(page, "next"), "next"), "save")
    (made,) = workbook(store).applications
    assert made.applied_on == date(2026, 2, 3)

    second = answer(tab("main/debrief", new="debrief"), application=made.id)
    assert "applied_on" not in asked(second)


def test_the_export_shows_where_a_missing_day_can_be_added(store: Store, tab: Open) -> None:
    put(store, KNOWN.changed(applied_on=None))
    page = tab("more/data", view="out")

    proof = proof_of_search(workbook(store), NOW.date() - timedelta(days=30), NOW.date())
    assert len(proof.undated) == 1
    assert proof.sentence in plain(page)
