"""Which if-then plan goes along into an interview."""

from datetime import date
from typing import Any

from lib.insight.carried_plan import carried_plan
from lib.records.plan import Plan
from lib.records.workbook import Workbook
from tests.insight.small_workbook import interview

FIRST, SECOND, THIRD = (interview(number) for number in (1, 2, 3))


def plan(name: str, **values: Any) -> Plan:
    return Plan(id=name, then_do="I stop", **values)


def carried(*plans: Plan, into: Any = THIRD) -> str | None:
    book = Workbook(interviews=(FIRST, SECOND, into), plans=plans)
    found = carried_plan(book, into.id, into.held_on)
    return found.id if found else None


def test_the_plan_of_the_newest_debrief_before_goes_along() -> None:
    assert carried(plan("new", interview_id="iv-2"), plan("old", interview_id="iv-1")) == "new"


def test_a_plan_made_outside_of_a_debrief_goes_along_where_it_is_newer() -> None:
    of_second = plan("debrief", interview_id="iv-2")

    assert carried(of_second, plan("own", made_on=SECOND.held_on)) == "own"
    assert carried(of_second, plan("own", made_on=FIRST.held_on)) == "debrief"


def test_a_plan_made_later_does_not_go_along() -> None:
    assert carried(plan("late", made_on=date(2027, 1, 1)), plan("own", interview_id="iv-3")) is None


def test_the_plan_that_the_interview_names_comes_first() -> None:
    named = interview(3, plan_id="old")

    assert carried(plan("old", interview_id="iv-1"), plan("new", interview_id="iv-2"), into=named) == "old"


def test_of_two_plans_of_a_day_the_one_written_last_goes_along() -> None:
    assert carried(plan("a", made_on=SECOND.held_on), plan("b", made_on=SECOND.held_on)) == "b"
