"""The if-then plan that goes along into an interview."""

from datetime import date, datetime

from lib.records.interview import chronological
from lib.records.plan import Plan
from lib.records.workbook import Workbook

_Age = tuple[date, bool, str, str, int]


def carried_plan(workbook: Workbook, interview_id: str, held_on: date) -> Plan | None:
    """The plan that I took into this interview: the one it names, else the newest one made before it.

    A plan is as old as the interview that it was made after. One made outside of a debrief is as old as its day, and
    newer than the debriefs of that day.
    """
    interview = workbook.interview(interview_id)
    named = next((plan for plan in workbook.plans if interview and plan.id == interview.plan_id), None)
    if named:
        return named
    day = held_on.date() if isinstance(held_on, datetime) else held_on
    ages = _ages(workbook)
    earlier = [plan for plan in workbook.plans if plan.id in ages and ages[plan.id][0] <= day]
    others = [plan for plan in earlier if not plan.interview_id or plan.interview_id != interview_id]
    return max(others, key=lambda plan: ages[plan.id]) if others else None


def _ages(workbook: Workbook) -> dict[str, _Age]:
    """What the plans are compared by; of one debrief the first counts, of one day's others the last."""
    order = {entry.id: chronological(entry) for entry in workbook.interviews}
    ages: dict[str, _Age] = {}
    for place, plan in enumerate(workbook.plans):
        if plan.interview_id in order:
            day, time, own = order[plan.interview_id]
            ages[plan.id] = (day, False, time, own, -place)
        elif not plan.interview_id and plan.made_on:
            ages[plan.id] = (plan.made_on, True, "", "", place)
    return ages
