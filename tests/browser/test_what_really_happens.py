"""A search as it really happens: a no that is taken back, a call from another time zone noted before a journey, five
rounds, and a second application for the same role. Every page is right at each step."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from lib.exchange.calendar import calendar_file
from lib.records.setting import Setting
from lib.store import Change
from lib.workflows.drafts.upcoming import begin_upcoming
from tests.browser.entries import CHANCE, begun, store_of
from tests.browser.person import SAVED, Person, rows
from tests.browser.server import ROOT, Server

BERLIN, TOKYO = timezone(timedelta(hours=1)), timezone(timedelta(hours=9))
JOB = {"company": "Northwind", "role": "Analyst", "stage": "technical"}

Clock = Callable[[datetime], Person]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path)
    yield server
    server.kill()


@pytest.fixture
def at(folder: Server, page: Page) -> Clock:
    """The same folder, looked at at another time."""

    def person(moment: datetime) -> Person:
        folder.environment = {"AFTERWORD_NOW": moment.isoformat()}
        return Person(page, folder.restart().url if folder.process else folder.start().url)

    return person


def live_in(server: Server, zone: str) -> None:
    store = store_of(server)
    loaded = store.load()
    put = (Setting(key="timezone", value=zone), Setting(key="name", value="Kim Petersen"))
    store.commit(Change("Where I am", put=put, stamps=loaded.stamps_of(put)), datetime.now(BERLIN))


def debrief(person: Person, server: Server, **answers: object) -> str:
    """A debrief, begun in the app before, saved on its last step; the interview's id."""
    draft = begun(server, **{**JOB, "jotted": "", "hard": [], "forecast": "", **answers})  # type: ignore[arg-type]
    person.visit(f"/debrief?draft={draft.id}").press("Save the debrief")
    expect(person.page.get_by_role("heading", name=SAVED)).to_be_visible()
    return draft.record_id


def interviews(server: Server) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows(server.data, "interviews")}


def statuses(server: Server) -> list[str]:
    return [row["status"] for row in rows(server.data, "applications")]


@pytest.mark.timeout(300)
def test_a_search_with_a_no_taken_back_another_zone_five_rounds_and_a_second_application(
    folder: Server, at: Clock
) -> None:
    live_in(folder, "Europe/Berlin")
    person = at(datetime(2026, 11, 2, 18, 0, tzinfo=BERLIN))
    first = debrief(person, folder, date="2026-11-02", time="10:00")

    # They decline, and call back five days later: from New York.
    person = at(datetime(2026, 11, 4, 12, 0, tzinfo=BERLIN)).visit(f"/journal?debrief={first}&part=outcome")
    person.tap("Outcome", "Rejected").press("Save")
    assert statuses(folder) == ["rejected"]
    person = at(datetime(2026, 11, 9, 12, 0, tzinfo=BERLIN))
    store = store_of(folder)
    call = replace(begin_upcoming(CHANCE), values={**JOB, "date": "2026-11-12", "time": "09:00", "zone": "New York"})
    store.drafts.save(call, datetime(2026, 11, 9, 12, 0, tzinfo=BERLIN))
    person.visit(f"/debrief?upcoming={call.id}").press("Save")
    assert statuses(folder) == ["rejected"], "which application it is has to be said first"
    person.page.get_by_role("radio", name="Reopen it").or_(person.page.get_by_text("Reopen it")).first.click()
    person.rest().press("Save")
    expect(person.page.get_by_text("Northwind is open again.")).to_be_visible()
    assert statuses(folder) == ["interviewing"]
    expect(
        person.visit("/debrief").page.get_by_text(re.compile("09:.?00 New York, 15:.?00 your time")).first
    ).to_be_visible()

    # The calendar has it on New York's clock.
    second = next(row for row in interviews(folder).values() if row["zone"])["id"]
    book = store_of(folder).load().workbook
    made = calendar_file(book.interviews, book.applications, (), datetime(2026, 11, 9, 12, 0, tzinfo=BERLIN), "full")
    event, _ = Calendar.from_ical(made).walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "America/New_York"
    assert event["DTSTART"].dt == datetime(2026, 11, 12, 9, 0, tzinfo=timezone(timedelta(hours=-5)))

    # A journey: debriefed in Tokyo the same evening. The instant stays, and the no of the first round stays a no.
    live_in(folder, "Asia/Tokyo")
    person = at(datetime(2026, 11, 13, 0, 30, tzinfo=TOKYO)).visit(f"/debrief?debrief={second}")
    person.press("Next").press("Save and stop here")
    assert interviews(folder)[second]["held_at"] == "2026-11-12T09:00:00-05:00"
    assert interviews(folder)[first]["outcome"] == "rejected"

    # Three more rounds: each shows how the last one ended.
    live_in(folder, "Europe/Berlin")
    rounds = [second]
    (application,) = [row["id"] for row in rows(folder.data, "applications")]
    for day in ("16", "18", "20"):
        person = at(datetime(2026, 11, int(day), 19, 0, tzinfo=BERLIN))
        known = {"application": application, "company": "", "role": ""}
        rounds.append(debrief(person, folder, date=f"2026-11-{day}", time="14:00", **known))
        outcomes = [interviews(folder)[each]["outcome"] for each in rounds]
        assert outcomes == ["advanced"] * (len(rounds) - 1) + [""]
    expect(person.visit("/follow_up").page.get_by_role("heading", level=1)).to_be_visible()

    # The same role once more, as an application of its own.
    person = at(datetime(2026, 11, 23, 19, 0, tzinfo=BERLIN))
    debrief(person, folder, date="2026-11-23", time="14:00", which="another")
    assert statuses(folder) == ["interviewing", "interviewing"]
    shown = person.visit("/applications").page.get_by_role("link", name="Northwind Analyst")
    assert len({*shown.all_inner_texts()}) == 2, "the two are told apart"

    # What many interviews show, and the report, count the same.
    command = [sys.executable, "-m", "lib.report", str(folder.data)]
    report = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    assert report["funnel"] is not None
    person.visit("/progress")
    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    expect(person.page.get_by_test_id("stAlert")).to_have_count(0)
