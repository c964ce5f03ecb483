"""Days, times and numbers that a field takes, and those that it doesn't: nothing is dropped without a word."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.entries import debriefed
from tests.browser.person import Person, drafts, rows
from tests.browser.server import Server

SAVE = "Save"
APPLIED = "Applied on (optional)"


def parts(person: Person, label: str) -> Locator:
    return person.page.get_by_role("group", name=label).get_by_role("spinbutton")


def type_into(person: Person, label: str, keys: str) -> None:
    parts(person, label).first.click()
    person.page.keyboard.type(keys)


def leave(person: Person) -> None:
    person.page.keyboard.press("Escape")
    person.field("Company").first.click()
    person.rest()


def upcoming(person: Person) -> Person:
    person.visit("/debrief?new=upcoming")
    return person.write("Company", "Northwind").write("Role", "Data engineer")


def test_a_day_of_long_ago_is_kept(workbook: Server, person: Person) -> None:
    type_into(upcoming(person), APPLIED, "31121974")
    leave(person)

    (draft,) = drafts(workbook.data)
    assert draft["values"]["applied_on"] == "1974-12-31"


def test_a_slip_of_the_year_is_said_at_the_field_and_not_saved(workbook: Server, person: Person) -> None:
    type_into(upcoming(person), "Date", "20111209")
    leave(person)
    refusal = "‘Date’ can't be 20 Nov 1209. It takes a day from 1 Jan 1950 to 31 Dec 2036."
    expect(person.page.get_by_text(refusal)).to_be_visible()

    person.press(SAVE)

    expect(person.page.get_by_text(f"{refusal} Everything you typed is kept in the draft.")).to_be_visible()
    assert rows(workbook.data, "interviews") == []


def test_a_day_or_time_half_typed_is_said_not_to_be_kept_and_holds_the_save_until_it_is_whole(
    workbook: Server, person: Person
) -> None:
    type_into(upcoming(person), APPLIED, "2009")
    type_into(person, "Date", "27112026")
    leave(person)
    expect(person.page.get_by_text(f"‘{APPLIED}’ isn't complete: 20/09/yyyy. It wasn't kept.")).to_be_visible()
    person.tap("What type is it?", "Technical")
    type_into(person, "Start time", "14")

    person.page.get_by_role("button", name=SAVE).first.click()

    expect(person.page.get_by_text("‘Start time’ isn't complete: 14:mm.")).to_be_visible()
    assert rows(workbook.data, "interviews") == []
    parts(person, "Start time").nth(1).click()
    person.page.keyboard.type("30")
    person.press(SAVE)
    assert [row["held_at"][:16] for row in rows(workbook.data, "interviews")] == ["2026-11-27T14:30"]


@pytest.mark.parametrize("typed", ["2000", "-5"])
def test_a_number_that_its_field_does_not_take_is_never_called_saved(
    workbook: Server, person: Person, typed: str
) -> None:
    interview = debriefed(workbook)
    person.visit(f"/journal?debrief={interview}&part=basics")
    number = person.page.get_by_role("spinbutton", name="How long was it, in minutes?")
    number.fill(typed)

    person.page.get_by_role("button", name=SAVE).first.click()

    expect(person.page.get_by_text("‘How long was it, in minutes?’ can't be").first).to_be_visible()
    expect(person.page.get_by_text("Saved.", exact=True)).to_have_count(0)
    assert [row["minutes"] for row in rows(workbook.data, "interviews")] == [""]


@pytest.mark.parametrize(("typed", "zone"), [("San Fr", "America/Los_Angeles"), ("Gotham", "Gotham")])
def test_a_city_is_enough_for_a_time_zone_and_one_that_is_unknown_is_reported(
    workbook: Server, person: Person, typed: str, zone: str
) -> None:
    page = upcoming(person).page
    page.get_by_text("Time zone: mine").click()
    page.get_by_role("combobox", name="Time zone of the interview").click()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    person.rest()

    (draft,) = drafts(workbook.data)
    assert draft["values"]["zone"] == zone
    said = page.get_by_text("There's no time zone called ‘Gotham’.")
    expect(said).to_have_count(1 if zone == "Gotham" else 0)
