"""What is still to be written down: a debrief, the interest two days later, and how a decision looks from some distance
(D1, D4)."""

from collections.abc import Iterator

from lib.dates import days_later
from lib.english import sentence_case, span
from lib.followup.defaults import DEBRIEF_EXPIRE_DAYS, INTEREST_AFTER_DAYS, INTEREST_EXPIRE_DAYS, REVIEW_EXPIRE_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.interview_times import start_of
from lib.followup.snapshot import Snapshot
from lib.records.interview import Interview
from lib.records.labels import phrase


def debriefs(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The debrief of an interview that is over (D1)."""
    first = days_later(snapshot.today, -DEBRIEF_EXPIRE_DAYS - 1)
    for interview in snapshot.interviews:
        if interview.state == "scheduled" and interview.over_on >= first and snapshot.has_ended(interview):
            yield _debrief(snapshot, interview)


def _debrief(snapshot: Snapshot, interview: Interview) -> DerivedTask:
    company = snapshot.company(interview.application_id)
    over_on = interview.over_on
    due_on = days_later(over_on, 1)
    return DerivedTask(
        "debrief",
        f"How did it go at {company}?",
        f"{_when_it_was(snapshot, interview)}. The first part takes seven minutes; memory is best now.",
        over_on,
        due_at=due_on,
        expires_at=start_of(days_later(over_on, DEBRIEF_EXPIRE_DAYS), snapshot.zone),
        timing=snapshot.by(due_on) if due_on >= snapshot.today else "still worth doing",
        application_id=interview.application_id,
        interview_id=interview.id,
    )


def _when_it_was(snapshot: Snapshot, interview: Interview) -> str:
    if interview.format == "take_home" and interview.handed_in_on:
        return f"You handed it in {snapshot.on(interview.handed_in_on)}"
    return f"The interview was {snapshot.on(interview.held_on)}"


def second_thoughts(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The interest asked again two days later, when the mood of the day has gone (D4)."""
    for interview in snapshot.recent(INTEREST_AFTER_DAYS + INTEREST_EXPIRE_DAYS):
        if interview.interest_later is not None or snapshot.is_over(interview.application_id):
            continue
        due_on = days_later(interview.held_on, INTEREST_AFTER_DAYS)
        if interview.created_at and snapshot.day(interview.created_at) >= due_on:
            continue  # it was written down some days later: the mood of the day had gone then
        yield DerivedTask(
            "rate_interest",
            f"How much do you want {snapshot.company(interview.application_id)}"
            f"{'' if interview.interest_after is None else ' now'}?",
            f"The interview was {snapshot.on(interview.held_on)}. {sentence_case(span(INTEREST_AFTER_DAYS))} later "
            "mood and fit are easier to tell apart.",
            due_on,
            due_at=due_on,
            expires_at=start_of(days_later(due_on, INTEREST_EXPIRE_DAYS), snapshot.zone),
            timing="takes a few seconds",
            application_id=interview.application_id,
            interview_id=interview.id,
        )


def looks_back(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """A decision on the day that was chosen to look back on it (D4)."""
    for decision in snapshot.workbook.decisions:
        if decision.is_reviewed:
            continue
        due_on, decided_on = decision.look_back_on, snapshot.day(decision.decided_at)
        about = f" on {snapshot.company(decision.application_id)}" if decision.application_id else ""
        yield DerivedTask(
            "review_decision",
            f"Review your decision{about}",
            f"You chose “{phrase(decision.choice)}” {snapshot.on(decided_on)}. Was it right, and what did you learn?",
            due_on,
            rule=f"review_decision:{decision.id}",
            due_at=due_on,
            expires_at=start_of(days_later(due_on, REVIEW_EXPIRE_DAYS), snapshot.zone),
            timing=f"decided {snapshot.on(decided_on)}",
            application_id=decision.application_id,
            about_id=decision.id,
        )
