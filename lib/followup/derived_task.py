"""A derived task: what is due, to whom, by when, and why."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from hashlib import sha256

from lib.dates import day_of, days_later
from lib.followup.kinds import TASK_KINDS
from lib.records.task import Task
from lib.records.vocabulary import TaskKind, TaskStatus

_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
SOON, SOME_TIME = 1, 7
"""In how many days a task is to do that has no day: a promise, anything else."""
OFFER_DEADLINE_AHEAD = 3
"""So many days before its day the answer to an offer counts as for today."""
_NAMED_AS_KIND = "as its kind"
_RANK = {kind: number for number, kind in enumerate(TASK_KINDS)}


@dataclass(frozen=True)
class DerivedTask:
    """One thing to do. It reads as a card: ``title``, ``timing`` beneath it, ``why`` one click away.

    ``due_at`` is a time, or a bare date that means the whole day; absent if no date was named. Before ``visible_from``
    it is only 'coming'; before ``remind_on``, if that is later, Today does not put it forward. From ``expires_at`` on
    it is no longer derived. ``about_id`` is the promise or the ask behind it. ``is_in_person``: it's done by going
    there. ``row`` is what the person did with it.

    ``order`` sorts tasks of one kind that are due at once, the first to do lowest.

    ``rule`` goes into the id: the kind, with what tells it apart where there may be several for one round and person
    ("promise:pr-1"). A task that the person added has none.
    """

    kind: TaskKind
    title: str
    why: str
    visible_from: date
    rule: str = field(default=_NAMED_AS_KIND, kw_only=True)
    due_at: datetime | date | None = None
    remind_on: date | None = None
    expires_at: datetime | None = None
    timing: str = ""
    application_id: str = ""
    interview_id: str = ""
    person_id: str = ""
    about_id: str = ""
    is_in_person: bool = False
    order: int = 0
    status: TaskStatus = "open"
    row: Task | None = None
    own_id: str = ""

    def __post_init__(self) -> None:
        if self.rule == _NAMED_AS_KIND:
            object.__setattr__(self, "rule", self.kind)

    @cached_property
    def id(self) -> str:
        """The task's id: of its own row if the person added it, else what its rule derives."""
        return self.own_id or task_id(self.rule, self.application_id, self.interview_id, self.person_id)

    @property
    def is_written(self) -> bool:
        """Whether a message does it."""
        return bool(TASK_KINDS[self.kind].channels) and not self.is_in_person

    @property
    def is_idea(self) -> bool:
        """Whether it is only offered: an idea is never due."""
        return TASK_KINDS[self.kind].is_idea

    @property
    def is_kept_while_paused(self) -> bool:
        """Whether it is a promise or a deadline, which rest does not silence."""
        return TASK_KINDS[self.kind].is_kept_while_paused or (self.kind == "own" and self.due_at is not None)

    def is_late(self, today: date, zone: tzinfo) -> bool:
        """Whether it's a promise or a deadline whose day has passed. Any other task is still worth doing until it
        lapses, so it's never late.
        """
        return self.is_kept_while_paused and self.due_at is not None and day_of(self.due_at, zone) < today

    def day_to_do(self, today: date, zone: tzinfo) -> date:
        """The day it's for, as seen from today: what is past is for today; a promise without a day is for tomorrow,
        for soon is best, and anything else without one for the end of the week.
        """
        if self.due_at is None:
            return days_later(today, SOON if self.is_kept_while_paused else SOME_TIME)
        return max(today, day_of(self.due_at, zone))

    def with_row(self, row: Task, status: TaskStatus) -> "DerivedTask":
        """The task together with what the person did with it."""
        return replace(self, row=row, status=status)


def task_id(rule: str, application_id: str, interview_id: str, person_id: str) -> str:
    """``tk-`` and ten base32 digits of SHA-256 over the four: the same at every visit, and the calendar's UID."""
    digest = sha256("|".join((rule, application_id, interview_id, person_id)).encode()).digest()
    number = int.from_bytes(digest[:7], "big") >> 6  # the first fifty bits
    return "tk-" + "".join(_BASE32[(number >> shift) & 31] for shift in range(45, -1, -5))


def task_sort_key(due: DerivedTask, today: date, zone: tzinfo) -> tuple[bool, date, int, bool, date, float, int, str]:
    """A sort key: what is late, then by the day to do it. On one day by what is lost if it isn't done, and of one kind
    what is still in time first. A step with an offer for tomorrow comes with today's, and so does the day to answer
    one in the next three days: more is at stake than in thanks.
    """
    kind, day = TASK_KINDS[due.kind], due.day_to_do(today, zone)
    if kind.is_on_offer_page or kind.is_offer_deadline:
        day = max(today, days_later(day, -OFFER_DEADLINE_AHEAD if kind.is_offer_deadline else -SOON))
    due_on = day_of(due.due_at, zone) if due.due_at is not None else due.day_to_do(today, zone)
    moment = due.due_at.timestamp() if isinstance(due.due_at, datetime) else 0.0
    return (not due.is_late(today, zone), day, _RANK[due.kind], due_on < today, due_on, moment, due.order, due.id)
