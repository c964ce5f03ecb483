"""What a person does with a task, as a row: done, snoozed, dismissed, written on, or reopened."""

from datetime import date, datetime

from lib.followup.derived_task import DerivedTask
from lib.followup.kinds import TASK_KINDS
from lib.followup.promises import whom_to_thank
from lib.records.ask import Ask
from lib.records.interview import Interview
from lib.records.promise import Promise
from lib.records.record import Record
from lib.records.task import Task
from lib.records.vocabulary import Channel
from lib.records.workbook import Workbook


def mark_done(
    due: DerivedTask, now: datetime, channel: Channel | None = None, subject: str = "", body: str = "", reason: str = ""
) -> Task:
    """The row of a task that was done, with the message as it was sent.

    One that is done already stays as it is, so that two open windows leave one row, the first.
    """
    row = _row(due, now)
    if row.status == "done":
        return row
    return row.changed(
        status="done",
        due_at=due.due_at,
        done_at=now.replace(microsecond=0),
        snoozed_until=None,
        channel=channel or row.channel,
        subject=subject or row.subject,
        body=body or row.body,
        reason=reason or row.reason,
    )


def dismiss(due: DerivedTask, now: datetime) -> Task:
    """The row of a dismissed task."""
    row = _row(due, now)
    if row.status == "done":
        return row
    return row.changed(status="dropped", due_at=due.due_at, done_at=now.replace(microsecond=0), snoozed_until=None)


def snooze(due: DerivedTask, until: date, now: datetime) -> Task:
    """The row of a snoozed task: it is back on the day ``until``."""
    row = _row(due, now)
    return row if row.status == "done" else row.changed(status="snoozed", snoozed_until=until, done_at=None)


def with_message(due: DerivedTask, now: datetime, channel: Channel | None, subject: str, body: str) -> Task:
    """The row of a task with its message so far; one that was sent stays as it went."""
    row = _row(due, now)
    return row if row.status == "done" else row.changed(channel=channel, subject=subject, body=body)


def reopen(row: Task) -> Task:
    """The row of a reopened task; what was written stays."""
    return row.changed(status="open", done_at=None, snoozed_until=None)


def side_effect_of_reopening(row: Task, workbook: Workbook) -> Record | None:
    """The other row that taking a task up again changes: what its doing had dated that day is open again."""
    if row.status != "done" or row.done_at is None:
        return None
    about_id, on = row.rule.partition(":")[2], row.done_at.date()
    if row.kind == "hand_in":
        interview = workbook.interview(row.interview_id)
        return interview.changed(handed_in_on=None) if interview and interview.handed_in_on else None
    if row.kind == "promise":
        promise = workbook.find(Promise, about_id)
        return promise.changed(kept_on=None) if promise and promise.kept_on == on else None
    if row.kind == "thank_you":
        thanks = _thanks_promised(workbook, row.interview_id, row.person_id)
        return next((promise.changed(kept_on=None) for promise in thanks if promise.kept_on == on), None)
    step = TASK_KINDS[row.kind].step
    ask = workbook.find(Ask, about_id)
    return ask.changed(**{step: None}) if ask and step and getattr(ask, step) == on else None


def side_effect_of_done(due: DerivedTask, workbook: Workbook, on: date) -> Record | None:
    """The other row that doing a task changes: a promise is kept, a take-home is handed in, a step with a reference or
    contact has its date. A thank-you keeps a promise to thank that person. None if there is none; what a task means for
    an application is an outcome, and recorded as one."""
    if due.kind == "promise":
        return _kept_promise(due, workbook, on)
    if due.kind == "thank_you":
        thanks = _thanks_promised(workbook, due.interview_id, due.person_id)
        return next((promise.changed(kept_on=on) for promise in thanks if promise.kept_on is None), None)
    if due.kind == "hand_in":
        return _handed_in_interview(due, workbook, on)
    if TASK_KINDS[due.kind].step:
        return _ask_with_step(due, workbook, on)
    return None


def _row(due: DerivedTask, now: datetime) -> Task:
    return due.row or Task(
        id=due.id,
        kind=due.kind,
        rule=due.rule,
        application_id=due.application_id,
        interview_id=due.interview_id,
        person_id=due.person_id,
        due_at=due.due_at,
        status="open",
        created_at=now.replace(microsecond=0),
    )


def _kept_promise(due: DerivedTask, workbook: Workbook, on: date) -> Promise | None:
    promise = workbook.find(Promise, due.about_id)
    return promise.changed(kept_on=on) if promise and promise.kept_on is None else None


def _thanks_promised(workbook: Workbook, interview_id: str, person_id: str) -> tuple[Promise, ...]:
    """What I promised at an interview that a thank-you to a person met there keeps."""
    there = (promise for promise in workbook.promises if promise.interview_id == interview_id)
    return tuple(promise for promise in there if person_id and whom_to_thank(workbook, promise) == person_id)


def _handed_in_interview(due: DerivedTask, workbook: Workbook, on: date) -> Interview | None:
    interview = workbook.interview(due.interview_id)
    return interview.changed(handed_in_on=on) if interview and interview.handed_in_on is None else None


def _ask_with_step(due: DerivedTask, workbook: Workbook, on: date) -> Ask | None:
    ask = workbook.find(Ask, due.about_id)
    step = TASK_KINDS[due.kind].step
    return ask.changed(**{step: on}) if ask and getattr(ask, step) is None else None
