"""One application as a line of dated steps: applied, each interview, what its status came to, and waiting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from lib.records.application import Application
from lib.records.history import status_history, status_of
from lib.records.interview import Interview
from lib.records.vocabulary import ENDINGS
from lib.records.workbook import Workbook, cached_per_workbook

StepKind = Literal["applied", "interview", "status", "reopened", "waiting"]
_TOLD: tuple[str, ...] = ("offer", *ENDINGS)
"""The statuses that are steps of their own; the others follow from applying and from the interviews."""


@dataclass(frozen=True)
class TimelineStep:
    """One step. ``status`` is the word that a step of the status came to; ``days_after`` the number of days to the next
    step. Of waiting, ``on`` is the day of the looking and ``days_after`` how long it has lasted."""

    kind: StepKind
    on: date
    interview: Interview | None = None
    status: str = ""
    days_after: int | None = None


@dataclass(frozen=True)
class ApplicationSummary:
    """An application in a list: its interviews, the last thing that happened, and the next interview.

    ``is_due``: what comes next is the last day for a take-home.
    """

    interviews: int
    last_on: date | None
    next_on: date | None
    is_due: bool = False


def timeline(workbook: Workbook, application: Application, today: date) -> tuple[TimelineStep, ...]:
    """The steps in their order; if an answer is waited for, waiting is the last one."""
    rank = {"applied": 0, "interview": 1, "reopened": 1, "status": 2}
    steps = sorted(_steps(workbook, application), key=lambda step: (step.on, rank[step.kind]))
    spaced = [replace(one, days_after=(then.on - one.on).days) for one, then in pairwise(steps)]
    spaced += steps[-1:]
    if steps and _is_waiting(application, steps[-1], today):
        days = (today - steps[-1].on).days
        spaced = [*spaced[:-1], steps[-1], TimelineStep("waiting", today, days_after=days)]
    return tuple(spaced)


def application_summary(workbook: Workbook, application: Application, today: date) -> ApplicationSummary:
    """An application as of today."""
    rounds = interviews_of(workbook, application.id)
    days = [application.applied_on, application.status_on, *(one.held_on for one in rounds)]
    past = [day for day in days if day is not None and day <= today]
    ahead = [one for one in rounds if one.state == "scheduled" and one.over_on >= today]
    nearest = min(ahead, key=lambda one: one.over_on, default=None)
    next_on, is_due = (nearest.over_on, nearest.work_until is not None) if nearest else (None, False)
    return ApplicationSummary(len(rounds), max(past, default=None), next_on, is_due)


def interviews_of(workbook: Workbook, application_id: str) -> tuple[Interview, ...]:
    """The interviews of one application, oldest first."""
    return _interviews(workbook).get(application_id, ())


@cached_per_workbook
def _interviews(workbook: Workbook) -> dict[str, tuple[Interview, ...]]:
    found: dict[str, list[Interview]] = {}
    for entry in workbook.by_time:
        found.setdefault(entry.application_id, []).append(entry)
    return {application_id: tuple(rows) for application_id, rows in found.items()}


def _steps(workbook: Workbook, application: Application) -> Iterator[TimelineStep]:
    if application.applied_on:
        yield TimelineStep("applied", application.applied_on)
    for interview in interviews_of(workbook, application.id):
        yield TimelineStep("interview", interview.held_on, interview)
    is_noted, was_closed = False, False
    for row in status_history(workbook, application.id):
        status = status_of(row)
        if status in _TOLD:
            yield TimelineStep("status", row.on, status=status)
        elif was_closed:
            yield TimelineStep("reopened", row.on)
        was_closed = status in ENDINGS
        is_noted = is_noted or (status == application.status and row.on == application.status_on)
    if application.status in _TOLD and application.status_on and not is_noted:
        yield TimelineStep("status", application.status_on, status=application.status)


def _is_waiting(application: Application, last: TimelineStep, today: date) -> bool:
    """Whether it's their turn: it is open, I have nothing ahead, and the last step wasn't their offer."""
    is_open = not application.is_closed and application.status != "offer"
    is_mine = last.interview is not None and last.interview.work_until is not None
    is_answered = last.interview is not None and last.interview.outcome in ("rejected", "withdrew", "no_reply", "offer")
    return is_open and last.kind != "status" and not is_answered and not is_mine and last.on < today
