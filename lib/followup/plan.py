"""The plan: every task that is open or to come, in order, with what waits and what may be dismissed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from lib.dates import DateStyle, days_later
from lib.english import spelled
from lib.followup.answers import AfterNo, after_noes
from lib.followup.clocks import start_of
from lib.followup.defaults import AWAY_FROM_DAYS, PAST_AFTER_DAYS
from lib.followup.due import Due, by_day
from lib.followup.kinds import KINDS
from lib.followup.rules import derive_all
from lib.followup.search import SearchSummary, Week, opens_week, search_summary_of, week_of
from lib.followup.snapshot import Snapshot, UnsavedPerson
from lib.followup.waits import Wait, waits
from lib.records.task import Task
from lib.records.workbook import Workbook

AT_MOST_TODAY = 3
RESTING_KEY = "resting_until"
"""The key in settings.csv; its value is an ISO date, the first day on which the workbook speaks up again."""


@dataclass(frozen=True)
class Away:
    """After seven days away: the tasks whose time has passed, offered for dismissal together. Promises stay, and so
    does all once something is written that day: the person is back.
    """

    days: int
    tasks: tuple[Due, ...]
    sentence: str


@dataclass(frozen=True)
class TaskPlan:
    """What there is to do, at one moment.

    ``tasks`` are open now, first what is late, then by day (``by_day``); ``coming`` open later, nearest first;
    ``snoozed`` will be back; ``ideas`` are never due; ``closed`` are the rows done or dropped, newest first.
    ``look_back`` is there on the first visit of a week, and is on the week before. ``days_sentence`` tells which
    business days are counted. It was derived at ``since`` and is the same at any time before ``until``.
    """

    today: date
    tasks: tuple[Due, ...]
    coming: tuple[Due, ...]
    snoozed: tuple[Due, ...]
    ideas: tuple[Due, ...]
    closed: tuple[Task, ...]
    waits: tuple[Wait, ...]
    after_no: tuple[AfterNo, ...]
    search_summary: SearchSummary
    away: Away | None
    resting_until: date | None
    look_back: Week | None
    days_sentence: str
    since: datetime
    until: datetime
    dates: DateStyle

    def holds_at(self, moment: datetime) -> bool:
        """Whether it is still as it would be derived at that moment, if nothing else has changed."""
        return self.since <= moment < self.until

    @property
    def today_three(self) -> tuple[Due, ...]:
        """At most three tasks to put forward now; while resting only promises and deadlines.

        Tasks offered for dismissal after days away are left out.
        """
        away = {due.id for due in self.away.tasks} if self.away else set()
        calling = (due for due in self.tasks if (due.calls_on or due.opens_on) <= self.today and due.id not in away)
        spoken = [due for due in calling if not self.resting_until or due.is_kept_while_resting]
        return tuple(spoken[:AT_MOST_TODAY])

    @property
    def rest(self) -> tuple[Due, ...]:
        """The open tasks that Today does not put forward."""
        shown = {due.id for due in (*self.today_three, *(self.away.tasks if self.away else ()))}
        return tuple(due for due in self.tasks if due.id not in shown)

    @property
    def dated(self) -> tuple[Due, ...]:
        """Everything with a time or day, for the calendar: what is open and what is to come."""
        return tuple(due for due in (*self.tasks, *self.coming) if due.due_at is not None)

    @property
    def sentence(self) -> str:
        """How much there is, in a sentence."""
        if self.resting_until:
            until = self.dates.brief_day(self.resting_until, self.today)
            return f"Reminders are paused until {until}. Promises and deadlines still show."
        return f"{len(self.tasks)} to do" if self.tasks else "Nothing to do right now."

    def unasked_in(self, later: "TaskPlan") -> tuple[Due, ...]:
        """The promises and thanks that ``later`` asks for no more, though they were not settled."""
        settled = {task.id for task in later.closed}
        mine = (due for due in (*self.tasks, *self.coming, *self.snoozed) if KINDS[due.kind].is_told_when_gone)
        return tuple(due for due in mine if due.id not in settled and later.find(due.id) is None)

    def find(self, task_id: str) -> Due | None:
        """The task with that id, in any list."""
        return next((due for due in self.everything if due.id == task_id), None)

    @property
    def everything(self) -> tuple[Due, ...]:
        """All open tasks."""
        return (*self.tasks, *self.coming, *self.snoozed, *self.ideas)


def derive(
    workbook: Workbook,
    now: datetime,
    zone: ZoneInfo,
    country: str = "",
    named: Sequence[UnsavedPerson] = (),
    last_visit: datetime | None = None,
    *,
    dates: DateStyle,
) -> TaskPlan:
    """The plan at ``now`` (with its offset), with days counted in ``zone`` and business days of ``country``.

    ``named`` are the people named in debriefs that are still drafts; ``last_visit`` is when the workbook was opened
    before. Raises ValueError if ``now`` has no offset.
    """
    if now.utcoffset() is None:
        raise ValueError("now is a time without its offset from UTC")
    return plan_of(Snapshot(workbook, now, zone, country, tuple(named), dates=dates), last_visit)


def plan_of(snapshot: Snapshot, last_visit: datetime | None = None) -> TaskPlan:
    """The plan of a snapshot."""
    found = _sorted(snapshot, _merged(snapshot))
    open_now = [due for due in found if due.status == "open" and not due.is_idea]
    tasks = tuple(due for due in open_now if due.opens_on <= snapshot.today)
    ideas = tuple(due for due in found if due.status == "open" and due.is_idea)
    return TaskPlan(
        today=snapshot.today,
        tasks=tasks,
        coming=_by_opening(due for due in open_now if due.opens_on > snapshot.today),
        snoozed=tuple(due for due in found if due.status == "snoozed"),
        ideas=ideas,
        closed=_closed(snapshot),
        waits=waits(snapshot, tasks),
        after_no=after_noes(snapshot),
        search_summary=search_summary_of(snapshot, ideas),
        away=_away(snapshot, tasks, last_visit),
        resting_until=_resting_until(snapshot),
        look_back=week_of(snapshot, days_later(snapshot.today, -7)) if opens_week(snapshot, last_visit) else None,
        days_sentence=snapshot.days.sentence,
        since=snapshot.now.astimezone(UTC),
        dates=snapshot.dates,
        until=snapshot.holds_until,  # the last of all: by now everything was asked
    )


def _merged(snapshot: Snapshot) -> Iterator[Due]:
    for due in (*derive_all(snapshot), *_own(snapshot)):
        row = snapshot.rows.get(due.id)
        status = _status(snapshot, row)
        if status in ("done", "dropped") or _is_let_go(snapshot, due, row):
            continue
        if row is None and _was_past_when_written(snapshot, due):
            continue
        yield due.with_row(row, "snoozed" if status == "snoozed" else "open") if row else due


def _was_past_when_written(snapshot: Snapshot, due: Due) -> bool:
    """Whether its last sensible day had passed when its interview was first written down; a promise always stays."""
    interview = snapshot.interviews_by_id.get(due.interview_id)
    if due.kind == "promise" or interview is None or interview.created_at is None or not interview.is_debriefed:
        return False
    due_on = snapshot.day(due.due_at) if due.due_at else due.opens_on
    last = snapshot.day(due.lets_go_at) if due.lets_go_at else days_later(due_on, PAST_AFTER_DAYS)
    return snapshot.day(interview.created_at) > last


def _status(snapshot: Snapshot, row: Task | None) -> str:
    if row is None:
        return "open"
    if row.status == "snoozed":
        return "snoozed" if row.snoozed_until and snapshot.day(row.snoozed_until) > snapshot.today else "open"
    return row.status


def _is_let_go(snapshot: Snapshot, due: Due, row: Task | None) -> bool:
    if due.lets_go_at is None or not snapshot.has_come(due.lets_go_at):
        return False
    put_off = row.snoozed_until if row and row.status == "snoozed" else None
    return put_off is None or snapshot.has_come(start_of(days_later(snapshot.day(put_off), 2), snapshot.zone))


def _own(snapshot: Snapshot) -> Iterator[Due]:
    """The tasks that the person added."""
    for row in snapshot.rows.values():
        if row.rule and row.kind != "own":
            continue
        added_on = snapshot.day(row.created_at) if row.created_at else snapshot.today
        yield Due(
            row.kind,
            row.subject or row.body or "A task of your own",
            "You added it yourself.",
            min(added_on, snapshot.today),
            rule=row.rule,
            due_at=row.due_at,
            calls_on=snapshot.day(row.due_at) if row.due_at else None,
            timing=snapshot.by(row.due_at) if row.due_at else "",
            application_id=row.application_id,
            interview_id=row.interview_id,
            person_id=row.person_id,
            own_id=row.id,
        )


def _sorted(snapshot: Snapshot, found: Iterable[Due]) -> list[Due]:
    return sorted(found, key=lambda due: by_day(due, snapshot.today, snapshot.zone))


def _by_opening(found: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(sorted(found, key=lambda due: (due.opens_on, due.id)))


def _closed(snapshot: Snapshot) -> tuple[Task, ...]:
    settled = (row for row in snapshot.rows.values() if row.status in ("done", "dropped"))
    return tuple(
        sorted(settled, key=lambda row: (row.done_at.timestamp() if row.done_at else 0.0, row.id), reverse=True)
    )


def _resting_until(snapshot: Snapshot) -> date | None:
    try:
        until = date.fromisoformat(snapshot.workbook.setting(RESTING_KEY))
    except ValueError:
        return None
    return until if until > snapshot.today else None


def _away(snapshot: Snapshot, tasks: tuple[Due, ...], last_visit: datetime | None) -> Away | None:
    if last_visit is None or (days := (snapshot.today - snapshot.day(last_visit)).days) < AWAY_FROM_DAYS:
        return None
    if any(snapshot.day(entry.updated_at) == snapshot.today for entry in snapshot.interviews if entry.updated_at):
        return None
    passed = tuple(
        due
        for due in tasks
        if due.kind != "promise" and due.due_at is not None and snapshot.day(due.due_at) < snapshot.today
    )
    if not passed:
        return None
    return Away(days, passed, f"You were away for {spelled(days, 'day')}. Let these go?")
