"""What to practise on which day before an interview."""

from datetime import date, timedelta

import numpy as np
import pytest

from lib.practice.deck import Deck, seconds
from lib.practice.planning import PracticePlan, order_by_due, order_by_gain, order_for_today
from lib.practice.schedule import Memory
from tests.practice.practised import START, day


def course(days: int, count: int, begin: date | None = None) -> PracticePlan:
    return PracticePlan(START, day(days), count, begin or START.date())


def tried(*ago: float) -> Memory:
    memory = Memory()
    for one in ago:
        memory = memory.after_review("good", day(-one))
    return memory


def test_most_of_the_work_is_in_the_second_half() -> None:
    sizes = course(10, 5).sizes

    assert (len(sizes), sum(sizes[:5]), sum(sizes[5:])) == (10, 22, 25)


def test_the_first_half_is_reckoned_from_when_the_interview_was_entered() -> None:
    entered = START.date() - timedelta(days=12)

    assert course(10, 5, begin=entered).sizes == (5,) * 10


@pytest.mark.parametrize("days", [0, 1])
def test_today_and_tomorrow_leave_one_sitting(days: int) -> None:
    assert course(days, 4).sizes == (4,)


def test_each_sitting_takes_one_at_least() -> None:
    assert course(10, 1).sizes == (1,) * 10


def test_the_more_important_of_two_alike_comes_first() -> None:
    deck = Deck.of([tried(20), tried(20)])

    assert order_by_gain(deck, np.array([1.0, 2.0]), seconds(START), seconds(day(5))) == [1, 0]


def test_the_one_that_gains_more_comes_first_of_two_as_important() -> None:
    deck = Deck.of([tried(20, 19, 12, 1), tried(20)])

    assert order_by_gain(deck, np.ones(2), seconds(START), seconds(day(5)))[0] == 1


def test_what_would_not_gain_is_left_alone() -> None:
    deck = Deck.of([tried(90, 89, 80, 40, 0), tried(20)])

    assert order_by_gain(deck, np.ones(2), seconds(START), seconds(day(1))) == [1]


def test_due_order_is_by_date_and_leaves_out_what_is_not_due() -> None:
    deck = Deck.of([tried(6, 6), tried(9, 9), tried(60, 58, 40, 1), Memory()])

    assert order_by_due(deck, seconds(START)) == [3, 1, 0]


def test_today_takes_what_matters_before_what_a_later_sitting_can_take() -> None:
    deck = Deck.new(12)
    importance = np.array([3.0, *[1.0] * 11])

    assert order_for_today(deck, importance, course(3, 2))[0] == 0


def test_nothing_to_practise_is_an_empty_plan() -> None:
    assert order_for_today(Deck.new(0), np.ones(0), course(3, 5)) == []
