"""What the person's own record means for a silence: when to check in, and when it may be recorded as no reply.

Under five own answers, and where the employer named a date, it isn't used: the plain rules hold.
"""

from dataclasses import dataclass
from datetime import date

from lib.dates import days_later
from lib.followup.snapshot import Snapshot
from lib.insight.waiting.response_times import CHECK_IN_FROM, WaitingProcess
from lib.records.interview import Interview


@dataclass(frozen=True)
class OwnResponseTime:
    """By the person's ``answers`` so far: two in three come within ``day`` days, so ``checks_in_on`` is when to ask."""

    answers: int
    day: int
    checks_in_on: date


def own_response_time(snapshot: Snapshot, last: Interview) -> OwnResponseTime | None:
    """When to check in after an interview for which no date was named, or None for the default."""
    day = snapshot.waiting.check_in_day
    if day is None or last.outcome == "advanced":
        return None
    return OwnResponseTime(snapshot.waiting.n, day, snapshot.days.on_or_after(days_later(last.over_on, day)))


def earliest_check_in(last: Interview) -> date:
    """The earliest day that ``own_response_time`` can ever name: the record grows, and messages by it still count."""
    return days_later(last.over_on, CHECK_IN_FROM)


def silence_of(snapshot: Snapshot, last: Interview, promised: date | None) -> WaitingProcess | None:
    """The odds of this wait; None if they rest on too little, or a date that they named is still to come."""
    if promised is not None and promised >= snapshot.today:
        return None
    found = snapshot.waiting.process(last.application_id)
    return found if found and found.chance and found.interview_id == last.id else None
