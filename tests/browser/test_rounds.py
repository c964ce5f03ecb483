"""A search through an agency, with a take-home, an interview that moves, and one that is cancelled and back on. Today,
Follow-up, the calendar file and the application's page are right at each step."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from playwright.sync_api import Page, expect

from lib.records.setting import Setting
from lib.store import Change
from tests.browser.entries import store_of
from tests.browser.person import Person, rows
from tests.browser.server import Server
from tests.browser.test_dates import type_into

BERLIN = timezone(timedelta(hours=1))
VIA = "via Dana Cole, Bright Staffing"

Clock = Callable[[datetime], Person]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    store, put = store_of(server), (Setting(key="timezone", value="Europe/Berlin"),)
    store.commit(Change("Where I am", put=put), datetime.now(BERLIN))
    yield server
    server.kill()


@pytest.fixture
def at(folder: Server, page: Page) -> Clock:
    """The same folder, looked at at another time."""

    def person(moment: datetime) -> Person:
        folder.environment = {"AFTERWORD_NOW": moment.isoformat()}
        return Person(page, folder.restart().url if folder.process else folder.start().url)

    return person


def november(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, 0, tzinfo=BERLIN)


def sees(person: Person, path: str, *texts: str) -> None:
    """The texts are on the page at that path, or on the open one; a time may have an invisible joiner in it."""
    if path:
        person.visit(path)
    for text in texts:
        words = re.compile(re.escape(text).replace(":", ":\u2060?"))
        expect(person.page.get_by_text(words).filter(visible=True).first).to_be_visible()


def events(person: Person) -> dict[str, Event]:
    """What the calendar file from Follow-up holds, with names and titles, by the id of the entry."""
    person.visit("/follow_up").page.get_by_text("Add to calendar").click()
    person.page.get_by_text("With names, titles and places").click()
    with person.rest().page.expect_download() as given:
        person.button("Save the calendar file").click()
    found = Calendar.from_ical(given.value.path().read_bytes()).walk("VEVENT")
    return {str(event["UID"]).partition("@")[0]: event for event in found}


def apply_through_dana(person: Person, folder: Server, company: str, role: str) -> str:
    person.visit("/applications").press("Add an application").write("Company", company).write("Role", role)
    person.page.get_by_text("Through a recruiter?").click()
    person.rest().write("Their name", "Dana Cole").write("Their agency", "Bright Staffing").press("Save")
    expect(person.page.get_by_text(VIA).first).to_be_visible()
    return next(row["id"] for row in rows(folder.data, "applications") if row["company"] == company)


def note_coming(person: Person, company: str, role: str, day: str, stage: str) -> None:
    """The form of an interview to come, up to its details."""
    person.visit("/debrief?new=upcoming").write("Company", company).write("Role", role)
    type_into(person, "Date", day)
    person.tap("What type is it?", stage).page.get_by_text("Details", exact=True).click()
    person.rest()


def newest(folder: Server) -> dict[str, str]:
    return rows(folder.data, "interviews")[-1]


def dana_speaks_for_two_employers(person: Person, folder: Server) -> tuple[str, str]:
    """She is one person, shown at each; the ids of the two applications."""
    northwind = apply_through_dana(person, folder, "Northwind", "Analyst")
    kestrel = apply_through_dana(person, folder, "Kestrel", "Planner")
    (dana,) = rows(folder.data, "people")
    sees(person, f"/applications?person={dana['id']}", "Speaks for", "Northwind, Analyst", "Kestrel, Planner")
    for application in (northwind, kestrel):
        sees(person, f"/applications?application={application}", VIA)
    return northwind, kestrel


def a_take_home_is_noted(person: Person, folder: Server, northwind: str) -> str:
    """Due before it's given is refused at the field, and nothing is lost."""
    note_coming(person, "Northwind", "Analyst", "16112026", "Technical")
    person.rest().tap("Phone, video or in person?", "Take-home")
    type_into(person, "When is it due?", "15112026")
    person.page.keyboard.press("Escape")
    person.write("Place", "At home")
    expect(person.page.get_by_text("It can't be due before the day you get it.")).to_be_visible()
    person.press("Save")
    assert rows(folder.data, "interviews") == []
    type_into(person, "When is it due?", "20112026")
    person.page.keyboard.press("Escape")
    person.write("Place", "My desk").press("Save")
    take_home = newest(folder)
    assert (take_home["due_on"], take_home["place"]) == ("2026-11-20", "My desk")
    sees(person, "/", "Due Fri 20 Nov")
    sees(person, "/follow_up", "Hand in the take-home for Northwind")
    sees(person, f"/applications?application={northwind}", "Due Fri 20 Nov")
    (task,) = [each for each in events(person).values() if "Hand in" in str(each["SUMMARY"])]
    assert task["DTSTART"].dt.isoformat() == "2026-11-20"
    return take_home["id"]


def a_video_call_is_noted(person: Person, folder: Server) -> str:
    """With all that is known in advance, which reaches the calendar."""
    note_coming(person, "Kestrel", "Planner", "25112026", "Panel")
    type_into(person, "Start time", "1000")
    person.page.keyboard.press("Escape")
    person.rest().tap("Phone, video or in person?", "Video").write(
        "Link or number to dial in", "https://meet.example/k"
    )
    length = person.page.get_by_role("spinbutton", name="How long will it take, in minutes?")
    length.fill("45")
    length.press("Tab")
    person.rest().press("Save")
    panel = newest(folder)["id"]
    event = events(person)[panel]
    assert (event.end - event.start, str(event["URL"])) == (timedelta(minutes=45), "https://meet.example/k")
    return panel


def it_is_handed_in(person: Person, folder: Server, northwind: str, take_home: str) -> None:
    """With one click on Today."""
    sees(person, "/", "Hand in the take-home for Northwind")
    person.press("I handed it in")
    assert next(row["handed_in_on"] for row in rows(folder.data, "interviews")) == "2026-11-19"
    sees(person, f"/journal?debrief={take_home}", "handed in today")
    sees(person, f"/applications?application={northwind}", "Handed in 19 Nov")
    assert not [each for each in events(person).values() if "Hand in" in str(each["SUMMARY"])]


def they_move_it_by_a_day(person: Person, kestrel: str, panel: str) -> None:
    """The old time is kept on both pages."""
    person.visit(f"/journal?debrief={panel}").press("Move it")
    type_into(person, "Date", "26112026")
    person.page.keyboard.press("Escape")
    person.rest().press("Save")
    sees(person, "", "Moved from Wed 25 Nov, 10:00")
    sees(person, f"/applications?application={kestrel}", "Moved from Wed 25 Nov, 10:00")
    sees(person, "/", "Thu 26 Nov, 10:00")
    assert events(person)[panel].start == november(26, 10)


def cancelled_and_back_on(person: Person, folder: Server, panel: str) -> None:
    """A week later it is one interview, and one event."""
    person.visit(f"/journal?debrief={panel}").press("It was cancelled")
    assert str(events(person)[panel]["STATUS"]) == "CANCELLED"
    expect(person.visit("/").page.get_by_text("Kestrel, Planner")).to_have_count(0)
    person.visit(f"/journal?debrief={panel}").press("It's back on")
    type_into(person, "Date", "02122026")
    person.page.keyboard.press("Escape")
    person.rest().press("Save")
    sees(person, f"/journal?debrief={panel}", "Moved from Thu 26 Nov, 10:00", "Moved from Wed 25 Nov, 10:00")
    assert [row["state"] for row in rows(folder.data, "interviews")].count("scheduled") == 2
    event = events(person)[panel]
    assert (str(event["STATUS"]), event.start) == ("CONFIRMED", datetime(2026, 12, 2, 10, 0, tzinfo=BERLIN))


def it_is_debriefed(person: Person, take_home: str) -> None:
    """They named a day."""
    person.visit(f"/debrief?debrief={take_home}")
    for _ in range(4):
        person.press("Next")
    type_into(person, "When will you hear back?", "23112026")
    person.page.keyboard.press("Escape")
    person.rest().press("Save the debrief")


def the_follow_up_is_for_dana(person: Person) -> None:
    """Who speaks for them, and hears which employer and role it is about."""
    person.visit("/follow_up")
    expect(person.page.get_by_text("Follow up with Northwind")).to_be_visible()
    person.page.locator("[class*='st-key-task_']").filter(has_text="Follow up with Northwind").get_by_role(
        "button", name="Write it"
    ).click()
    sees(person.rest(), "", "Dear Dana", "Analyst role at Northwind")


@pytest.mark.timeout(300)
def test_a_search_with_an_agency_a_take_home_a_moved_and_a_cancelled_interview(folder: Server, at: Clock) -> None:
    person = at(november(16))
    northwind, kestrel = dana_speaks_for_two_employers(person, folder)
    take_home = a_take_home_is_noted(person, folder, northwind)
    panel = a_video_call_is_noted(person, folder)

    person = at(november(19, 15))
    it_is_handed_in(person, folder, northwind, take_home)
    they_move_it_by_a_day(person, kestrel, panel)
    cancelled_and_back_on(person, folder, panel)

    it_is_debriefed(at(november(20)), take_home)
    the_follow_up_is_for_dana(at(november(26)))
