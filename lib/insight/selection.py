"""The part of the workbook that a period and some stages pick out."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from lib.insight.open_plans import answers_of
from lib.records.application import Application
from lib.records.workbook import Workbook


def select(
    workbook: Workbook,
    since: date | None = None,
    until: date | None = None,
    stages: Collection[str] = (),
) -> Workbook:
    """The workbook with the interviews held from ``since`` to ``until``, both included, at one of the ``stages``.

    Ratings, questions and the rest of an interview stay or go with it, and the plans that it answers about stay with
    it. An application stays where one of its interviews does; if no stage is asked for, also where it was sent within
    the period. None and an empty ``stages`` ask for nothing, and without any wish the workbook comes back as it is.
    """
    if since is None and until is None and not stages:
        return workbook
    interviews = tuple(
        entry
        for entry in workbook.interviews
        if _within(entry.held_on, since, until) and (not stages or entry.stage in stages)
    )
    kept = {entry.id for entry in interviews}
    answered = {plan_id for interview_id in kept for plan_id in answers_of(workbook, interview_id)}
    with_interview = {entry.application_id for entry in interviews}

    def stays(application: Application) -> bool:
        sent = application.applied_on is not None and _within(application.applied_on, since, until)
        return application.id in with_interview or (sent and not stages)

    return replace(
        workbook,
        applications=tuple(entry for entry in workbook.applications if stays(entry)),
        interviews=interviews,
        ratings=tuple(entry for entry in workbook.ratings if entry.interview_id in kept),
        conversations=tuple(entry for entry in workbook.conversations if entry.interview_id in kept),
        claims=tuple(entry for entry in workbook.claims if entry.interview_id in kept),
        questions=tuple(entry for entry in workbook.questions if entry.interview_id in kept),
        plans=tuple(entry for entry in workbook.plans if entry.interview_id in kept or entry.id in answered),
        plan_checks=tuple(entry for entry in workbook.plan_checks if entry.interview_id in kept),
        goal_answers=tuple(entry for entry in workbook.goal_answers if entry.interview_id in kept),
        promises=tuple(entry for entry in workbook.promises if entry.interview_id in kept),
    )


def span(workbook: Workbook) -> tuple[date, date] | None:
    """The days of the first and the last debriefed interview, or None if there is none."""
    debriefed = workbook.debriefed
    return (debriefed[0].held_on, debriefed[-1].held_on) if debriefed else None


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or day >= since) and (until is None or day <= until)
