"""Two tabs on one entry: nobody's words are overwritten."""

import pytest
from playwright.sync_api import expect

from tests.browser.entries import begun, debriefed
from tests.browser.person import Person, drafts, rows
from tests.browser.server import Server


@pytest.fixture
def other(person: Person) -> Person:
    """The same person in a second tab."""
    return Person(person.page.context.new_page(), person.url)


@pytest.fixture
def tabs(person: Person, other: Person, workbook: Server) -> tuple[Person, Person]:
    """Two tabs with the same part of a saved debrief open, and changed differently; the other one is saved."""
    path = f"/journal?debrief={debriefed(workbook)}&part=notes"
    person.visit(path)
    other.visit(path).write("What went well?", "Theirs").press("Save")
    expect(other.page.get_by_text("Saved.")).to_be_visible()
    person.write("What went well?", "Mine").press("Save")
    return person, other


def well(workbook: Server) -> str:
    return rows(workbook.data, "interviews")[0]["went_well"]


def test_both_versions_are_shown_and_nothing_is_overwritten_until_mine_is_chosen(
    tabs: tuple[Person, Person], workbook: Server
) -> None:
    person, _ = tabs
    expect(person.page.get_by_text("This entry was changed somewhere else")).to_be_visible()
    expect(person.page.get_by_test_id("stText").filter(has_text="Mine")).to_be_visible()
    expect(person.page.get_by_test_id("stText").filter(has_text="Theirs")).to_be_visible()
    assert well(workbook) == "Theirs"
    assert [draft["values"]["went_well"] for draft in drafts(workbook.data)] == ["Mine"]
    person.press("Save mine over it")
    assert well(workbook) == "Mine"
    assert drafts(workbook.data) == []


def test_theirs_can_be_kept_and_mine_brought_back(tabs: tuple[Person, Person], workbook: Server) -> None:
    person, _ = tabs
    person.press("Keep theirs, discard mine")
    assert well(workbook) == "Theirs"
    person.press("Bring it back")
    assert [draft["values"]["went_well"] for draft in drafts(workbook.data)] == ["Mine"]


def test_changes_of_different_fields_are_both_kept(person: Person, other: Person, workbook: Server) -> None:
    path = f"/journal?debrief={debriefed(workbook)}&part=notes"
    person.visit(path)
    other.visit(path).write("What went well?", "Theirs").press("Save")
    person.write("What went badly?", "Mine").press("Save")
    expect(person.page.get_by_text("Saved.")).to_be_visible()
    (interview,) = rows(workbook.data, "interviews")
    assert (interview["went_well"], interview["went_badly"]) == ("Theirs", "Mine")


def test_two_tabs_on_one_new_debrief_lose_neither(person: Person, other: Person, workbook: Server) -> None:
    path = f"/debrief?draft={begun(workbook, screen='went').id}"
    person.visit(path)
    other.visit(path)
    person.write("What went well?", "Said in one tab")
    other.write("What went well?", "Said in the other")
    person.write("What went badly?", "Said in one tab as well")
    kept = {(draft["values"]["went_well"], draft["values"]["went_badly"]) for draft in drafts(workbook.data)}
    assert kept == {("Said in one tab", "Said in one tab as well"), ("Said in the other", "Rambled")}


def test_the_same_debrief_saved_in_two_tabs_shows_both_versions(
    person: Person, other: Person, workbook: Server
) -> None:
    path = f"/debrief?draft={begun(workbook).id}"
    person.visit(path)
    other.visit(path).add("promises").write("What did you promise?", "Theirs").press("Save the debrief")
    person.add("promises").write("What did you promise?", "Mine").key("Escape")  # the calendar that Tab opens
    person.tap("What's the next step", "Their decision").press("Save the debrief")
    expect(person.page.get_by_text("Nothing was overwritten")).to_be_visible()
    assert [row["what"] for row in rows(workbook.data, "promises")] == ["Theirs"]
    person.press("Save mine over it")
    assert "Mine" in [row["what"] for row in rows(workbook.data, "promises")]
    assert len(rows(workbook.data, "interviews")) == 1
