"""The journal: find, delete and undo, record what became of it."""

from playwright.sync_api import expect

from tests.browser.entries import debriefed
from tests.browser.person import Person, rows
from tests.browser.server import Server


def test_a_debrief_is_found_by_a_word_of_it_and_opens_at_its_own_address(person: Person, workbook: Server) -> None:
    interview_id = debriefed(workbook, went_well="Talked about lighthouses")
    debriefed(workbook, company="Contoso")
    person.visit("/journal").write("Find any word", "lighthouse")
    expect(person.page.get_by_text("1 interview of 2")).to_be_visible()
    person.press("Open")
    expect(person.page.get_by_text("Talked about lighthouses")).to_be_visible()
    assert person.page.url.endswith(f"/journal?debrief={interview_id}")


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


def test_what_became_of_it_is_recorded_with_date_and_their_words(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}").press("What became of it")
    person.tap("They said", "Rejected").write("Their words", "Not enough on-call work.").press("Save")
    (interview,) = rows(workbook.data, "interviews")
    assert (interview["outcome"], interview["outcome_on"]) == ("rejected", "2026-11-20")
    assert interview["feedback"] == "Not enough on-call work."
    expect(person.page.get_by_text("Not enough on-call work.")).to_be_visible()
