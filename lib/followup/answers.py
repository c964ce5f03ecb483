"""Answers to give: my no to them, and to their no (B1, B2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.dates import days_later
from lib.english import sentence_case, span
from lib.followup.defaults import ANSWER_NO_EXPIRE_DAYS, ANSWER_NO_WITHIN_DAYS, TELL_NO_AFTER_DAYS, TELL_NO_EXPIRE_DAYS
from lib.followup.derived_task import DerivedTask
from lib.followup.interview_times import start_of
from lib.followup.offers import accepted_job, decision_against, newest_decision
from lib.followup.snapshot import Snapshot
from lib.followup.thanks import whom_to_write
from lib.records.interview import Interview

_SLEEP_ON_IT = (
    f"{sentence_case(span(TELL_NO_AFTER_DAYS))} to sleep on it, then an early no with thanks keeps the door open."
)
_NOES = ("rejected", "withdrew", "no_reply")

REFLECTION = (
    ("out_of_my_hands", "What couldn't you control?"),
    ("matter_of_fit", "What didn't fit?"),
    ("in_my_hands", "What could you do better?"),
)
"""The fields of the look back on a no, in the order asked, each with its question."""


def noes_to_tell(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """My no, ``TELL_NO_AFTER_DAYS`` days after leaning to it, while they still wait for me; and to all others who wait,
    once another offer is signed and its conditions are met (B1)."""
    yield from _decided_noes(snapshot)
    for application_id in snapshot.rounds:
        last = snapshot.last_round(application_id)
        application = snapshot.workbook.application(application_id)
        if last is None or not _is_open(snapshot, last) or (application and decision_against(snapshot, application)):
            continue
        if last.leaning == "decline" and not snapshot.was_before_reopening(application_id, last.held_on):
            leaned_on = _leaned_on(snapshot, last)
            due_on = days_later(leaned_on, TELL_NO_AFTER_DAYS)
            company = snapshot.company(application_id)
            yield DerivedTask(
                "tell_them_no",
                f"Withdraw from {company}",
                f"You leaned towards no {snapshot.on(leaned_on)}. {_SLEEP_ON_IT}",
                due_on,
                due_at=due_on,
                expires_at=start_of(days_later(due_on, TELL_NO_EXPIRE_DAYS), snapshot.zone),
                timing=snapshot.by(due_on),
                application_id=application_id,
                interview_id=last.id,
                person_id=whom_to_write(snapshot, application_id),
            )
        elif (job := _job_elsewhere(snapshot, application_id)) and not _is_decided(snapshot, last):
            yield _for_another(snapshot, last, *job)


def _decided_noes(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """The noes that only a decision holds, since no debrief of the last round has my leaning."""
    for application in snapshot.workbook.applications:
        last = snapshot.last_round(application.id)
        decision = newest_decision(snapshot, application.id)
        if decision is None or decision.choice != "decline" or (last and last.is_debriefed):
            continue
        if application.is_closed or (last and not _is_open(snapshot, last)) or decision_against(snapshot, application):
            continue
        decided_on = snapshot.day(decision.decided_at)
        due_on = days_later(decided_on, TELL_NO_AFTER_DAYS)
        yield DerivedTask(
            "tell_them_no",
            f"Withdraw from {application.company}",
            f"You decided against it {snapshot.on(decided_on)}. {_SLEEP_ON_IT}",
            due_on,
            due_at=due_on,
            expires_at=start_of(days_later(due_on, TELL_NO_EXPIRE_DAYS), snapshot.zone),
            timing=snapshot.by(due_on),
            application_id=application.id,
            person_id=whom_to_write(snapshot, application.id),
        )


def _job_elsewhere(snapshot: Snapshot, application_id: str) -> tuple[str, date] | None:
    """The company whose offer has become my job, and since when, if it is not this application's."""
    job = accepted_job(snapshot)
    if job is None or job[0].application_id == application_id:
        return None
    return snapshot.company(job[0].application_id), job[1]


def _for_another(snapshot: Snapshot, last: Interview, company: str, since: date) -> DerivedTask:
    due_on = days_later(since, TELL_NO_AFTER_DAYS)
    return DerivedTask(
        "tell_them_no",
        f"Withdraw from {snapshot.company(last.application_id)}",
        f"The job at {company} is yours: signed, and its conditions met. They still wait for you.",
        since,
        due_at=due_on,
        expires_at=start_of(days_later(due_on, TELL_NO_EXPIRE_DAYS), snapshot.zone),
        timing=snapshot.by(due_on),
        application_id=last.application_id,
        interview_id=last.id,
        person_id=whom_to_write(snapshot, last.application_id),
    )


def _is_open(snapshot: Snapshot, last: Interview) -> bool:
    if snapshot.is_closed(last.application_id):
        return False
    said_on = last.outcome_on or last.held_on
    return last.outcome not in _NOES or snapshot.was_before_reopening(last.application_id, said_on)


def _is_decided(snapshot: Snapshot, last: Interview) -> bool:
    """Whether a no to it is due already, by a decision that no debrief holds yet."""
    decision = newest_decision(snapshot, last.application_id)
    return not last.is_debriefed and decision is not None and decision.choice == "decline"


def _leaned_on(snapshot: Snapshot, last: Interview) -> date:
    """The day of the decision, if one was written down since the interview, else that of the debrief."""
    noes = (entry for entry in snapshot.workbook.decisions if entry.choice == "decline")
    days = [snapshot.day(entry.decided_at) for entry in noes if entry.application_id == last.application_id]
    days = [day for day in days if day >= last.held_on]
    if days:
        return max(days)
    return max(last.held_on, snapshot.day(last.created_at)) if last.created_at else last.held_on


@dataclass(frozen=True)
class AfterNo:
    """A no from them. On the day it came only the date and their words are shown; no forecast and no chart.

    ``questions`` are those of the look back that are still open, in their order, as field and question; ``needs_plan``:
    no if-then plan was made of it yet. Both are empty on the day itself.
    """

    application_id: str
    interview_id: str
    on: date
    is_the_day: bool
    questions: tuple[tuple[str, str], ...]
    needs_plan: bool
    sentence: str


def after_noes(snapshot: Snapshot) -> tuple[AfterNo, ...]:
    """The noes of the past ``ANSWER_NO_EXPIRE_DAYS`` days, newest first (B2)."""
    first = days_later(snapshot.today, -ANSWER_NO_EXPIRE_DAYS)
    lately = (interview for interview in _rejections(snapshot) if _rejected_on(snapshot, interview) >= first)
    return tuple(
        sorted(
            (_after_no(snapshot, interview) for interview in lately),
            key=lambda no: (no.on, no.interview_id),
            reverse=True,
        )
    )


def _after_no(snapshot: Snapshot, interview: Interview) -> AfterNo:
    on = _rejected_on(snapshot, interview)
    is_the_day = on >= snapshot.today
    questions = () if is_the_day else tuple(pair for pair in REFLECTION if not getattr(interview, pair[0]).strip())
    has_plan = any(plan.interview_id == interview.id for plan in snapshot.workbook.plans)
    company = snapshot.company(interview.application_id)
    more = "" if is_the_day else " It takes two minutes."
    return AfterNo(
        application_id=interview.application_id,
        interview_id=interview.id,
        on=on,
        is_the_day=is_the_day,
        questions=questions,
        needs_plan=not is_the_day and not has_plan,
        sentence=f"{company} said no {snapshot.on(on)}.{more}",
    )


def answers_to_noes(snapshot: Snapshot) -> Iterator[DerivedTask]:
    """A note of thanks for their no, from the day after on (B2)."""
    for interview in _rejections(snapshot):
        on = _rejected_on(snapshot, interview)
        due_on = days_later(on, ANSWER_NO_WITHIN_DAYS)
        company = snapshot.company(interview.application_id)
        yield DerivedTask(
            "answer_rejection",
            f"Answer {company} with thanks",
            f"{company} said no {snapshot.on(on)}. "
            "A short, kind answer is remembered, and may ask for a word of advice.",
            days_later(on, 1),
            due_at=due_on,
            expires_at=start_of(days_later(on, ANSWER_NO_EXPIRE_DAYS), snapshot.zone),
            timing="when you feel like it",
            application_id=interview.application_id,
            interview_id=interview.id,
            person_id=whom_to_write(snapshot, interview.application_id),
        )


def _rejections(snapshot: Snapshot) -> Iterator[Interview]:
    for application_id in snapshot.rounds:
        last = snapshot.last_round(application_id)
        if last is not None and last.is_debriefed and _is_rejected(snapshot, last):
            yield last


def _is_rejected(snapshot: Snapshot, last: Interview) -> bool:
    return snapshot.is_answered_no(last) or (
        last.outcome in (None, "pending") and snapshot.status(last.application_id) == "rejected"
    )


def _rejected_on(snapshot: Snapshot, last: Interview) -> date:
    application = snapshot.workbook.application(last.application_id)
    return last.outcome_on or (application.status_on if application else None) or last.held_on
