"""Searches as they really happen, over weeks: every page, the calendar and the report are right at each step.

One goes through an agency, with a take-home, an interview that moves, and one that is cancelled and back on. The other
has a no that is taken back, a call noted before a journey to another time zone, and a second application for one role.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from streamlit.testing.v1 import AppTest

from lib.dates import DAY_FIRST
from lib.followup.derived_task import DerivedTask
from lib.records.interview import Interview
from lib.records.setting import Setting
from lib.store import Store
from lib.workflows.drafts.debrief import begin_debrief
from lib.workflows.drafts.upcoming import begin_upcoming
from lib.workflows.entries.calendar import calendar_of
from lib.workflows.entries.tasks import LocalTime, plan_for
from tests.chance import CHANCE
from tests.pages.conftest import Open
from tests.pages.screen import answer, click, on_to, plain, press, problem
from tests.workflows.evening import put, the, workbook

Clock = Callable[[datetime], None]

ROOT = Path(__file__).parents[2]
BERLIN, TOKYO = timezone(timedelta(hours=1)), timezone(timedelta(hours=9))
VIA = "via Dana Cole, Bright Staffing"
JOB = {"company": "Northwind", "role": "Analyst", "stage": "technical"}


@pytest.fixture
def at(at: Clock, store: Store) -> Clock:
    """Turns the clock, for someone who lives in Berlin."""
    live_in(store, "Europe/Berlin")
    return at


def live_in(store: Store, zone: str) -> None:
    put(store, Setting(key="timezone", value=zone), Setting(key="name", value="Kim Petersen"))


def november(day: int, hour: int = 9, zone: timezone = BERLIN) -> datetime:
    return datetime(2026, 11, day, hour, 0, tzinfo=zone)


def sees(app: AppTest, *texts: str) -> AppTest:
    shown = plain(app)
    assert [text for text in texts if text not in shown] == []
    return app


def events(store: Store, now: datetime) -> dict[str, Event]:
    """What the calendar file holds, with names and titles, by the id of the entry."""
    made = calendar_of(workbook(store), store.drafts.list(), LocalTime(now, BERLIN, "DE", dates=DAY_FIRST), "full")
    return {str(event["UID"]).partition("@")[0]: event for event in Calendar.from_ical(made).walk("VEVENT")}


def newest(store: Store) -> Interview:
    return workbook(store).interviews[-1]


def statuses(store: Store) -> list[str | None]:
    return [application.status for application in workbook(store).applications]


def apply_through_dana(tab: Open, store: Store, company: str, role: str) -> str:
    app = click(tab("more/applications"), "add application")
    answer(app, company=company, role=role, via_name="Dana Cole", via_agency="Bright Staffing")
    sees(click(app, "save"), VIA)
    return next(each.id for each in workbook(store).applications if each.company == company)


def dana_speaks_for_two_employers(tab: Open, store: Store) -> tuple[str, str]:
    """She is one person, shown at each; the ids of the two applications."""
    northwind = apply_through_dana(tab, store, "Northwind", "Analyst")
    kestrel = apply_through_dana(tab, store, "Kestrel", "Planner")
    (dana,) = workbook(store).people
    sees(tab("more/applications", person=dana.id), "Speaks for", "Northwind, Analyst", "Kestrel, Planner")
    for application in (northwind, kestrel):
        sees(tab("more/applications", application=application), VIA)
    return northwind, kestrel


def a_take_home_is_noted(tab: Open, store: Store, northwind: str) -> str:
    """Due before it's given is refused at the field, and nothing is lost."""
    app = answer(tab("main/debrief", new="upcoming"), company="Northwind", role="Analyst", date=date(2026, 11, 16))
    answer(app, stage="technical", format="take_home")
    answer(app, due_on=date(2026, 11, 15), place="At home")
    sees(app, "It can't be due before the day you get it.")
    click(app, "save")
    assert workbook(store).interviews == ()
    click(answer(app, due_on=date(2026, 11, 20), place="My desk"), "save")
    take_home = newest(store)
    assert (take_home.due_on, take_home.place) == (date(2026, 11, 20), "My desk")
    sees(tab(), "Due Fri 20 Nov")
    sees(tab("main/follow_up"), "Hand in the take-home for Northwind")
    sees(tab("more/applications", application=northwind), "Due Fri 20 Nov")
    (task,) = [each for each in events(store, november(16)).values() if "Hand in" in str(each["SUMMARY"])]
    assert task["DTSTART"].dt == date(2026, 11, 20)
    return take_home.id


def a_video_call_is_noted(tab: Open, store: Store) -> str:
    """With all that is known in advance, which reaches the calendar."""
    app = answer(tab("main/debrief", new="upcoming"), company="Kestrel", role="Planner", date=date(2026, 11, 25))
    answer(app, time=time(10, 0), stage="panel", format="video")
    answer(app, link="https://meet.example/k", planned_minutes=45)
    click(app, "save")
    event = events(store, november(16))[newest(store).id]
    assert (event.end - event.start, str(event["URL"])) == (timedelta(minutes=45), "https://meet.example/k")
    return newest(store).id


def it_is_handed_in(tab: Open, store: Store, northwind: str, take_home: str) -> None:
    """With one click on Today."""
    press(sees(tab(), "Hand in the take-home for Northwind"), "I handed it in")
    assert the(store, take_home).handed_in_on == date(2026, 11, 19)
    sees(tab("main/journal", debrief=take_home), "handed in today")
    sees(tab("more/applications", application=northwind), "Handed in 19 Nov")
    assert not [each for each in events(store, november(19, 15)).values() if "Hand in" in str(each["SUMMARY"])]


def they_move_it_by_a_day(tab: Open, store: Store, kestrel: str, panel: str) -> None:
    """The old time is kept on both pages."""
    app = click(tab("main/journal", debrief=panel), "move")
    click(answer(app, date=date(2026, 11, 26)), "save")
    sees(app, "Moved from Wed 25 Nov, 10:00")
    sees(tab("more/applications", application=kestrel), "Moved from Wed 25 Nov, 10:00")
    sees(tab(), "Thu 26 Nov, 10:00")
    assert events(store, november(19, 15))[panel].start == november(26, 10)


def cancelled_and_back_on(tab: Open, store: Store, panel: str) -> None:
    """A week later it is one interview, and one event."""
    click(tab("main/journal", debrief=panel), "cancelled")
    assert str(events(store, november(19, 15))[panel]["STATUS"]) == "CANCELLED"
    assert "Kestrel, Planner" not in plain(tab())
    app = click(tab("main/journal", debrief=panel), "back on")
    click(answer(app, date=date(2026, 12, 2)), "save")
    sees(tab("main/journal", debrief=panel), "Moved from Thu 26 Nov, 10:00", "Moved from Wed 25 Nov, 10:00")
    assert [each.state for each in workbook(store).interviews].count("scheduled") == 2
    event = events(store, november(19, 15))[panel]
    assert (str(event["STATUS"]), event.start) == ("CONFIRMED", datetime(2026, 12, 2, 10, 0, tzinfo=BERLIN))


def test_a_search_with_an_agency_a_take_home_a_moved_and_a_cancelled_interview(
    tab: Open, store: Store, at: Clock
) -> None:
    at(november(16))
    northwind, kestrel = dana_speaks_for_two_employers(tab, store)
    take_home = a_take_home_is_noted(tab, store, northwind)
    panel = a_video_call_is_noted(tab, store)

    at(november(19, 15))
    it_is_handed_in(tab, store, northwind, take_home)
    they_move_it_by_a_day(tab, store, kestrel, panel)
    cancelled_and_back_on(tab, store, panel)

    at(november(20))
    app = on_to(tab("main/debrief", debrief=take_home), "next")
    click(answer(app, reply_by=date(2026, 11, 23)), "save")

    at(november(26))
    (task,) = [due for due in owed(store, november(26)) if due.title == "Follow up with Northwind"]
    sees(tab("main/follow_up"), "Follow up with Northwind")
    sees(tab("main/follow_up", task=task.id), "Dear Dana", "Analyst role at Northwind")


def owed(store: Store, now: datetime) -> tuple[DerivedTask, ...]:
    return plan_for(workbook(store), store.drafts.list(), LocalTime(now, BERLIN, "DE", dates=DAY_FIRST)).tasks


def debrief(tab: Open, store: Store, now: datetime, **answers: str) -> str:
    """A debrief, begun in the app before, saved on its last step; the interview's id."""
    draft = begin_debrief(workbook(store), "", now, CHANCE)
    given = {**JOB, "interest_after": "7", "time": "14:00", **answers}
    store.drafts.save(replace(draft, screen="next", values={**draft.values, **given}), now)
    app = press(tab("main/debrief", draft=draft.id), "Save the debrief")
    assert app.title[0].value == "Saved. You can stop here."
    return draft.record_id


def a_call_from_new_york_is_noted(tab: Open, store: Store) -> str:
    """Which application it is has to be chosen first."""
    call = replace(begin_upcoming(CHANCE), values={**JOB, "date": "2026-11-12", "time": "09:00", "zone": "New York"})
    store.drafts.save(call, november(9, 12))
    app = click(tab("main/debrief", upcoming=call.id), "save")
    assert statuses(store) == ["rejected"]
    answer(app, which=workbook(store).applications[0].id)
    sees(click(app, "save"), "Northwind is open again.")
    assert statuses(store) == ["interviewing"]
    sees(tab("main/debrief"), "09:00 New York, 15:00 your time")
    second = next(each.id for each in workbook(store).interviews if each.zone)
    event = events(store, november(9, 12))[second]
    assert event["DTSTART"].params["TZID"] == "America/New_York"
    assert event["DTSTART"].dt == datetime(2026, 11, 12, 9, 0, tzinfo=timezone(timedelta(hours=-5)))
    return second


def it_is_debriefed_in_tokyo(tab: Open, store: Store, at: Clock, first: str, second: str) -> None:
    """The same evening: the instant stays, and the no of the first round stays a no."""
    live_in(store, "Asia/Tokyo")
    at(datetime(2026, 11, 13, 0, 30, tzinfo=TOKYO))
    press(press(tab("main/debrief", debrief=second), "Next"), "Save and stop here")
    held_at = the(store, second).held_at
    assert held_at is not None
    assert held_at.isoformat() == "2026-11-12T09:00:00-05:00"
    assert the(store, first).outcome == "rejected"
    live_in(store, "Europe/Berlin")


def three_more_rounds(tab: Open, store: Store, at: Clock, second: str) -> None:
    """Each shows how the last one ended."""
    rounds = [second]
    (application,) = workbook(store).applications
    for day in (16, 18, 20):
        at(november(day, 19))
        known = {"application": application.id, "company": "", "role": ""}
        rounds.append(debrief(tab, store, november(day, 19), date=f"2026-11-{day}", **known))
        assert [the(store, each).outcome for each in rounds] == ["advanced"] * (len(rounds) - 1) + [None]


def test_a_search_with_a_no_taken_back_another_zone_five_rounds_and_a_second_application(
    tab: Open, store: Store, at: Clock
) -> None:
    at(november(2, 18))
    first = debrief(tab, store, november(2, 18), date="2026-11-02", time="10:00")
    at(november(4, 12))
    click(answer(tab("main/journal", debrief=first, part="outcome"), outcome="rejected"), "save")
    assert statuses(store) == ["rejected"]

    at(november(9, 12))
    second = a_call_from_new_york_is_noted(tab, store)
    it_is_debriefed_in_tokyo(tab, store, at, first, second)
    three_more_rounds(tab, store, at, second)
    tab("main/follow_up")

    # The same role once more, as an application of its own: the two are told apart.
    at(november(23, 19))
    debrief(tab, store, november(23, 19), date="2026-11-23", which="another")
    assert statuses(store) == ["interviewing", "interviewing"]
    shown = [one.proto.label for one in tab("more/applications").main.get("page_link")]
    assert len({label for label in shown if "Northwind" in label}) == 2

    # What many interviews show, and the report, count the same.
    command = [sys.executable, "-m", "lib.report", str(store.folder)]
    report = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    assert report["funnel"] is not None
    assert problem(tab("main/progress")) == ""
