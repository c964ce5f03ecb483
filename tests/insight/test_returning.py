"""What came back in an interview, as facts."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from lib.insight.words.returning import what_came_back
from lib.records.plan import Plan
from lib.records.plan_check import PlanCheck
from lib.records.question import Question
from lib.records.vocabulary import PlanKept
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question

WHY = "Why do you want to leave?"


def asked_in(*numbers: int, **values: object) -> tuple[Question, ...]:
    """The same question, in each of these interviews."""
    return tuple(question(number, of=number, text=WHY, application_id="ap-1", **values) for number in numbers)


def returning(*questions: Question, here: int = 3) -> list[str]:
    held = Workbook(
        applications=(application(), application(2)),
        interviews=tuple(interview(number) for number in (1, 2, 3, 4)),
        questions=questions,
    )
    return [again.sentence for again in what_came_back(held, interview(here)).questions]


def test_a_question_asked_before_comes_back_with_both_ratings() -> None:
    before, now = question(1, of=1, text=WHY, rating=2, application_id="ap-2"), question(2, of=3, text=WHY, rating=4)

    assert returning(before, now) == ["Asked once before, last at Company 2. Then 2 of 5, now 4 of 5."]


def test_it_is_compared_with_the_last_time_and_every_time_is_counted() -> None:
    first, second, third = (question(n, of=n, text=WHY, rating=n, application_id="ap-1") for n in (1, 2, 3))

    assert returning(second, third, first) == ["Asked twice before, last at Company 1. Then 2 of 5, now 3 of 5."]


def test_a_question_that_was_not_rated_is_said_not_to_be() -> None:
    assert returning(*asked_in(1, 3)) == ["Asked once before, last at Company 1."]


def test_a_question_tapped_as_hard_comes_back_as_hard_and_without_a_number() -> None:
    before = question(1, of=1, text=WHY, application_id="ap-1", tapped_hard=True, hard_order=1)

    assert returning(before, question(2, of=3, text=WHY)) == [
        "Asked once before, last at Company 1. Then hard, now not rated."
    ]


def test_case_blanks_and_the_mark_at_the_end_do_not_matter() -> None:
    assert len(returning(question(1, of=1, text="why  DO you want to leave"), question(2, of=3, text=WHY))) == 1


def test_a_question_asked_only_later_has_not_come_back() -> None:
    assert returning(*asked_in(3, 4)) == []


def test_a_question_asked_twice_in_one_interview_has_not_come_back() -> None:
    assert returning(question(1, of=3, text=WHY), question(2, of=3, text=WHY)) == []


@pytest.mark.parametrize("values", [{"asked_by": "me"}, {"asked": False}])
def test_questions_of_mine_and_those_only_prepared_do_not_come_back(values: dict[str, object]) -> None:
    assert returning(*asked_in(1, **values), *asked_in(3)) == []
    assert returning(*asked_in(1), *asked_in(3, **values)) == []


def test_what_came_back_stands_in_the_order_asked() -> None:
    before = [question(n, of=1, text=f"{n}?", application_id="ap-1", rating=n) for n in (1, 2)]
    here = [question(9, of=3, text="1?", position=2), question(8, of=3, text="2?", position=1)]

    assert [sentence.split(". ")[1] for sentence in returning(*before, *here)] == [
        "Then 2 of 5, now not rated.",
        "Then 1 of 5, now not rated.",
    ]


def test_the_company_of_an_application_that_is_gone_is_an_earlier_interview() -> None:
    before = question(1, of=1, text=WHY, application_id="ap-gone")

    assert returning(before, question(2, of=3, text=WHY))[0].startswith(
        "Asked once before, last at an earlier interview."
    )


def test_a_question_of_an_interview_that_cannot_be_read_is_passed_over() -> None:
    assert returning(question(1, of=99, text=WHY), question(2, of=3, text=WHY)) == []


def test_two_interviews_of_one_day_are_told_apart_by_the_hour() -> None:
    nine = datetime(2026, 6, 3, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    morning, noon = interview(2, held_at=nine), interview(1, held_at=nine + timedelta(hours=3))
    held = Workbook(applications=(application(),), interviews=(noon, morning), questions=asked_in(1, 2))

    assert len(what_came_back(held, noon).questions) == 1
    assert what_came_back(held, morning).questions == ()


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        ("yes", "You did it."),
        ("no", "It came up, but you didn't this time."),
        ("not_come_up", "It didn't come up."),
    ],
)
def test_what_became_of_a_plan_is_said_without_reproach(kept: PlanKept, sentence: str) -> None:
    plan, check = Plan(id="pl-1", then_do="Breathe"), PlanCheck(interview_id="iv-3", plan_id="pl-1", kept=kept)
    here = interview(3)

    (answered,) = what_came_back(Workbook(interviews=(here,), plans=(plan,), plan_checks=(check,)), here).plans

    assert (answered.plan, answered.sentence) == (plan, sentence)


def test_every_plan_that_was_answered_about_is_named_that_of_an_older_debrief_too() -> None:
    plans = tuple(Plan(id=f"pl-{number}", then_do="Breathe") for number in (1, 2, 3))
    here = interview(3, plan_id="pl-1", plan_kept="yes")
    check = PlanCheck(interview_id="iv-3", plan_id="pl-2", kept="no")

    returned = what_came_back(Workbook(interviews=(here,), plans=plans, plan_checks=(check,)), here)

    assert [answered.plan.id for answered in returned.plans] == ["pl-1", "pl-2"]


def test_without_a_plan_nothing_is_said_of_one() -> None:
    here = interview(3, plan_id="pl-gone", plan_kept="yes")

    assert what_came_back(Workbook(interviews=(here,)), here).plans == ()


def test_one_thing_that_went_well_is_the_first_that_was_written() -> None:
    here = interview(3, went_well="\n  The incident story. \nThe whiteboard.")

    assert what_came_back(Workbook(interviews=(here,)), here).went_well == "The incident story."
