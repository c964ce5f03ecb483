"""Answers to give: my no to them, and to their no (B1, B2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.english import sentence_case, span
from lib.followup.clocks import start_of
from lib.followup.defaults import ANSWER_NO_LET_GO, ANSWER_NO_WITHIN, TELL_NO_AFTER, TELL_NO_LET_GO
from lib.followup.due import Due
from lib.followup.offers import newest_decision, refused, taken_job
from lib.followup.scene import Scene
from lib.followup.spoken_dates import days_later
from lib.followup.thanks import whom_to_write
from lib.records.interview import Interview

_SLEEP_ON_IT = f"{sentence_case(span(TELL_NO_AFTER))} to sleep on it, then an early no with thanks keeps the door open."
_NOES = ("rejected", "withdrew", "no_reply")

REFLECTION = (
    ("out_of_my_hands", "What couldn't you control?"),
    ("matter_of_fit", "What didn't fit?"),
    ("in_my_hands", "What could you do better?"),
)
"""The fields of the look back on a no, in the order asked, each with its question."""


def noes_to_tell(scene: Scene) -> Iterator[Due]:
    """My no, ``TELL_NO_AFTER`` days after leaning to it, while they still wait for me; and to all others who wait, once
    another offer is signed and its conditions are met (B1)."""
    yield from _decided_noes(scene)
    for application_id in scene.rounds:
        last = scene.last_round(application_id)
        application = scene.workbook.application(application_id)
        if last is None or not _is_open(scene, last) or (application and refused(scene, application)):
            continue
        if last.leaning == "decline" and not scene.was_before_reopening(application_id, last.held_on):
            leaned_on = _leaned_on(scene, last)
            due_on = days_later(leaned_on, TELL_NO_AFTER)
            company = scene.company(application_id)
            yield Due(
                "tell_them_no",
                "tell_them_no",
                f"Withdraw from {company}",
                f"You leaned towards no {scene.on(leaned_on)}. {_SLEEP_ON_IT}",
                due_on,
                due_at=due_on,
                lets_go_at=start_of(days_later(due_on, TELL_NO_LET_GO), scene.zone),
                timing=scene.by(due_on),
                application_id=application_id,
                interview_id=last.id,
                person_id=whom_to_write(scene, application_id),
            )
        elif (job := _job_elsewhere(scene, application_id)) and not _is_decided(scene, last):
            yield _for_another(scene, last, *job)


def _decided_noes(scene: Scene) -> Iterator[Due]:
    """The noes that only a decision holds, since no debrief of the last round has my leaning."""
    for application in scene.workbook.applications:
        last = scene.last_round(application.id)
        decision = newest_decision(scene, application.id)
        if decision is None or decision.choice != "decline" or (last and last.is_debriefed):
            continue
        if application.is_closed or (last and not _is_open(scene, last)) or refused(scene, application):
            continue
        decided_on = scene.day(decision.decided_at)
        due_on = days_later(decided_on, TELL_NO_AFTER)
        yield Due(
            "tell_them_no",
            "tell_them_no",
            f"Withdraw from {application.company}",
            f"You decided against it {scene.on(decided_on)}. {_SLEEP_ON_IT}",
            due_on,
            due_at=due_on,
            lets_go_at=start_of(days_later(due_on, TELL_NO_LET_GO), scene.zone),
            timing=scene.by(due_on),
            application_id=application.id,
            person_id=whom_to_write(scene, application.id),
        )


def _job_elsewhere(scene: Scene, application_id: str) -> tuple[str, date] | None:
    """The company whose offer has become my job, and since when, if it is not this application's."""
    job = taken_job(scene)
    if job is None or job[0].application_id == application_id:
        return None
    return scene.company(job[0].application_id), job[1]


def _for_another(scene: Scene, last: Interview, company: str, since: date) -> Due:
    due_on = days_later(since, TELL_NO_AFTER)
    return Due(
        "tell_them_no",
        "tell_them_no",
        f"Withdraw from {scene.company(last.application_id)}",
        f"The job at {company} is yours: signed, and its conditions met. They still wait for you.",
        since,
        due_at=due_on,
        lets_go_at=start_of(days_later(due_on, TELL_NO_LET_GO), scene.zone),
        timing=scene.by(due_on),
        application_id=last.application_id,
        interview_id=last.id,
        person_id=whom_to_write(scene, last.application_id),
    )


def _is_open(scene: Scene, last: Interview) -> bool:
    if scene.is_closed(last.application_id):
        return False
    said_on = last.outcome_on or last.held_on
    return last.outcome not in _NOES or scene.was_before_reopening(last.application_id, said_on)


def _is_decided(scene: Scene, last: Interview) -> bool:
    """Whether a no to it is due already, by a decision that no debrief holds yet."""
    decision = newest_decision(scene, last.application_id)
    return not last.is_debriefed and decision is not None and decision.choice == "decline"


def _leaned_on(scene: Scene, last: Interview) -> date:
    """The day of the decision, if one was written down since the interview, else that of the debrief."""
    noes = (entry for entry in scene.workbook.decisions if entry.choice == "decline")
    days = [scene.day(entry.decided_at) for entry in noes if entry.application_id == last.application_id]
    days = [day for day in days if day >= last.held_on]
    if days:
        return max(days)
    return max(last.held_on, scene.day(last.created_at)) if last.created_at else last.held_on


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


def after_noes(scene: Scene) -> tuple[AfterNo, ...]:
    """The noes of the past ``ANSWER_NO_LET_GO`` days, newest first (B2)."""
    first = days_later(scene.today, -ANSWER_NO_LET_GO)
    lately = (interview for interview in _rejections(scene) if _rejected_on(scene, interview) >= first)
    return tuple(
        sorted(
            (_after_no(scene, interview) for interview in lately), key=lambda no: (no.on, no.interview_id), reverse=True
        )
    )


def _after_no(scene: Scene, interview: Interview) -> AfterNo:
    on = _rejected_on(scene, interview)
    is_the_day = on >= scene.today
    questions = () if is_the_day else tuple(pair for pair in REFLECTION if not getattr(interview, pair[0]).strip())
    has_plan = any(plan.interview_id == interview.id for plan in scene.workbook.plans)
    company = scene.company(interview.application_id)
    more = "" if is_the_day else " It takes two minutes."
    return AfterNo(
        application_id=interview.application_id,
        interview_id=interview.id,
        on=on,
        is_the_day=is_the_day,
        questions=questions,
        needs_plan=not is_the_day and not has_plan,
        sentence=f"{company} said no {scene.on(on)}.{more}",
    )


def answers_to_noes(scene: Scene) -> Iterator[Due]:
    """A note of thanks for their no, from the day after on (B2)."""
    for interview in _rejections(scene):
        on = _rejected_on(scene, interview)
        due_on = days_later(on, ANSWER_NO_WITHIN)
        company = scene.company(interview.application_id)
        yield Due(
            "answer_rejection",
            "answer_rejection",
            f"Answer {company} with thanks",
            f"{company} said no {scene.on(on)}. A short, kind answer is remembered, and may ask for a word of advice.",
            days_later(on, 1),
            due_at=due_on,
            lets_go_at=start_of(days_later(on, ANSWER_NO_LET_GO), scene.zone),
            timing="when you feel like it",
            application_id=interview.application_id,
            interview_id=interview.id,
            person_id=whom_to_write(scene, interview.application_id),
        )


def _rejections(scene: Scene) -> Iterator[Interview]:
    for application_id in scene.rounds:
        last = scene.last_round(application_id)
        if last is not None and last.is_debriefed and _is_rejected(scene, last):
            yield last


def _is_rejected(scene: Scene, last: Interview) -> bool:
    return scene.is_answered_no(last) or (
        last.outcome in (None, "pending") and scene.status(last.application_id) == "rejected"
    )


def _rejected_on(scene: Scene, last: Interview) -> date:
    application = scene.workbook.application(last.application_id)
    return last.outcome_on or (application.status_on if application else None) or last.held_on
