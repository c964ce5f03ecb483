"""What I promised, by its date: a test of my word (F4)."""

import re
from collections.abc import Iterator

from lib.dates import days_later
from lib.english import sentence_case
from lib.followup.defaults import PROMISE_REMIND_AHEAD_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.names import name_words
from lib.followup.promise_reading import is_done_in_person, is_thanks, promise_text
from lib.followup.snapshot import Snapshot
from lib.records.interview import Interview
from lib.records.promise import Promise
from lib.records.workbook import Workbook
from lib.words import finder


def promises(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """Every promise that is not kept yet; of a process that is over none is asked any more.

    One to thank somebody met is left out: the thank-you to them keeps it.
    """
    for interview_id, made in snapshot.promises.items():
        interview = snapshot.interviews_by_id.get(interview_id)
        if interview is None or snapshot.is_over(interview.application_id):
            continue
        for promise in made:
            if promise.kept_on is None and not whom_to_thank(snapshot.workbook, promise):
                yield _promised(snapshot, interview, promise)


def whom_to_thank(workbook: Workbook, promise: Promise) -> str:
    """Who of the people met there a promise thanks, as an id: 'thank Priya for rescheduling'; empty for anything else
    or anybody else."""
    if not is_thanks(promise.what):
        return ""
    met = [row.person_id for row in workbook.conversations if row.interview_id == promise.interview_id]
    named = [
        person_id
        for person_id in met
        if any(finder(word, re.IGNORECASE).search(promise.what) for word in name_words(workbook.name_of(person_id)))
    ]
    if len(named) == 1:
        return named[0]
    return promise.person_id if promise.person_id in met and not named else ""


def _promised(snapshot: Snapshot, interview: Interview, promise: Promise) -> DerivedTask:
    by = promise.by
    return DerivedTask(
        "promise",
        sentence_case(promise_text(promise.what, keeps_day=by is None)),
        _why(snapshot, interview, promise),
        min(interview.held_on, snapshot.today),
        rule=f"promise:{promise.id}",
        due_at=by,
        remind_on=days_later(by, -PROMISE_REMIND_AHEAD_DAYS) if by else interview.held_on,
        timing=snapshot.by(by) if by else "no date was named: soon is best",
        application_id=interview.application_id,
        interview_id=interview.id,
        person_id=promise.person_id,
        about_id=promise.id,
        is_in_person=is_done_in_person(promise.what),
    )


def _why(snapshot: Snapshot, interview: Interview, promise: Promise) -> str:
    whom = snapshot.name(promise.person_id, "them")
    said = f"You promised {whom} this at {snapshot.company(interview.application_id)}"
    if promise.by == interview.held_on == snapshot.today:
        return f"{said}."  # its timing is the day
    said = f"{said} {snapshot.on(interview.held_on)}"
    if promise.by and promise.by < interview.held_on:
        return f"{said}. The date noted, {snapshot.say(promise.by)}, is before the interview. Is it right?"
    return f"{said}."
