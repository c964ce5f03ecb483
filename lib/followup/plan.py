"""The plan: every task that is open or to come, in order, with what waits and what may be dismissed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from lib.dates import DateStyle, days_later
from lib.english import spelled
from lib.followup.answers import AfterNo, after_noes
from lib.followup.defaults import AWAY_FROM_DAYS, PAST_AFTER_DAYS
from lib.followup.derived_task import DerivedTask, task_sort_key
from lib.followup.interview_times import start_of
from lib.followup.kinds import TASK_KINDS
from lib.followup.rules import derive_all
from lib.followup.search import SearchSummary, Week, opens_week, search_summary_of, week_of
from lib.followup.snapshot import Snapshot, UnsavedPerson
from lib.followup.waits import Wait, waits
from lib.records.task import Task
from lib.records.workbook import Workbook

AT_MOST_TODAY = 3
PAUSED_KEY = "resting_until"
"""The key in settings.csv; its value is an ISO date, the first day on which the workbook speaks up again."""


@dataclass(frozen=True)
class Away:
    """After seven days away: the tasks whose time has passed, offered for dismissal together. Promises stay, and so
    does all once something is written that day: the person is back.
    """

    days: int
    tasks: tuple[DerivedTask, ...]
    sentence: str


@dataclass(frozen=True)
class TaskPlan:
    """What there is to do, at one moment.

    ``tasks`` are open now, first what is late, then by day (``task_sort_key``); ``coming`` open later, nearest first;
    ``snoozed`` will be back; ``ideas`` are never due; ``closed`` are the rows done or dropped, newest first.
    ``look_back`` is there on the first visit of a week, and is on the week before. ``days_sentence`` tells which
    business days are counted. It was derived at ``valid_from`` and is the same at any time before ``valid_until``.
    """

    today: date
    tasks: tuple[DerivedTask, ...]
    coming: tuple[DerivedTask, ...]
    snoozed: tuple[DerivedTask, ...]
    ideas: tuple[DerivedTask, ...]
    closed: tuple[Task, ...]
    waits: tuple[Wait, ...]
    after_no: tuple[AfterNo, ...]
    search_summary: SearchSummary
    away: Away | None
    paused_until: date | None
    look_back: Week | None
    days_sentence: str
    valid_from: datetime
    valid_until: datetime
    dates: DateStyle

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether it is still as it would be derived at that moment, if nothing else has changed."""
        return self.valid_from <= moment < self.valid_until

    @property
    def today_three(self) -> tuple[DerivedTask, ...]:
        """At most three tasks to put forward now; while resting only promises and deadlines.

        Tasks offered for dismissal after days away are left out.
        """
        away = {due.id for due in self.away.tasks} if self.away else set()
        calling = (
            due for due in self.tasks if (due.remind_on or due.visible_from) <= self.today and due.id not in away
        )
        spoken = [due for due in calling if not self.paused_until or due.is_kept_while_paused]
        return tuple(spoken[:AT_MOST_TODAY])

    @property
    def remaining(self) -> tuple[DerivedTask, ...]:
        """The open tasks that Today does not put forward."""
        shown = {due.id for due in (*self.today_three, *(self.away.tasks if self.away else ()))}
        return tuple(due for due in self.tasks if due.id not in shown)

    @property
    def dated(self) -> tuple[DerivedTask, ...]:
        """Everything with a time or day, for the calendar: what is open and what is to come."""
        return tuple(due for due in (*self.tasks, *self.coming) if due.due_at is not None)

    @property
    def sentence(self) -> str:
        """How much there is, in a sentence."""
        if self.paused_until:
            until = self.dates.brief_day(self.paused_until, self.today)
            return f"Reminders are paused until {until}. Promises and deadlines still show."
        return f"{len(self.tasks)} to do" if self.tasks else "Nothing to do right now."

    def withdrawn_by(self, later: "TaskPlan") -> tuple[DerivedTask, ...]:
        """The promises and thanks that ``later`` asks for no more, though they were not settled."""
        settled = {task.id for task in later.closed}
        mine = (due for due in (*self.tasks, *self.coming, *self.snoozed) if TASK_KINDS[due.kind].announces_withdrawal)
        return tuple(due for due in mine if due.id not in settled and later.find(due.id) is None)

    def find(self, task_id: str) -> DerivedTask | None:
        """The task with that id, in any list."""
        return next((due for due in self.open_tasks if due.id == task_id), None)

    @property
    def open_tasks(self) -> tuple[DerivedTask, ...]:
        """All open tasks."""
        return (*self.tasks, *self.coming, *self.snoozed, *self.ideas)


def derive(
    workbook: Workbook,
    now: datetime,
    zone: ZoneInfo,
    country: str = "",
    draft_people: Sequence[UnsavedPerson] = (),
    last_visit: datetime | None = None,
    *,
    dates: DateStyle,
) -> TaskPlan:
    """The plan at ``now`` (with its offset), with days counted in ``zone`` and business days of ``country``.

    ``draft_people`` are the people named in debriefs that are still drafts; ``last_visit`` is when the workbook was
    opened before. Raises ValueError if ``now`` has no offset.
    """
    if now.utcoffset() is None:
        raise ValueError("now is a time without its offset from UTC")
    return plan_of(Snapshot(workbook, now, zone, country, tuple(draft_people), dates=dates), last_visit)


def plan_of(snapshot: Snapshot, last_visit: datetime | None = None) -> TaskPlan:
    """The plan of a snapshot."""
    found = _sorted(snapshot, _merge(snapshot))
    open_now = [due for due in found if due.status == "open" and not due.is_idea]
    tasks = tuple(due for due in open_now if due.visible_from <= snapshot.today)
    ideas = tuple(due for due in found if due.status == "open" and due.is_idea)
    return TaskPlan(
        today=snapshot.today,
        tasks=tasks,
        coming=_by_visibility(due for due in open_now if due.visible_from > snapshot.today),
        snoozed=tuple(due for due in found if due.status == "snoozed"),
        ideas=ideas,
        closed=_closed(snapshot),
        waits=waits(snapshot, tasks),
        after_no=after_noes(snapshot),
        search_summary=search_summary_of(snapshot, ideas),
        away=_away(snapshot, tasks, last_visit),
        paused_until=_paused_until(snapshot),
        look_back=week_of(snapshot, days_later(snapshot.today, -7)) if opens_week(snapshot, last_visit) else None,
        days_sentence=snapshot.days.sentence,
        valid_from=snapshot.now.astimezone(UTC),
        dates=snapshot.dates,
        valid_until=snapshot.valid_until,  # the last of all: by now everything was asked
    )


def _merge(snapshot: Snapshot) -> Iterator[DerivedTask]:
    for due in (*derive_all(snapshot), *_own(snapshot)):
        row = snapshot.rows.get(due.id)
        status = _status(snapshot, row)
        if status in ("done", "dropped") or _is_expired(snapshot, due, row):
            continue
        if row is None and _was_past_when_written(snapshot, due):
            continue
        yield due.with_row(row, "snoozed" if status == "snoozed" else "open") if row else due


def _was_past_when_written(snapshot: Snapshot, due: DerivedTask) -> bool:
    """Whether its last sensible day had passed when its interview was first written down; a promise always stays."""
    interview = snapshot.interviews_by_id.get(due.interview_id)
    if due.kind == "promise" or interview is None or interview.created_at is None or not interview.is_debriefed:
        return False
    due_on = snapshot.day(due.due_at) if due.due_at else due.visible_from
    last = snapshot.day(due.expires_at) if due.expires_at else days_later(due_on, PAST_AFTER_DAYS)
    return snapshot.day(interview.created_at) > last


def _status(snapshot: Snapshot, row: Task | None) -> str:
    if row is None:
        return "open"
    if row.status == "snoozed":
        return "snoozed" if row.snoozed_until and snapshot.day(row.snoozed_until) > snapshot.today else "open"
    return row.status


def _is_expired(snapshot: Snapshot, due: DerivedTask, row: Task | None) -> bool:
    if due.expires_at is None or not snapshot.has_come(due.expires_at):
        return False
    put_off = row.snoozed_until if row and row.status == "snoozed" else None
    return put_off is None or snapshot.has_come(start_of(days_later(snapshot.day(put_off), 2), snapshot.zone))


def _own(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The tasks that the person added."""
    for row in snapshot.rows.values():
        if row.rule and row.kind != "own":
            continue
        added_on = snapshot.day(row.created_at) if row.created_at else snapshot.today
        yield DerivedTask(
            row.kind,
            row.subject or row.body or "A task of your own",
            "You added it yourself.",
            min(added_on, snapshot.today),
            rule=row.rule,
            due_at=row.due_at,
            remind_on=snapshot.day(row.due_at) if row.due_at else None,
            timing=snapshot.by(row.due_at) if row.due_at else "",
            application_id=row.application_id,
            interview_id=row.interview_id,
            person_id=row.person_id,
            own_id=row.id,
        )


def _sorted(snapshot: Snapshot, found: Iterable[DerivedTask]) -> list[DerivedTask]:
    return sorted(found, key=lambda due: task_sort_key(due, snapshot.today, snapshot.zone))


def _by_visibility(found: Iterable[DerivedTask]) -> tuple[DerivedTask, ...]:
    return tuple(sorted(found, key=lambda due: (due.visible_from, due.id)))


def _closed(snapshot: Snapshot) -> tuple[Task, ...]:
    settled = (row for row in snapshot.rows.values() if row.status in ("done", "dropped"))
    return tuple(
        sorted(settled, key=lambda row: (row.done_at.timestamp() if row.done_at else 0.0, row.id), reverse=True)
    )


def _paused_until(snapshot: Snapshot) -> date | None:
    try:
        until = date.fromisoformat(snapshot.workbook.setting(PAUSED_KEY))
    except ValueError:
        return None
    return until if until > snapshot.today else None


def _away(snapshot: Snapshot, tasks: tuple[DerivedTask, ...], last_visit: datetime | None) -> Away | None:
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
