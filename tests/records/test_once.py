"""What follows from a workbook's rows alone is worked out once, and never shown for another workbook."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lib.records.workbook import Workbook, cached_per_workbook
from tests.insight.small_workbook import application, interview

FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)
ONE = Workbook(interviews=(interview(1),))

Counted = tuple[Callable[..., str], list[date]]


@pytest.fixture
def counted() -> Counted:
    """A function of a workbook and a day, and the days that it was really worked out for."""
    asked: list[date] = []

    @cached_per_workbook
    def interviews_on(workbook: Workbook, day: date) -> str:
        asked.append(day)
        return f"{len(workbook.interviews)} on {day:%A}"

    return interviews_on, asked


def test_a_second_question_is_answered_from_memory(counted: Counted) -> None:
    ask, asked = counted

    assert [ask(ONE, FRIDAY), ask(ONE, FRIDAY), ask(ONE, day=FRIDAY)] == ["1 on Friday"] * 3
    assert asked == [FRIDAY, FRIDAY]  # by name it counts as another question


def test_another_workbook_never_gets_the_answer_of_the_first(counted: Counted) -> None:
    ask, _ = counted
    ask(ONE, FRIDAY)

    assert ask(replace(ONE, interviews=(interview(1), interview(2))), FRIDAY) == "2 on Friday"
    assert ask(ONE, FRIDAY) == "1 on Friday"


def test_another_day_never_gets_the_answer_of_the_first(counted: Counted) -> None:
    ask, asked = counted

    assert [ask(ONE, FRIDAY), ask(ONE, SATURDAY), ask(ONE, FRIDAY)] == ["1 on Friday", "1 on Saturday", "1 on Friday"]
    assert len(asked) == 3  # the last answer only is kept


def test_two_functions_do_not_get_each_other_s_answers() -> None:
    first, second = cached_per_workbook(lambda workbook: "first"), cached_per_workbook(lambda workbook: "second")

    assert (first(ONE), second(ONE), first(ONE)) == ("first", "second", "first")


def test_what_is_kept_does_not_make_equal_workbooks_differ(counted: Counted) -> None:
    ask, _ = counted
    ask(ONE, FRIDAY)

    assert replace(ONE) == ONE


def test_of_two_rows_of_one_id_the_first_is_found() -> None:
    twice = Workbook(
        applications=(application(1, company="First"), application(1, company="Second")),
        interviews=(interview(1, lesson="First"), interview(1, lesson="Second")),
    )
    found = twice.application("ap-1"), twice.interview("iv-1")

    assert [found[0] and found[0].company, found[1] and found[1].lesson] == ["First", "First"]
