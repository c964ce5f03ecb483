"""A question that came before, confirmed in the browser: tonight, and when the debrief is corrected."""

import re

import pytest
from playwright.sync_api import Page, expect

from lib.records.story import Story
from lib.store import Transaction
from tests.browser.conftest import Windows
from tests.browser.entries import begun, debriefed, store_of
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.conftest import NOW

EARLIER = "How would you design a rate limiter?"
AGAIN = "And how would you design a rate limiter?"
OTHER = {"company": "Lanternfish", "date": "2026-11-19", "asked": AGAIN, "hard": []}
FOLDED = "You may have had some of these before"
MARK = "keyboard_arrow_right"
"""The word that the arrow of a folded part is drawn from; it comes before the part's own words."""
NO = "No, a new question"


def unfold(person: Person, words: str) -> Person:
    person.page.locator("summary").filter(has_text=words).click()
    return person.rest()


def choose(person: Person, option: str) -> Person:
    person.page.get_by_test_id("stRadio").locator("label").filter(has_text=re.compile(f"^{re.escape(option)}")).click()
    return person.rest()


def topics(server: Server) -> list[str]:
    return [row["topic_id"] for row in rows(server.data, "questions") if "rate limiter" in row["text"]]


def test_an_earlier_question_is_confirmed_survives_a_reload_and_is_saved(workbook: Server, person: Person) -> None:
    debriefed(workbook)
    draft = begun(workbook, "asked", **OTHER)
    person.visit(f"/debrief?draft={draft.id}")

    choose(unfold(person, FOLDED), EARLIER)
    unfold(person.reload(), FOLDED)
    expect(person.page.get_by_role("radio", name=EARLIER)).to_be_checked()
    person.press("Save and stop here")

    first, second = topics(workbook)
    assert first
    assert first == second


def test_it_is_confirmed_and_taken_back_in_a_correction(workbook: Server, person: Person) -> None:
    debriefed(workbook)
    interview = debriefed(workbook, **OTHER)
    form = f"/journal?debrief={interview}&part=questions"
    choose(unfold(person.visit(form), "This looks like the same question"), EARLIER)
    expect(person.page.get_by_text("The same as: How would you design")).to_be_visible()
    expect(person.page.get_by_role("radio", name=NO)).to_be_visible()
    person.press("Save")
    assert len(set(topics(workbook))) == 1

    choose(unfold(person.visit(form), "The same as"), NO)
    person.press("Save")

    assert sorted(map(bool, topics(workbook))) == [False, True]


def test_it_is_confirmed_with_the_keyboard_alone(workbook: Server, person: Person) -> None:
    debriefed(workbook)
    draft = begun(workbook, "asked", **OTHER)
    person.visit(f"/debrief?draft={draft.id}")

    person.tab_to("And how would you design").tab_to(MARK).key("Enter").key("Tab").key("ArrowDown")

    expect(person.page.get_by_role("radio", name=EARLIER)).to_be_checked()


def test_the_story_told_is_chosen(workbook: Server, person: Person) -> None:
    interview = debriefed(workbook, asked=EARLIER)
    store_of(workbook).commit(Transaction(label="Set up", put=(Story(id="st-1", title="The port"),)), NOW)
    person.visit(f"/journal?debrief={interview}&part=questions")

    person.choose(re.compile("Which story did you tell"), "The port").press("Save")

    assert [row["story_id"] for row in rows(workbook.data, "questions")] == ["st-1"]


@pytest.mark.parametrize("part", ["questions", "hard"])
def test_nothing_of_it_is_wider_than_a_phone(workbook: Server, windows: Windows, part: str) -> None:
    debriefed(workbook)
    interview = debriefed(workbook, **OTHER)
    page: Page = windows(width=390)
    person = Person(page, workbook.url).visit(f"/journal?debrief={interview}&part={part}")

    unfold(person, "This looks like the same question")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
