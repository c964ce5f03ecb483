"""What I promised, by its date: a test of my word (F4)."""

from collections.abc import Iterator

from lib.dates import days_later
from lib.english import sentence_case
from lib.followup.defaults import PROMISE_CALLS_AHEAD_DAYS
from lib.followup.due import Due
from lib.followup.promise_reading import promise_noted
from lib.followup.snapshot import Snapshot
from lib.records.interview import Interview
from lib.records.promise import Promise


def promises(snapshot: Snapshot) -> Iterator[Due]:
    """Every promise that is not kept yet; of a process that is over none is asked any more."""
    for interview_id, made in snapshot.promises.items():
        interview = snapshot.interviews_by_id.get(interview_id)
        if interview is None or snapshot.is_over(interview.application_id):
            continue
        for promise in made:
            if promise.kept_on is None:
                yield _promised(snapshot, interview, promise)


def _promised(snapshot: Snapshot, interview: Interview, promise: Promise) -> Due:
    by = promise.by
    return Due(
        "promise",
        sentence_case(promise_noted(promise.what, keeps_day=by is None)),
        _why(snapshot, interview, promise),
        min(interview.held_on, snapshot.today),
        rule=f"promise:{promise.id}",
        due_at=by,
        calls_on=days_later(by, -PROMISE_CALLS_AHEAD_DAYS) if by else interview.held_on,
        timing=snapshot.by(by) if by else "no date was named",
        application_id=interview.application_id,
        interview_id=interview.id,
        person_id=promise.person_id,
        about_id=promise.id,
    )


def _why(snapshot: Snapshot, interview: Interview, promise: Promise) -> str:
    whom = snapshot.name(promise.person_id, "them")
    said = f"You promised {whom} this at {snapshot.company(interview.application_id)} {snapshot.on(interview.held_on)}"
    if promise.by is None:
        return f"{said}, without a date: soon is best."
    if promise.by < interview.held_on:
        return f"{said}. The date noted, {snapshot.say(promise.by)}, is before the interview. Is it right?"
    return f"{said}."
