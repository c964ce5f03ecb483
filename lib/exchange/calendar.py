"""Interviews and due dates as a calendar file (RFC 5545), to be imported again and again.

Each event keeps its UID, and each file carries a higher sequence number and a later stamp than the one before, so
that a second import updates the events instead of doubling them. After each coming interview there's a second event
that asks for a few notes. Once the interview is over, it goes out no more: what was written into it stays.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from lib.dates import days_later
from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.followup.plan import TaskPlan
from lib.records.application import Application
from lib.records.interview import Interview, chronological
from lib.records.zones import zone_named

FRESH = "Two minutes while it's fresh"
"""The title of the event after an interview, which asks for a few notes."""

PROMPTS = ("Asked:", "Hard:", "Went well:", "Went badly:", "They said next / I promised:")
"""What it asks, one a line with room below, to answer in a note app or in the event itself."""

NOTES_AFTER = timedelta(minutes=15)
"""How long after the end of an interview it asks."""

UNKNOWN_LENGTH = timedelta(hours=1)
"""How long an interview is taken to be where neither its real nor its planned length is known."""

_EVENING = timedelta(hours=18)
_MORNINGS = (timedelta(hours=-15), timedelta(hours=9))
"""Nine o'clock on the day before an all-day event, and on the day itself."""

_AN_HOUR = timedelta(hours=1)
_MORNING = time(9)
_TASK_LENGTH = timedelta(minutes=15)
_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
"""An address of the web as a file of this kind may hold it: ASCII, with nothing that ends the line."""
_WITHOUT_SCHEME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][!-~]*)?", re.IGNORECASE)
"""An address as people type it: meet.example.com/abc."""
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)

Titles = Literal["neutral", "full"]


@dataclass(frozen=True)
class DueTask:
    """A task as the calendar needs it. ``id`` is stable; a bare date is due in the course of that day.

    It rings at its time, or in the morning of its day; a ``deadline`` in the morning of the day before too.
    """

    id: str
    due_at: datetime | date
    title: str
    why: str = ""
    deadline: bool = False


def due_tasks(plan: TaskPlan, zone: tzinfo) -> list[DueTask]:
    """What the calendar holds of a plan: all that has a day, and of what was snoozed the days to answer offers by.

    The plan's dates are ``absolute``: its words are read on other days.
    """
    snoozed = (due for due in plan.snoozed if _is_deadline(due))
    return [
        DueTask(due.id, _time_of_day_for(due, due.due_at, zone), due.title, due.why, _is_deadline(due))
        for due in (*plan.dated, *snoozed)
        if due.due_at is not None
    ]


def _time_of_day_for(due: DerivedTask, due_at: datetime | date, zone: tzinfo) -> datetime | date:
    """When the calendar asks for it. For thanks there's an hour left on the same evening; those due on a later day, at
    its end or some time of the night, are asked for at the last nine o'clock before that."""
    if due.kind != "thank_you" or not isinstance(due_at, datetime):
        return due_at
    local = due_at.astimezone(zone)
    day = local.date() if local.time() > _MORNING else days_later(local.date(), -1)
    is_same_evening = due_at.date() == due.visible_from  # by the clock of where the interview was
    if is_same_evening or day < due.visible_from:
        return due_at - _AN_HOUR
    return datetime.combine(day, _MORNING, zone)


def _is_deadline(due: DerivedTask) -> bool:
    return TASK_KINDS[due.kind].is_offer_deadline


def calendar_file(
    interviews: Iterable[Interview],
    applications: Iterable[Application],
    tasks: Iterable[DueTask],
    now: datetime,
    titles: Titles = "neutral",
) -> bytes:
    """The coming interviews and the due tasks as one .ics file; the same data at the same ``now`` gives the same bytes.

    ``now`` is aware. Neutral titles are 'Appointment', 'Reminder' and what to note, for a calendar that others see:
    place and link would name the company. A cancelled interview goes out as cancelled, so that an import takes it off;
    debriefed ones stay as they are. The same goes for the event that asks for notes after it, which is left out once
    the interview is over.
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
            if not interview.work_until and not _is_over(interview, now):
                calendar.add_component(_notes_event(interview, names.get(interview.application_id), now, full))
    if any(_event_zone(interview) for interview in interviews):
        calendar.add_missing_timezones()
    for task in sorted(tasks, key=lambda task: task.id):
        calendar.add_component(_task_event(task, now, full))
    content: bytes = calendar.to_ical()
    return content


def _interview_event(interview: Interview, application: Application | None, now: datetime, full: bool) -> Event:
    event = _event(interview.id, interview.updated_at or now, now)
    place = f" at {application.company}" if application else ""
    title = f"Interview{place}" if full else "Appointment"
    event.add("summary", title)
    if full and application:
        event.add("description", f"{interview.type}, {application.role}")
        _add_place(event, interview, application)
    _set_time(event, interview.held_at, _length_of(interview), _event_zone(interview))
    event.add("status", _status(interview))
    is_met = isinstance(interview.held_at, datetime) and not interview.work_until
    if is_met and interview.state != "cancelled":
        _add_alarms(event, title, interview.held_at, (-_AN_HOUR,), now)
    return event


def _notes_event(interview: Interview, application: Application | None, now: datetime, full: bool) -> Event:
    """A quarter of an hour after the end, with an alarm; if the time is unknown, at six in the evening."""
    event = _event(f"{interview.id}-fresh", interview.updated_at or now, now)
    title = f"{FRESH}: {application.company}" if full and application else FRESH
    event.add("summary", title)
    event.add("description", "\n\n".join(PROMPTS) + "\n")
    event.add("transp", "TRANSPARENT")
    event.add("status", _status(interview))
    held_at = interview.held_at
    if isinstance(held_at, datetime):
        held_at += _length_of(interview) + NOTES_AFTER
    _set_time(event, held_at, _TASK_LENGTH)
    if interview.state != "cancelled":
        _add_alarms(event, title, held_at, (timedelta() if isinstance(held_at, datetime) else _EVENING,), now)
    return event


def _is_over(interview: Interview, now: datetime) -> bool:
    """Whether it has ended at ``now``; one of unknown time ends in the evening, when its event would ask."""
    if isinstance(interview.held_at, datetime):
        return interview.held_at + _length_of(interview) <= now
    return datetime.combine(interview.held_at, time(), now.tzinfo) + _EVENING <= now


def _status(interview: Interview) -> str:
    return "CANCELLED" if interview.state == "cancelled" else "CONFIRMED"


def _add_place(event: Event, interview: Interview, application: Application) -> None:
    """Where it is. Anything that is no web address, such as a number to dial, goes where it is read."""
    place = interview.place or (application.location if interview.format == "in_person" else "")
    link = _with_scheme(interview.link.strip())
    is_address = _ADDRESS.fullmatch(link) is not None
    if is_address:
        event.add("url", link)
    if where := ", ".join(part for part in (place, link if not place or not is_address else "") if part):
        event.add("location", where)


def _with_scheme(link: str) -> str:
    return f"https://{link}" if _WITHOUT_SCHEME.fullmatch(link) else link


def _length_of(interview: Interview) -> timedelta:
    return timedelta(minutes=interview.length) if interview.length else UNKNOWN_LENGTH


def _task_event(task: DueTask, now: datetime, full: bool) -> Event:
    event = _event(task.id, now, now)
    title = task.title if full else "Reminder"
    event.add("summary", title)
    if full and task.why:
        event.add("description", task.why)
    _set_time(event, task.due_at, _TASK_LENGTH)
    event.add("transp", "TRANSPARENT")
    _add_alarms(event, title, task.due_at, _alarms_of(task), now)
    return event


def _alarms_of(task: DueTask) -> tuple[timedelta, ...]:
    if isinstance(task.due_at, datetime):
        return (timedelta(),)
    return _MORNINGS if task.deadline else _MORNINGS[-1:]


def _event(record_id: str, changed: datetime, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{record_id}@afterword")
    event.add("dtstamp", _utc(now))
    event.add("last-modified", _utc(changed))
    event.add("sequence", max(0, int((now - _COUNTED_FROM).total_seconds())))
    event.add("class", "PRIVATE")
    return event


def _event_zone(interview: Interview) -> ZoneInfo | None:
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


def _add_alarms(
    event: Event, message: str, at: datetime | date, after_start: Iterable[timedelta], now: datetime
) -> None:
    """Alarms that long after the start. Past ones are left out: some calendars ring them at the import."""
    start = at if isinstance(at, datetime) else datetime.combine(at, time(), now.tzinfo)
    for after in after_start:
        if start + after > now:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", message)
            alarm.add("trigger", after, parameters={"RELATED": "START"})
            event.add_component(alarm)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
