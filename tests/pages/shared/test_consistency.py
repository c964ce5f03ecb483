"""Before a next round: claims, stories and hard questions from there, and a question that can be dismissed for good."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.records.application import Application
from lib.records.claim import Claim
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.story import Story
from lib.store import Store
from lib.workflows.entries.claims import dismiss_claim, dismissed_claims
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.errors import Gone
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, markdown, plain
from tests.pages.today.test_today import LIVE, PAYLOAD
from tests.workflows.evening import NOW, edited, full_debrief, put, scheduled, workbook

ASKED = "You said “organised”, and rated preparation 2: which story shows it?"


def rounds() -> AppTest:
    """The part alone, below the frame that every page has."""

    def page() -> None:
        from types import SimpleNamespace

        from lib.ui import frame
        from lib.ui.context import current_context
        from lib.ui.shared import consistency

        frame.top(SimpleNamespace(url_path="practice"))
        consistency.show(current_context())

    app = AppTest.from_function(page, default_timeout=20).run()
    assert not app.exception, app.exception[0].message
    return app


@pytest.fixture
def first(store: Store) -> Interview:
    """A first round: one claim whose side went badly, and one story told."""
    return met_once(store)


def met_once(store: Store, claim: str = "organised", story: str = "The port", **answers: Any) -> Interview:
    interview = full_debrief(store, **answers)
    told = workbook(store).questions[0].changed(story_id="st-1")
    put(
        store,
        Claim(id="cl-1", interview_id=interview.id, claim=claim, dimension="preparation"),
        Rating(interview_id=interview.id, dimension="preparation", score=2),
        Story(id="st-1", title=story),
        told,
    )
    return interview


@pytest.fixture
def coming(store: Store, first: Interview) -> Interview:
    return scheduled(store, date="2026-11-27", stage="final", people_names="")


def test_before_anything_is_there_it_offers_the_next_step() -> None:
    app = rounds()

    assert "note upcoming" in [button.key for button in app.button]


def test_it_brings_back_what_was_said_told_and_hard_there_d3(coming: Interview) -> None:
    page = plain(rounds())

    for words in (
        "1 interview at Northwind so far, last today. You told them 1 thing about yourself.",
        "Next: Final round, Friday 27 November, 14:00",
        ASKED,
        "- organised (technical, today)",
        "- The port, to Priya Raman (technical, today)",
        "- Preparation: 2 of 5 (technical, today)",
        "- What do you earn?",
    ):
        assert words in page, words


def test_a_story_names_nobody_where_it_is_not_known_who_heard_it(store: Store, coming: Interview) -> None:
    edited(store, workbook(store).debriefed[0], "people", {"people": []})

    assert re.search(r"- The port \(technical, today\)", plain(rounds()))
    assert "Priya" not in plain(rounds())


def test_everybody_who_heard_a_story_is_named(store: Store) -> None:
    met_once(store, **{"people.pe-two.name": "Ben Lindqvist"})
    scheduled(store, date="2026-11-27", people_names="")

    assert re.search("- The port, .*Priya Raman and Ben Lindqvist", plain(rounds()))


def test_nothing_is_remembered_where_no_round_is_ahead(first: Interview) -> None:
    page = plain(rounds())

    assert "organised" not in page
    assert "Meeting a company again?" in page


def test_a_question_dismissed_is_gone_at_once_and_undo_brings_it_back(store: Store, coming: Interview) -> None:
    app = click(rounds(), "aside cl-1")
    assert "aside cl-1" not in [button.key for button in app.button]
    assert dismissed_claims(workbook(store)) == ("cl-1",)

    next(button for button in app.button if button.label == "Undo").click().run()
    assert "aside cl-1" in [button.key for button in app.button]
    assert dismissed_claims(workbook(store)) == ()


def test_what_was_dismissed_is_listed_and_can_be_asked_again_later(store: Store, coming: Interview) -> None:
    dismiss_claim(store, "cl-1", NOW)
    app = rounds()
    assert "No longer asked (1)" in plain(app)

    click(app, "ask cl-1")
    assert "No longer asked (1)" not in plain(app)
    assert "aside cl-1" in [button.key for button in app.button]


def test_where_the_claim_was_deleted_meanwhile_a_sentence_reports_it(store: Store, coming: Interview) -> None:
    app = rounds()
    delete_debrief(store, workbook(store).debriefed[0].id, NOW)

    app.button(key="aside cl-1").click().run()
    assert app.session_state["problem"] == Gone("This claim").sentence


def test_a_long_list_is_cut_and_shows_how_many_more(store: Store, first: Interview, coming: Interview) -> None:
    put(store, *(Claim(id=f"cl-x{number}", interview_id=first.id, claim=f"claim {number}") for number in range(14)))
    page = plain(rounds())

    assert "- And 3 more" in page
    assert "claim 13" not in page


def test_looking_writes_nothing(store: Store, coming: Interview) -> None:
    before = {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()}
    rounds()

    assert {path: path.read_bytes() for path in store.folder.rglob("*") if path.is_file()} == before


def test_the_sheet_of_the_next_round_remembers_too_d3(tab: Open, store: Store, coming: Interview) -> None:
    app = tab(sheet=coming.id)

    for words in (ASKED, "The port, to Priya Raman (technical, today)", "Preparation: 2 of 5 (technical, today)"):
        assert words in plain(app), words
    click(app, "aside cl-1")
    assert ASKED not in plain(app)


def test_the_sheet_of_the_round_that_was_is_no_place_for_questions(
    tab: Open, first: Interview, coming: Interview
) -> None:
    page = plain(tab(sheet=first.id))

    assert ASKED not in page
    assert "The port" not in page


@pytest.mark.parametrize("words", [PAYLOAD, 'O"Neil, Jr.', "مريم الخطيب"])
def test_the_person_s_words_are_text_there_and_on_the_sheet(tab: Open, store: Store, words: str) -> None:
    met_once(store, claim=words, story=words, company=words, asked=f"{words}?", hard=[f"{words}?"])
    coming = scheduled(store, company=words, date="2026-11-27", people_names="")

    for app in (rounds(), tab(sheet=coming.id)):
        assert plain(app).count(words) >= 4
        assert LIVE.findall(markdown(app)) == []


def test_a_claim_that_an_older_version_tied_to_a_skill_stays_tied(tab: Open, store: Store, first: Interview) -> None:
    app = tab("main/journal", debrief=first.id, part="claims")

    click(answer(app, **{"claims.cl-1.claim": "well organised"}), "save")

    assert [(claim.claim, claim.dimension) for claim in workbook(store).claims] == [("well organised", "preparation")]


def test_the_idea_of_the_week_names_a_story_that_its_letter_may_tell_k2(tab: Open, store: Store) -> None:
    put(
        store,
        Application(id="ap-1", company="Loomworks", role="Analyst", status="interested"),
        Story(id="st-1", title=f"The port {PAYLOAD}", result="We sailed."),
    )
    app = tab("more/applications", view="week")

    assert "A story of yours that fits" in plain(app)
    assert f"The port {PAYLOAD}" in plain(app)
    assert LIVE.findall(markdown(app)) == []
