"""Interviews and due dates as a calendar file (RFC 5545), to be imported again and again.

Each event keeps its UID, and each file carries a higher sequence number and a later stamp than the one before, so
that a second import updates the events instead of doubling them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from lib.followup.spoken_dates import days_later
from lib.records.application import Application
from lib.records.interview import Interview, chronological
from lib.records.zones import zone_named

FIVE_LINES = "Jot five lines: asked, hardest, who, promised, next date"
"""What the alarm after an interview says."""

ALARM_AFTER = timedelta(minutes=15)
UNKNOWN_LENGTH = timedelta(hours=1)
"""How long an interview of unknown length is taken to be."""

_EVENING = timedelta(hours=18)
_TASK_LENGTH = timedelta(minutes=15)
_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
"""An address of the web as a file of this kind may hold it: ASCII, with nothing that ends the line."""
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)

Titles = Literal["neutral", "full"]


@dataclass(frozen=True)
class DueTask:
    """A task as the calendar needs it. ``id`` is stable; a bare date is due in the course of that day."""

    id: str
    due_at: datetime | date
    title: str
    why: str = ""


def calendar_file(
    interviews: Iterable[Interview],
    applications: Iterable[Application],
    tasks: Iterable[DueTask],
    now: datetime,
    titles: Titles = "neutral",
) -> bytes:
    """The coming interviews and the due tasks as one .ics file; the same data at the same ``now`` gives the same bytes.

    ``now`` is aware. Neutral titles say 'Appointment' and 'Reminder' and nothing else, for a calendar that others see:
    place and link would name the company.
    A cancelled interview goes out as cancelled, so that an import takes it off; debriefed ones stay as they are.
    """
    names = {entry.id: entry for entry in applications}
    full = titles == "full"
    calendar = Calendar()
    calendar.add("prodid", "-//Afterword//Afterword//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    interviews = tuple(interviews)
    for interview in sorted(interviews, key=chronological):
        if interview.state in ("scheduled", "cancelled"):
            calendar.add_component(_interview_event(interview, names.get(interview.application_id), now, full))
    if any(_clock_of(interview) for interview in interviews):
        calendar.add_missing_timezones()
    for task in sorted(tasks, key=lambda task: task.id):
        calendar.add_component(_task_event(task, now, full))
    content: bytes = calendar.to_ical()
    return content


def _interview_event(interview: Interview, application: Application | None, now: datetime, full: bool) -> Event:
    event = _event(interview.id, interview.updated_at or now, now)
    place = f" at {application.company}" if application else ""
    event.add("summary", f"Interview{place}" if full else "Appointment")
    if full and application:
        event.add("description", f"{interview.type}, {application.role}")
        _add_place(event, interview, application)
    _set_time(event, interview.held_at, _length_of(interview), _clock_of(interview))
    if interview.state == "cancelled":
        event.add("status", "CANCELLED")
    else:
        event.add("status", "CONFIRMED")
        if not interview.work_until:
            event.add_component(_alarm(interview.held_at))
    return event


def _add_place(event: Event, interview: Interview, application: Application) -> None:
    """Where it is. What is no address of the web, such as a number to dial, stands where it is read."""
    place = interview.place or (application.location if interview.format == "in_person" else "")
    link = interview.link.strip()
    is_address = _ADDRESS.fullmatch(link) is not None
    if is_address:
        event.add("url", link)
    if where := ", ".join(part for part in (place, link if not place or not is_address else "") if part):
        event.add("location", where)


def _length_of(interview: Interview) -> timedelta:
    return timedelta(minutes=interview.length) if interview.length else UNKNOWN_LENGTH


def _task_event(task: DueTask, now: datetime, full: bool) -> Event:
    event = _event(task.id, now, now)
    event.add("summary", task.title if full else "Reminder")
    if full and task.why:
        event.add("description", task.why)
    _set_time(event, task.due_at, _TASK_LENGTH)
    event.add("transp", "TRANSPARENT")
    return event


def _event(record_id: str, changed: datetime, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{record_id}@afterword")
    event.add("dtstamp", _utc(now))
    event.add("last-modified", _utc(changed))
    event.add("sequence", max(0, int((now - _COUNTED_FROM).total_seconds())))
    event.add("class", "PRIVATE")
    return event


def _clock_of(interview: Interview) -> ZoneInfo | None:
    """The zone that its event names: its own, unless its end falls into the hour that the clocks show twice."""
    zone, held_at = zone_named(interview.zone), interview.held_at
    if zone is None or not isinstance(held_at, datetime):
        return None
    ends = held_at + _length_of(interview)
    return None if held_at.astimezone(zone).fold or ends.astimezone(zone).fold else zone


def _set_time(event: Event, at: datetime | date, length: timedelta, zone: ZoneInfo | None = None) -> None:
    """An instant in UTC or on the clock of ``zone``, which every calendar shows by its own clock too; a bare date as
    an all-day event."""
    if isinstance(at, datetime):
        event.add("dtstart", _utc(at).astimezone(zone or UTC))
        event.add("dtend", (_utc(at) + length).astimezone(zone or UTC))
    else:
        event.add("dtstart", at)
        event.add("dtend", days_later(at, 1))


def _alarm(held_at: datetime | date) -> Alarm:
    """Fifteen minutes after the end; at six in the evening where the time is unknown."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", FIVE_LINES)
    if isinstance(held_at, datetime):
        alarm.add("trigger", ALARM_AFTER, parameters={"RELATED": "END"})
    else:
        alarm.add("trigger", _EVENING, parameters={"RELATED": "START"})
    return alarm


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
