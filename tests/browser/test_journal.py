"""The journal: find, read at a glance, edit in place, delete and undo, record the outcome."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import DESK, PHONE, whole_height
from tests.browser.conftest import Windows
from tests.browser.entries import debriefed
from tests.browser.person import Person, rows
from tests.browser.server import ROOT, Server

FULLEST = "iv-r98g6s6b"
"""The interview of the sample that has the most in it."""


@pytest.fixture
def sample(workbook: Server) -> Server:
    shutil.copytree(ROOT / "data" / "sample", workbook.data, dirs_exist_ok=True)
    return workbook


def test_a_debrief_is_found_by_a_word_of_it_and_all_of_its_row_leads_to_it(person: Person, workbook: Server) -> None:
    interview_id = debriefed(workbook, went_well="Talked about lighthouses")
    debriefed(workbook, company="Contoso")
    person.visit("/journal?outcome=pending").write("Search", "lighthouse")
    expect(person.page.get_by_text("1 of 2 interviews")).to_be_visible()
    person.page.get_by_text("Waiting", exact=True).click(force=True)
    expect(person.page.get_by_text("Talked about lighthouses")).to_be_visible()
    expect(person.page).to_have_url(f"{workbook.url}/journal?outcome=pending&debrief={interview_id}")
    person.rest().page.go_back()
    expect(person.page.get_by_text("1 of 2 interviews")).to_be_visible()
    expect(person.page).to_have_url(f"{workbook.url}/journal?outcome=pending")
    expect(person.field("Search")).to_have_value("lighthouse")


def test_by_keyboard_alone_from_the_list_into_an_interview_and_its_form_and_back(
    person: Person, workbook: Server
) -> None:
    debriefed(workbook)
    person.visit("/journal").tab_to("Northwind").key("Enter")
    expect(person.page.get_by_role("heading", name="Northwind", level=1)).to_be_visible()
    person.rest().tab_to("Better answers").key("Enter")
    expect(person.page.get_by_role("heading", name="Better answers to the hard questions")).to_be_visible()
    person.rest().tab_to("Cancel").key("Enter")
    expect(person.page.get_by_role("heading", name="What they asked")).to_be_visible()


@pytest.mark.parametrize("width", [DESK, PHONE], ids=["desk", "phone"])
def test_a_form_leads_back_to_the_part_it_is_about(windows: Windows, sample: Server, width: int) -> None:
    person = Person(windows(width=width), sample.url).visit(f"/journal?debrief={FULLEST}")
    part = person.page.locator(".st-key-part_people")
    part.get_by_role("button", name="Edit").click()
    person.rest().press("Cancel")
    expect(part.get_by_role("heading", name="Who you met")).to_be_in_viewport()
    expect(part.get_by_role("button", name="Edit")).to_be_focused()


def test_a_full_debrief_is_seen_in_two_screens(person: Person, sample: Server) -> None:
    assert whole_height(person.visit(f"/journal?debrief={FULLEST}").page) <= 2 * 800


def test_a_deleted_debrief_comes_back_with_undo(person: Person, workbook: Server) -> None:
    interview_id = debriefed(workbook)
    before = {name: rows(workbook.data, name) for name in ("interviews", "questions")}
    person.visit(f"/journal?debrief={interview_id}").press("Delete").press("Yes, delete it")
    expect(person.page.get_by_text("The debrief is deleted.")).to_be_visible()
    assert rows(workbook.data, "interviews") == rows(workbook.data, "questions") == []
    person.button("Undo").first.click()
    person.rest()
    assert {name: rows(workbook.data, name) for name in before} == before


def test_deleting_asks_first(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}").press("Delete")
    expect(person.button("Yes, delete it")).to_be_visible()
    assert len(rows(workbook.data, "interviews")) == 1


def test_the_outcome_is_recorded_with_its_day_and_their_words(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}").press("Record the outcome")
    person.tap("Outcome", "Rejected").write("What did they say?", "Not enough on-call work.").press("Save")
    (interview,) = rows(workbook.data, "interviews")
    assert (interview["outcome"], interview["outcome_on"]) == ("rejected", "2026-11-20")
    assert interview["feedback"] == "Not enough on-call work."
    expect(person.page.get_by_text("Not enough on-call work.")).to_be_visible()


def test_the_other_pages_of_a_long_list_open_at_the_top_and_have_an_address(person: Person, sample: Server) -> None:
    debriefs = sample.data / "interviews.csv"
    head, *lines = debriefs.read_text("utf-8-sig").splitlines()
    again = [line.replace('"iv-', '"iv-again-', 1) for line in lines if '"done"' in line]
    debriefs.write_text("\n".join([head, *lines, *again, ""]), "utf-8")
    page = person.visit("/journal").page
    page.get_by_role("button", name="Page 2", exact=True).click()
    expect(page).to_have_url(f"{sample.url}/journal?page=2")
    expect(page.get_by_role("heading", name="Journal", level=1)).to_be_in_viewport()


def test_a_guessed_kind_is_marked_and_corrected_with_one_choice(person: Person, sample: Server) -> None:
    page = person.visit("/journal?debrief=iv-jsngfck4").page
    page.get_by_role("button", name="Behavioural?").click()
    page.get_by_test_id("stMenuButtonPopover").or_(page.get_by_role("menu")).get_by_text("Situational").click()
    expect(page.get_by_role("button", name="Situational", exact=True)).to_be_visible()
    kinds = {row["text"]: (row["category"], row["kind_guessed"]) for row in rows(sample.data, "questions")}
    assert kinds["How would you tell residents that the date is off?"] == ("situational", "")
    person.button("Undo").first.click()
    expect(page.get_by_role("button", name="Behavioural?")).to_be_visible()
