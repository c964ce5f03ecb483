"""A no on the sample workbook, asked about first, and looked back on thirty days later; a job scored by keyboard."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from lib.decide.mood import QUESTION
from tests.browser.chromium import whole_height
from tests.browser.entries import store_of
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server

LOOKED_AT = datetime(2026, 11, 19, 20, 0, tzinfo=ZoneInfo("Europe/Dublin"))
"""The fixed evening of the sample."""
BAD_DAY = "ap-bb6skkkw"
"""The job whose last interview went badly, and which fits as before."""
UNKNOWN, COMING = "ap-w4bybfur", "iv-bzscrq25"
"""A job of which little is known, and the interview there that is still to come."""


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Server]:
    """The app over a copy of the sample workbook."""
    server = Server(tmp_path, environment={"AFTERWORD_NOW": LOOKED_AT.isoformat()})
    shutil.copytree(ROOT / "data" / "sample", server.data, dirs_exist_ok=True)
    try:
        yield server.start()
    finally:
        server.kill()


def test_a_no_after_a_bad_day_is_asked_about_first_and_looked_back_on_thirty_days_later(
    sample: Server, page: Page
) -> None:
    before = len(rows(sample.data, "decisions"))
    person = Person(page, sample.url).visit(f"/decide?view=job&application={BAD_DAY}")
    person.press("Write down a decision").tap("What do you decide?", "Decline")
    expect(page.get_by_text(QUESTION)).to_be_visible()
    expect(person.button("Save")).to_have_count(0)

    person.press("How I did")
    expect(page.get_by_text("254 interviews")).to_be_visible()
    assert len(rows(sample.data, "decisions")) == before
    person.write("What are your reasons?", "They could not say what the team does.")
    person.button("Save").dblclick()
    person.rest()

    (decision,) = rows(sample.data, "decisions")[before:]
    assert (decision["choice"], decision["review_on"]) == ("decline", "2026-12-19")
    expect(page.get_by_text("19 December")).to_be_visible()

    sample.environment = {"AFTERWORD_NOW": (LOOKED_AT + timedelta(days=30)).isoformat()}
    sample.restart()
    person.visit("/follow_up")
    card = page.get_by_test_id("stVerticalBlock").filter(has_text="Review your decision on Waggle Pet Care")
    card.get_by_role("button", name="Look back").last.click()
    person.rest()
    expect(page.get_by_text("They could not say what the team does.")).to_be_visible()
    person.tap("Was it right", "Yes").press("Save")
    assert rows(sample.data, "decisions")[-1]["right_call"] == "yes"


def test_nine_criteria_are_scored_on_two_screens_by_keyboard_and_survive_a_reload(sample: Server, page: Page) -> None:
    person = Person(page, sample.url).visit(f"/decide?view=job&application={UNKNOWN}&part=score")
    assert page.locator("[class*=st-key-criterion_]").count() == 9
    assert whole_height(page) <= 2 * 800

    manager = page.locator(".st-key-criterion_cr-manager")
    manager.locator("button").filter(has_text="50").focus()
    person.key("ArrowRight").key("Enter").reload()
    expect(manager.locator("button").filter(has_text="60")).to_have_attribute("data-selected", "true")
    person.press("Save")

    assert store_of(sample).load().problems == ()
    assert [row["score"] for row in rows(sample.data, "fit") if row["criterion_id"] == "cr-manager"][-1] == "60"
    person.visit(f"/?sheet={COMING}")
    expect(page.get_by_text("every second weekend, and the phone at night")).to_be_visible()
    expect(page.get_by_text("Who would I work for")).to_have_count(0)
