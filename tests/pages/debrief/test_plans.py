"""Plans on the screen: asked about in a debrief, shown before the next, corrected in the Journal, put away anywhere."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from lib.insight.open_plans import answers_of
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.store import Store
from lib.workflows.entries.plan_checks import check_field
from tests.pages.conftest import Open
from tests.pages.screen import answer, asked, click, field, on_to, plain
from tests.workflows.evening import NOW, WHICH, debrief_draft, debriefed, edit_draft, put, scheduled, workbook

NAMES = ("Breathe", "Say the number", "Ask back", "Slow down", "Smile")
ANSWERS = [check_field(f"pl-{number}") for number in range(5)]


def planned(store: Store, count: int, **values: object) -> None:
    """Plans of as many days, the last one the newest."""
    for number, words in enumerate(NAMES[:count]):
        made_on = date(2026, 11, 2) + timedelta(days=number)
        put(store, IfThenPlan(id=f"pl-{number}", then_do=words, made_on=made_on).changed(**values))


def at_the_end(store: Store, tab: Open, **answers: str) -> AppTest:
    """A debrief that is at its last screen."""
    draft = debrief_draft(store, WHICH | answers)
    return on_to(tab("main/debrief", draft=draft.id), "next")


def test_two_plans_are_asked_about_and_the_rest_is_folded_d5(store: Store, tab: Open) -> None:
    planned(store, 5)

    page = at_the_end(store, tab)

    assert [name for name in asked(page) if name in ANSWERS] == [ANSWERS[4], ANSWERS[3]]
    assert "3 more plans" in [one.label for one in page.expander]
    assert field(page, ANSWERS[0]).label.endswith("Breathe")
    options = [option.replace("\\", "") for option in field(page, ANSWERS[0]).options]
    assert options == ["Did it", "Didn't", "Didn't come up"]


def test_each_answer_is_saved(store: Store, tab: Open) -> None:
    planned(store, 3)

    click(answer(at_the_end(store, tab), **{ANSWERS[2]: "yes", ANSWERS[0]: "no"}), "save")

    (interview,) = workbook(store).interviews
    assert answers_of(workbook(store), interview.id) == {"pl-2": "yes", "pl-0": "no"}


def test_a_plan_put_away_in_the_debrief_is_not_asked_about_and_undo_brings_it_back(store: Store, tab: Open) -> None:
    planned(store, 2)
    page = at_the_end(store, tab)

    click(page, "away pl-1")
    assert workbook(store).plans[1].put_away_on == NOW.date()
    assert [name for name in asked(page) if name in ANSWERS] == [ANSWERS[0]]

    next(button for button in page.button if button.label == "Undo").click().run()
    assert [name for name in asked(page) if name in ANSWERS] == [ANSWERS[1], ANSWERS[0]]


def test_a_plan_put_away_in_a_back_dated_debrief_is_gone_from_it(store: Store, tab: Open) -> None:
    planned(store, 2)

    page = click(at_the_end(store, tab, date="2026-11-12"), "away pl-1")

    assert [name for name in asked(page) if name in ANSWERS] == [ANSWERS[0]]
    assert workbook(store).plans[1].put_away_on == date(2026, 11, 12)


def test_an_answer_given_before_the_plan_was_put_away_stays_on_the_screen(store: Store, tab: Open) -> None:
    planned(store, 1)
    page = answer(at_the_end(store, tab), **{ANSWERS[0]: "yes"})

    click(page, "away pl-0")

    assert field(page, ANSWERS[0]).value == "yes"
    assert "Put away. Debriefs won't ask again." in plain(page)
    click(page, "save")
    assert [check.kept for check in workbook(store).plan_checks] == ["yes"]


def test_an_old_draft_with_a_single_answer_shows_it_and_saves_it(store: Store, tab: Open) -> None:
    planned(store, 2)
    page = at_the_end(store, tab, plan_kept="no")

    assert (field(page, ANSWERS[1]).value, field(page, ANSWERS[0]).value) == ("no", None)
    click(page, "save")

    assert [(check.plan_id, check.kept) for check in workbook(store).plan_checks] == [("pl-1", "no")]


def test_the_journal_shows_the_answers_of_a_debrief_and_corrects_them(store: Store, tab: Open) -> None:
    planned(store, 2)
    interview = debriefed(store, **{ANSWERS[1]: "yes"})
    assert re.search(r"Say the number\s+<[^>]+>Did it", plain(tab("main/journal", debrief=interview.id)))

    page = tab("main/journal", debrief=interview.id, part="plans")
    assert field(page, ANSWERS[1]).value == "yes"
    click(answer(page, **{ANSWERS[1]: "not_come_up", ANSWERS[0]: "yes"}), "save")

    assert answers_of(workbook(store), interview.id) == {"pl-1": "not_come_up", "pl-0": "yes"}


def test_the_journal_shows_and_corrects_the_answer_of_an_older_debrief(store: Store, tab: Open) -> None:
    planned(store, 1)
    interview = debriefed(store).changed(plan_id="pl-0", plan_kept="no")
    put(store, interview)
    said = unescape(plain(tab("main/journal", debrief=interview.id)))
    assert re.search(r"Breathe\s+<[^>]+>It came up, but I didn't", said)

    click(answer(tab("main/journal", debrief=interview.id, part="plans"), **{ANSWERS[0]: "yes"}), "save")

    assert answers_of(workbook(store), interview.id) == {"pl-0": "yes"}


def test_an_old_correction_of_the_next_steps_shows_its_single_answer_and_saves_it(store: Store, tab: Open) -> None:
    planned(store, 2)
    interview = debriefed(store).changed(plan_id="pl-0", plan_kept="no")
    put(store, interview)
    draft = edit_draft(store, interview, "next", {"plan_kept": "yes"})
    store.drafts.save(replace(draft, base={**draft.base, "plan_kept": "no"}), NOW)

    page = tab("main/journal", debrief=interview.id, part="next")
    assert [name for name in asked(page) if name in ANSWERS] == [ANSWERS[0]]
    assert field(page, ANSWERS[0]).value == "yes"
    click(page, "save")

    assert answers_of(workbook(store), interview.id) == {"pl-0": "yes"}


def test_the_sheet_of_the_next_interview_shows_three_plans_and_puts_one_away(store: Store, tab: Open) -> None:
    planned(store, 5)
    coming = scheduled(store, date="2026-11-23")

    page = tab("main/today", sheet=coming.id)
    assert [words for words in NAMES if words in plain(page)] == ["Ask back", "Slow down", "Smile"]

    click(page, "sheet pl-4 away")
    assert [words for words in NAMES if words in plain(page)] == ["Say the number", "Ask back", "Slow down"]


def test_the_list_of_plans_shows_the_state_of_each_puts_away_and_asks_again(store: Store, tab: Open) -> None:
    planned(store, 2)
    for seed, day in ((1, "2026-11-12"), (2, "2026-11-13")):
        debriefed(store, seed=seed, date=day, **{ANSWERS[0]: "yes"})

    page = tab("main/progress", view="words")
    assert "Your plan came up twice; you did it twice." in plain(page)
    assert "It came up twice; you did it twice. Debriefs no longer ask about it." in plain(page)
    with pytest.raises(KeyError):
        page.button(key="plan_pl-0 away")

    click(page, "plan_pl-1 away")
    assert "Not asked about yet. Put away on Friday 20 November." in plain(page)
    click(page, "plan_pl-1 again")
    assert workbook(store).plans[1].put_away_on is None


def test_correcting_a_plan_leaves_it_put_away(store: Store, tab: Open) -> None:
    planned(store, 1, put_away_on=date(2026, 11, 19))
    debriefed(store)

    page = click(tab("main/progress", view="words"), "plan_pl-0 edit")
    click(answer(page, then_do="Breathe out"), "save")

    (plan,) = workbook(store).plans
    assert (plan.then_do, plan.put_away_on) == ("Breathe out", date(2026, 11, 19))


def test_a_plan_with_an_answer_in_the_debrief_that_made_it_is_shown_as_both(store: Store, tab: Open) -> None:
    interview = debriefed(store)
    plan = IfThenPlan(id="pl-own", interview_id=interview.id, if_when="they ask about pay", then_do="I give a range")
    put(store, plan, PlanCheck(interview_id=interview.id, plan_id=plan.id, kept="yes"))

    page = tab("main/journal", debrief=interview.id, part="plans")

    assert field(page, check_field(plan.id)).value == "yes"
    assert "I give a range" in plain(page)
