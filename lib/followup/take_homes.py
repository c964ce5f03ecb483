"""Work to do at home for an interview, by the day on which it is due (F4)."""

from collections.abc import Iterator
from datetime import date

from lib.dates import days_later
from lib.followup.defaults import HAND_IN_EXPIRE_DAYS, HAND_IN_REMIND_AHEAD_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.interview_times import start_of
from lib.followup.snapshot import Snapshot
from lib.records.interview import Interview


def take_homes(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """Every take-home that isn't handed in; of a process that is over, or one that they answered, none is asked for."""
    for interview in snapshot.interviews:
        if _is_open(interview) and not interview.outcome_is_known and not snapshot.is_over(interview.application_id):
            yield _to_hand_in(snapshot, interview)


def _is_open(interview: Interview) -> bool:
    """Whether it must be handed in. A debriefed one counts only where its due date was noted: others are long done."""
    is_asked = interview.state == "scheduled" or interview.due_on is not None
    return interview.format == "take_home" and is_asked and interview.handed_in_on is None


def _to_hand_in(snapshot: Snapshot, interview: Interview) -> DerivedTask:
    company, due_on = snapshot.company(interview.application_id), interview.due_on
    last = due_on or interview.over_on
    return DerivedTask(
        "hand_in",
        f"Hand in the take-home for {company}",
        _why(snapshot, interview, company, due_on),
        interview.held_on,
        due_at=due_on,
        remind_on=days_later(due_on, -HAND_IN_REMIND_AHEAD_DAYS) if due_on else interview.held_on,
        expires_at=start_of(days_later(last, HAND_IN_EXPIRE_DAYS + 1), snapshot.zone),
        timing=snapshot.by(due_on) if due_on else "no date was named: soon is best",
        application_id=interview.application_id,
        interview_id=interview.id,
    )


def _why(snapshot: Snapshot, interview: Interview, company: str, due_on: date | None) -> str:
    gave = "gave" if interview.held_on <= snapshot.today else "gives"
    opening = f"{company} {gave} it to you {snapshot.on(interview.held_on)}"
    if due_on is None:
        return f"{opening}."
    if due_on < snapshot.today:
        return f"{opening}, to hand in by {snapshot.say(due_on)}. Ask whether they still take it."
    return f"{opening}, to hand in by {snapshot.say(due_on)}."
