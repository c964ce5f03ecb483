"""A derived task: what is due, to whom, by when, and why."""

from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from hashlib import sha256

from lib.followup.clocks import day_of
from lib.followup.kinds import KINDS
from lib.records.task import Task
from lib.records.vocabulary import TaskKind, TaskStatus

_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_RANK = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Due:
    """One thing to do. It reads as a card: ``title``, ``timing`` beneath it, ``why`` one click away.

    ``due_at`` is a time, or a bare date that means the whole day; absent if no date was named. Before ``opens_on`` it
    is only 'coming'; before ``calls_on``, if that is later, Today does not put it forward. From ``lets_go_at`` on it is
    no longer derived. ``about_id`` is the promise or the ask behind it;
    ``is_late`` that it's mostly too late. ``row`` is what the person did with it.
    """

    kind: TaskKind
    rule: str
    title: str
    why: str
    opens_on: date
    due_at: datetime | date | None = None
    calls_on: date | None = None
    lets_go_at: datetime | None = None
    timing: str = ""
    application_id: str = ""
    interview_id: str = ""
    person_id: str = ""
    about_id: str = ""
    is_late: bool = False
    status: TaskStatus = "open"
    row: Task | None = None
    own_id: str = ""

    @cached_property
    def id(self) -> str:
        """The task's id: of its own row if the person added it, else what its rule derives."""
        return self.own_id or task_id(self.rule, self.application_id, self.interview_id, self.person_id)

    @property
    def is_idea(self) -> bool:
        """Whether it is only offered: an idea is never due."""
        return KINDS[self.kind].is_idea

    @property
    def is_kept_while_resting(self) -> bool:
        """Whether it is a promise or a deadline, which rest does not silence."""
        return KINDS[self.kind].is_kept_while_resting or (self.kind == "own" and self.due_at is not None)

    def with_row(self, row: Task, status: TaskStatus) -> "Due":
        """The task together with what the person did with it."""
        return replace(self, row=row, status=status)


def task_id(rule: str, application_id: str, interview_id: str, person_id: str) -> str:
    """``tk-`` and ten base32 digits of SHA-256 over the four: the same at every visit, and the calendar's UID."""
    digest = sha256("|".join((rule, application_id, interview_id, person_id)).encode()).digest()
    number = int.from_bytes(digest[:7], "big") >> 6  # the first fifty bits
    return "tk-" + "".join(_BASE32[(number >> shift) & 31] for shift in range(45, -1, -5))


def by_loss(due: Due, zone: tzinfo) -> tuple[int, bool, bool, date, float, str]:
    """A sort key: by what is lost if it is not done, what is still in time before what is late, then by date."""
    day = day_of(due.due_at, zone) if due.due_at is not None else date.max
    moment = due.due_at.timestamp() if isinstance(due.due_at, datetime) else 0.0
    return (_RANK[due.kind], due.is_late, due.due_at is None, day, moment, due.id)
