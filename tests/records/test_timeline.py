"""An application as a line of dated steps."""

from datetime import date

from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.timeline import application_summary, timeline
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 20)
APPLICATION = Application(
    id="ap-1",
    company="Northwind",
    role="Analyst",
    status="interviewing",
    status_on=date(2026, 11, 2),
    applied_on=date(2026, 11, 2),
)
CALL = Interview(id="iv-1", application_id="ap-1", state="done", held_at=date(2026, 11, 9), stage="phone_call")
PANEL = Interview(id="iv-2", application_id="ap-1", state="scheduled", held_at=date(2026, 11, 25), stage="panel")


def moved(status: str, on: date) -> Activity:
    return Activity(id=f"ac-{status}-{on}", on=on, kind="status", application_id="ap-1", note=status)


def told(application: Application, *rows: object) -> list[tuple[str, str, int | None]]:
    interviews = tuple(row for row in rows if isinstance(row, Interview))
    activity = tuple(row for row in rows if isinstance(row, Activity))
    book = Workbook(applications=(application,), interviews=interviews, activity=activity)
    return [(step.kind, step.status, step.days_after) for step in timeline(book, application, TODAY)]


def test_steps_show_how_long_it_took_and_how_long_i_wait() -> None:
    assert told(APPLICATION, CALL) == [("applied", "", 7), ("interview", "", None), ("waiting", "", 11)]


def test_nobody_waits_once_something_is_ahead_or_over_or_there_is_an_offer() -> None:
    assert told(APPLICATION, CALL, PANEL)[-1] == ("interview", "", None)
    offer = APPLICATION.changed(status="offer", status_on=date(2026, 11, 18))
    assert told(offer, CALL)[-1] == ("status", "offer", None)
    assert told(APPLICATION.changed(status="rejected", status_on=TODAY), CALL)[-1] == ("status", "rejected", None)


def test_an_end_is_listed_once_whether_its_history_knows_it_or_not() -> None:
    ended = APPLICATION.changed(status="rejected", status_on=date(2026, 11, 18))
    assert told(ended, CALL, moved("rejected", date(2026, 11, 18))) == told(ended, CALL)


def test_a_call_after_a_no_is_a_reopening() -> None:
    history = moved("rejected", date(2026, 11, 12)), moved("interviewing", date(2026, 11, 16))
    kinds = [kind for kind, *_ in told(APPLICATION, CALL, *history)]
    assert kinds == ["applied", "interview", "status", "reopened", "waiting"]


def test_a_list_shows_when_something_last_happened_and_what_is_next() -> None:
    book = Workbook(applications=(APPLICATION,), interviews=(CALL, PANEL))
    found = application_summary(book, APPLICATION, TODAY)
    assert (found.interviews, found.last_on, found.next_on) == (2, CALL.held_on, PANEL.held_on)
