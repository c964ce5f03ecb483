"""What belongs side by side is on one line: two buttons, a message with its buttons, a scale."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chromium import DESK, PHONE
from tests.browser.conftest import Windows
from tests.browser.entries import debriefed, expected
from tests.browser.person import Person
from tests.browser.server import Server

LONG = "How do you deal with last-minute changes to a plan that everybody had already agreed on?"


def tops(parts: Locator) -> set[int]:
    """How far down each of them begins, in pixels."""
    return {round(box["y"]) for part in parts.all() if (box := part.bounding_box())}


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_now_and_tomorrow_are_beside_each_other_after_the_save(windows: Windows, workbook: Server, width: int) -> None:
    person = Person(windows(width=width), workbook.url)
    person.load(f"/debrief?debrief={debriefed(workbook, asked=LONG, hard=[LONG])}")
    assert len(tops(person.page.locator(".st-key-hardest button"))) == 1


def test_on_a_phone_0_to_10_is_one_line_before_the_interview_too(windows: Windows, workbook: Server) -> None:
    person = Person(windows(width=PHONE), workbook.url).load("/debrief?new=upcoming")
    scale = person.page.get_by_test_id("stButtonGroup").filter(has_text="How much do you want this job today?")
    digits = scale.locator("button").filter(has_text=re.compile(r"^\d+$"))
    expect(digits).to_have_count(11)
    assert len(tops(digits)) == 1


def test_what_is_known_of_a_coming_interview_begins_at_the_left(person: Person, workbook: Server) -> None:
    person.load(f"/journal?debrief={expected(workbook, '2026-11-27', people_names='Priya Raman')}")
    title = person.page.get_by_role("heading", level=1).bounding_box()
    parts = person.page.locator("h3")
    assert title is not None
    assert {round(box["x"]) for part in parts.all() if (box := part.bounding_box())} == {round(title["x"])}


def test_on_a_phone_a_message_and_its_buttons_are_on_one_line(windows: Windows, workbook: Server) -> None:
    person = Person(windows(width=PHONE), workbook.url).load(f"/debrief?debrief={debriefed(workbook)}")
    person.press("Now").press("Stop asking this")
    buttons = person.page.locator(".st-key-notice button")
    expect(buttons).to_have_count(2)
    assert len(tops(buttons)) == 1
