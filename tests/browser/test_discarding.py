"""What was typed is set aside only when asked, and can be brought back."""

import pytest
from playwright.sync_api import expect

from tests.browser.entries import begun, debriefed
from tests.browser.person import Person, drafts
from tests.browser.server import Server

OF_A_CARD, OF_A_FORM = "Discard the draft", "Discard"


def test_discarding_a_draft_asks_first_and_it_can_be_brought_back(person: Person, workbook: Server) -> None:
    before = begun(workbook)
    person.visit().press("Discard")
    expect(person.button(OF_A_CARD)).to_be_visible()
    assert len(drafts(workbook.data)) == 1
    person.press(OF_A_CARD)
    assert drafts(workbook.data) == []
    person.press("Bring it back").press("Continue")
    expect(person.field("Anything you forgot to mention?")).to_be_visible()
    assert [draft["values"] for draft in drafts(workbook.data)] == [before.values]


def test_leaving_a_correction_with_words_in_it_asks_first(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}&part=notes")
    person.write("What went well?", "Calmer").press("Cancel")
    expect(person.button(OF_A_FORM)).to_be_visible()
    assert len(drafts(workbook.data)) == 1
    person.press(OF_A_FORM)
    assert drafts(workbook.data) == []
    person.press("Bring it back")
    assert [draft["values"]["went_well"] for draft in drafts(workbook.data)] == ["Calmer"]


def test_leaving_a_correction_in_the_middle_of_a_word_loses_nothing(person: Person, workbook: Server) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}&part=notes")
    person.field("What went well?").fill("Calmer")
    person.press("Cancel")
    assert [draft["values"]["went_well"] for draft in drafts(workbook.data)] == ["Calmer"]


@pytest.mark.parametrize(("part", "way_out"), [("notes", "Cancel"), ("outcome", "Not now")])
def test_leaving_a_form_untouched_asks_nothing(person: Person, workbook: Server, part: str, way_out: str) -> None:
    person.visit(f"/journal?debrief={debriefed(workbook)}&part={part}").press(way_out)
    expect(person.page.get_by_role("heading", name="Northwind", level=1)).to_be_visible()
    expect(person.button("Bring it back")).to_have_count(0)
