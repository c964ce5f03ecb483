"""A hard question, from the debrief to the day it is back: with the keyboard alone, and towards the next interview."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.entries import debriefed, store_of
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.conftest import NOW

HARD = "How would you design a rate limiter?"


def put_clock(server: Server, moment: datetime) -> None:
    server.environment = {"AFTERWORD_NOW": moment.isoformat()}


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Server]:
    """The app on Friday evening; its clock can be put forward."""
    server = Server(tmp_path, environment={"AFTERWORD_NOW": NOW.isoformat()})
    try:
        yield server.start()
    finally:
        server.kill()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", name=words)).to_be_visible()


def test_a_hard_question_is_practised_with_the_keyboard_alone_and_comes_back_when_due(
    evening: Server, page: Page
) -> None:
    debriefed(evening)
    person = Person(page, evening.url).visit()
    person.tab_to("Practise").key("Enter")
    expect(page.get_by_text("1 question to practise now")).to_be_visible()

    person.key("b")
    heading(page, HARD)
    person.key("s")
    heading(page, "How did it go?")
    person.key("4")
    heading(page, "Done for now")

    (review,) = rows(evening.data, "practice")
    assert review["grade"] == "easy"
    person.key("b")
    expect(page.get_by_text("Nothing to practise today")).to_be_visible()

    put_clock(evening, NOW + timedelta(days=9))
    evening.restart()
    person.load("/practice")
    expect(page.get_by_text("1 question to practise now")).to_be_visible()


def test_an_interview_entered_for_next_week_changes_the_queue_and_gives_the_reason(
    person: Person, workbook: Server
) -> None:
    debriefed(workbook)
    person.visit("/practice")
    expect(person.page.get_by_text("No interview coming up")).to_be_visible()

    person.visit("/debrief?new=upcoming")
    person.write("Company", "Lanternfish").write("Role", "Analyst")
    person.page.get_by_test_id("stDateInput").last.get_by_role("spinbutton").first.click()
    person.type("26112026").key("Tab")
    person.tap("What type is it?", "Technical")
    person.press("Save")

    person.visit("/practice")
    expect(person.page.get_by_text(re.compile("Lanternfish.*26 November")).first).to_be_visible()
    expect(person.page.get_by_text("without practice")).to_have_count(0)


def test_the_watch_runs_while_one_speaks(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit("/practice").key("b")

    expect(person.page.get_by_role("timer")).to_have_text("0:02")


def test_the_number_keys_write_into_a_box_and_grade_nothing(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit("/practice").key("b").key("s")
    person.press("Make it my best answer" if person.button("Make it my best answer").count() else "Write a best answer")
    person.field("My best answer now").fill("")
    person.field("My best answer now").press_sequentially("123")
    person.key("Tab").press("Save")

    assert rows(workbook.data, "practice") == []
    assert [row["best_answer"] for row in rows(workbook.data, "topics")] == ["123"]
    heading(person.page, HARD)


def test_grades_survive_a_reload_of_the_page(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit("/practice").key("b").key("s").key("3")
    person.reload()

    assert [row["grade"] for row in rows(workbook.data, "practice")] == ["good"]
    assert store_of(workbook).load().problems == ()


def test_enter_presses_the_focused_button(person: Person, workbook: Server) -> None:
    debriefed(workbook)
    person.visit("/practice").key("b")

    person.tab_to("Skip this one").key("Enter")
    expect(person.page.get_by_text("You graded nothing")).to_be_visible()


def test_a_recording_plays_back_beside_the_best_answer_and_is_gone_with_the_page(
    person: Person, workbook: Server
) -> None:
    debriefed(workbook)
    person.visit("/practice").key("b")
    recorder = person.page.get_by_test_id("stAudioInput")
    recorder.get_by_role("button", name="Record", exact=True).click()
    expect(recorder.get_by_text("00:02")).to_be_visible()
    recorder.get_by_role("button", name="Stop recording").click()
    expect(person.page.get_by_text("You spoke for 2 seconds")).to_be_visible()

    person.rest().key("s")
    heading(person.page, "How did it go?")
    recorder.get_by_role("button", name="Play").click()
    expect(recorder.get_by_role("button", name="Pause")).to_be_visible()
    assert not list(workbook.folder.rglob("*.wav"))

    person.button("Keep this recording", exact=False).click()
    expect(person.page.get_by_text("Kept with your data")).to_be_visible()
    (kept,) = workbook.folder.rglob("*.wav")
    assert kept.is_relative_to(workbook.data)
    person.reload()
    expect(person.page.get_by_test_id("stAudioInput")).to_have_count(0)
