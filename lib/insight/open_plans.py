"""The if-then plans that are still open: which of them a debrief asks about, and every answer that was given."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from lib.dates import day_of
from lib.records.interview import chronological, chronological_key
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.vocabulary import PlanKept
from lib.records.workbook import Workbook, cached_per_workbook

ENOUGH: Final = 2
"""After a plan was done this often, no debrief asks about it."""

_Moment = tuple[date, str, str]
_Age = tuple[date, bool, str, str, int]


def plans_asked(workbook: Workbook, interview_id: str, held_at: date) -> tuple[IfThenPlan, ...]:
    """The plans that the debrief of an interview asks about, the newest first.

    They were made before it, not put away by its day, and not done often enough before it. Of two interviews of one
    day each counts as before the other unless both times are known. The interview need not be in the workbook yet:
    ``held_at`` is its moment, or its day.
    """
    here, day = chronological_key(held_at, interview_id), day_of(held_at)
    order = {entry.id: chronological(entry) for entry in workbook.interviews}
    answers = plan_answers(workbook)

    def is_open(plan: IfThenPlan) -> bool:
        before = (check for check in answers.get(plan.id, ()) if _is_before(order[check.interview_id], here))
        return not is_put_away(plan, day) and _done(before) < ENOUGH

    return tuple(plan for plan in plans_before(workbook, interview_id, held_at) if is_open(plan))


def plans_before(workbook: Workbook, interview_id: str, held_at: date) -> tuple[IfThenPlan, ...]:
    """The plans made before an interview, the newest first.

    A plan is as old as the interview that it was made after. One made outside of a debrief counts as newer than the
    debriefs of its day, and older than its interviews.
    """
    here = chronological_key(held_at, interview_id)

    def is_older(age: _Age) -> bool:
        day, is_own, time, made_after, _ = age
        return day <= here[0] if is_own else _is_before((day, time, made_after), here)

    return tuple(plan for plan, age in _newest_first(workbook) if is_older(age))


def is_put_away(plan: IfThenPlan, day: date) -> bool:
    """Whether the person has put the plan away by that day."""
    return plan.put_away_on is not None and plan.put_away_on <= day


def is_done(workbook: Workbook, plan: IfThenPlan) -> bool:
    """Whether the plan was done often enough that no debrief asks about it."""
    return _done(plan_answers(workbook).get(plan.id, ())) >= ENOUGH


@cached_per_workbook
def plan_answers(workbook: Workbook) -> Mapping[str, tuple[PlanCheck, ...]]:
    """Every answer of a debrief, by the id of its plan, in the order of the interviews.

    Older debriefs hold one answer in the interview itself. Where there is a row about the same plan, the row counts.
    """
    answers: dict[str, list[PlanCheck]] = {}
    for interview in workbook.debriefed:
        for plan_id, kept in answers_of(workbook, interview.id).items():
            answers.setdefault(plan_id, []).append(PlanCheck(interview_id=interview.id, plan_id=plan_id, kept=kept))
    return {plan_id: tuple(checks) for plan_id, checks in answers.items()}


def answers_of(workbook: Workbook, interview_id: str) -> Mapping[str, PlanKept]:
    """What one interview answers, by the plan's id, from the rows and from an older debrief's own cells."""
    return _by_interview(workbook).get(interview_id, {})


def plan_of_one_answer(workbook: Workbook, interview_id: str, held_at: date) -> IfThenPlan | None:
    """The plan meant by a debrief from when only one was asked about: the one it names, else the newest by day."""
    interview = workbook.interview(interview_id)
    named = (plan for plan in workbook.plans if interview and plan.id == interview.plan_id)
    newest = (
        plan
        for plan, age in _newest_first(workbook)
        if age[0] <= day_of(held_at) and not (plan.interview_id and plan.interview_id == interview_id)
    )
    return next(named, None) or next(newest, None)


@cached_per_workbook
def _by_interview(workbook: Workbook) -> Mapping[str, Mapping[str, PlanKept]]:
    answers: dict[str, dict[str, PlanKept]] = {}
    for interview in workbook.interviews:
        if interview.plan_id and interview.plan_kept:
            answers.setdefault(interview.id, {})[interview.plan_id] = interview.plan_kept
    for check in workbook.plan_checks:
        answers.setdefault(check.interview_id, {})[check.plan_id] = check.kept
    return answers


@cached_per_workbook
def _newest_first(workbook: Workbook) -> tuple[tuple[IfThenPlan, _Age], ...]:
    """The plans whose age is known. Of one debrief's the first counts as the newest, of one day's others the last."""
    order = {entry.id: chronological(entry) for entry in workbook.interviews}
    ages: list[tuple[IfThenPlan, _Age]] = []
    for position, plan in enumerate(workbook.plans):
        if plan.interview_id in order:
            day, time, made_after = order[plan.interview_id]
            ages.append((plan, (day, False, time, made_after, -position)))
        elif not plan.interview_id and plan.made_on:
            ages.append((plan, (plan.made_on, True, "", "", position)))
    return tuple(sorted(ages, key=lambda each: each[1], reverse=True))


def _is_before(one: _Moment, other: _Moment) -> bool:
    (day, time, interview_id), (other_day, other_time, other_id) = one, other
    if day != other_day or (time and other_time):
        return one < other
    return interview_id != other_id


def _done(checks: Iterable[PlanCheck]) -> int:
    return sum(check.kept == "yes" for check in checks)
