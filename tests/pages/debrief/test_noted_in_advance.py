"""An interview that was noted in advance is debriefed as that one, and never there twice."""

from datetime import date
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from lib.store import Store
from lib.workflows.drafts.scheduled_interviews import debrief_of_scheduled, same_interview, scheduled_match
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, on_to, plain
from tests.workflows.evening import NOW, debrief_draft, full_debrief, scheduled, the, workbook

BEFOREHAND = {"time": "", "people_names": "Priya Raman\nTom Beck"}


def keys(app: AppTest) -> list[str]:
    return [str(one.key) for one in app.button]


def people_met(store: Store) -> set[str]:
    names = {person.id: person.name for person in workbook(store).people}
    return {names[entry.person_id] for entry in workbook(store).conversations}


def test_on_its_day_today_offers_to_debrief_it_beside_its_sheet(tab: Open, store: Store) -> None:
    interview = scheduled(store, **BEFOREHAND)
    app = tab()
    assert f"sheet {interview.id}" in keys(app)
    assert "today, time not noted, today" not in plain(app).casefold()
    click(app, f"debrief {interview.id}")
    assert app.query_params["debrief"] == interview.id


def test_before_its_day_no_debrief_is_offered_and_it_is_listed_once(tab: Open, store: Store) -> None:
    scheduled(store, **BEFOREHAND | {"date": "2026-11-21"})
    app = tab()
    assert not any(key.startswith("debrief iv-") for key in keys(app))
    assert plain(app).count("Northwind") == 1
    assert "tomorrow, tomorrow" not in plain(app).casefold()


def test_the_way_into_a_debrief_asks_which_one_first(tab: Open, store: Store) -> None:
    interview = scheduled(store, **BEFOREHAND)
    app = click(tab(), "debrief")
    assert "Which interview?" in plain(app)
    assert f"held {interview.id}" in keys(app)
    assert store.drafts.list() == ()


def test_a_blank_debrief_of_it_is_told_so_and_becomes_its_debrief(tab: Open, store: Store) -> None:
    interview = scheduled(store, **BEFOREHAND)
    app = tab("main/debrief", new="debrief")
    assert "added this interview" not in plain(app)
    answer(app, application=interview.application_id)
    assert "You added this interview before" in plain(app)
    click(app, "noted this")
    assert app.query_params["draft"] == interview.id
    assert [draft.id for draft in store.drafts.list()] == [interview.id]
    click(click(click(app, "next"), "next"), "save")
    (saved,) = workbook(store).interviews
    assert (saved.id, saved.state, saved.interest_before) == (interview.id, "short", 8)
    assert people_met(store) == {"Priya Raman", "Tom Beck"}


def test_saved_without_a_look_at_that_it_completes_the_interview_all_the_same(tab: Open, store: Store) -> None:
    interview = scheduled(store, **BEFOREHAND)
    app = tab("main/debrief", new="debrief")
    answer(app, application=interview.application_id, date=date(2026, 11, 20), stage="technical")
    click(answer(on_to(app, "went"), went_well="The story."), "save")
    (saved,) = workbook(store).interviews
    assert (saved.id, saved.state, saved.went_well) == (interview.id, "short", "The story.")
    assert people_met(store) == {"Priya Raman", "Tom Beck"}
    assert "You can stop here" in plain(app)
    assert store.drafts.list() == ()


def test_another_kind_on_the_same_day_is_offered_but_not_taken_for_it(store: Store) -> None:
    interview = scheduled(store, **BEFOREHAND)
    draft = debrief_draft(store, {"application": interview.application_id, "stage": "final"})
    assert scheduled_match(workbook(store), draft, NOW) == interview
    assert same_interview(workbook(store), draft, NOW) is None


def test_of_two_rounds_of_one_kind_the_one_of_that_time_is_meant(store: Store) -> None:
    rounds = [scheduled(store, seed=hour, time=f"{hour}:00") for hour in (10, 12, 16)]
    known = {"application": rounds[0].application_id, "stage": "technical", "time": "12:00"}
    assert same_interview(workbook(store), debrief_draft(store, known), NOW) == rounds[1]


def test_one_that_has_not_begun_is_not_the_one_just_had(store: Store) -> None:
    interview = scheduled(store, time="21:00")
    draft = debrief_draft(store, {"application": interview.application_id, "stage": "technical"})
    assert scheduled_match(workbook(store), draft, NOW) is None


def test_a_debrief_of_it_begun_before_keeps_its_words_and_is_filled_up(store: Store) -> None:
    interview = scheduled(store, **BEFOREHAND)
    debrief_draft(store, {"went_well": "First words."}, interview.id)
    second = debrief_draft(store, {"went_well": "Other words.", "unsaid": "The migration."}, seed=4)
    turned = debrief_of_scheduled(store, second, the(store, interview.id), NOW, Random(5))
    assert (turned.id, turned.values["went_well"], turned.values["unsaid"]) == (
        interview.id,
        "First words.",
        "The migration.",
    )


def test_one_still_to_come_is_listed_with_its_sheet_where_one_chooses(tab: Open, store: Store) -> None:
    interview = scheduled(store, date="2026-11-25")
    app = tab("main/debrief")
    click(app, f"sheet {interview.id}")
    assert app.query_params["sheet"] == interview.id


def test_the_journal_speaks_of_one_to_come_as_to_come_with_its_sheet(tab: Open, store: Store) -> None:
    interview = scheduled(store, date="2026-11-25")
    app = tab("main/journal", debrief=interview.id)
    for past in ("Who you met", "What they asked", "You can add"):
        assert past not in plain(app)
    assert {"no show", "debrief it"} & set(keys(app)) == set()
    assert "Who you'll meet" in plain(app)
    click(app, "sheet")
    assert app.query_params["sheet"] == interview.id


@pytest.mark.parametrize(("outcome", "words"), [("rejected", "A look at this no"), ("offer", "under Decide")])
def test_an_answer_is_met_with_more_than_recorded(tab: Open, store: Store, outcome: str, words: str) -> None:
    interview = full_debrief(store)
    app = tab("main/journal", debrief=interview.id, part="outcome")
    click(answer(app, outcome=outcome), "save")
    (said,) = [text for text in plain(app).splitlines() if text.startswith("Saved.")]
    assert words in said
    links = [str(one.proto.page) for one in app.get("page_link")]
    assert any("decide" in link for link in links) is (outcome == "offer")


def test_a_problem_stays_behind_on_the_page_where_it_was_met(tab: Open, store: Store) -> None:
    full_debrief(store)
    app = tab("more/applications", view="references")
    click(click(app, "add ask"), "save")
    assert "has no answer yet" in plain(app)
    app.switch_page("pages/more/decide.py").run()
    assert "has no answer yet" not in plain(app)
