"""Whether a question is not practised, shaky or ready."""

from datetime import UTC, timedelta, timezone

import pytest

from lib.practice.readiness import READY_FROM, readiness
from lib.practice.schedule import replay
from lib.records.practice import Review
from tests.practice.practised import day, review


def on_days(*days: float, last: str = "good") -> tuple[Review, ...]:
    """One good try on each of these days, the last one with another grade."""
    *before, final = days
    return (*(review(number, 1, on) for number, on in enumerate(before)), review(99, 1, final, last))


def test_a_question_never_practised_is_new() -> None:
    assert readiness((), day(1), UTC) == "unpractised"


def test_one_try_that_came_easily_today_does_not_make_a_question_ready() -> None:
    assert readiness(on_days(0, last="easy"), day(0.1), UTC) == "shaky"


def test_two_good_tries_on_one_day_do_not_make_a_question_ready() -> None:
    assert readiness(on_days(0, 0.1), day(0.2), UTC) == "shaky"


@pytest.mark.parametrize(
    ("last", "expected"), [("again", "shaky"), ("hard", "shaky"), ("good", "ready"), ("easy", "ready")]
)
def test_practised_on_two_days_a_question_is_ready_where_the_last_try_was_ok_or_easy(last: str, expected: str) -> None:
    assert readiness(on_days(0, 2, last=last), day(2.1), UTC) == expected


def test_a_question_is_ready_for_tomorrow_and_shaky_for_a_day_on_which_it_will_have_faded() -> None:
    reviews = on_days(0, 2)
    memory = replay(reviews)
    last_ready = max(number for number in range(3, 400) if memory.recall_at(day(number)) >= READY_FROM)

    assert readiness(reviews, day(3), UTC) == "ready"
    assert readiness(reviews, day(last_ready), UTC) == "ready"
    assert readiness(reviews, day(last_ready + 1), UTC) == "shaky"


def test_days_are_those_of_the_person_s_own_clock() -> None:
    late, later = day(0), day(0) + timedelta(hours=5)  # 18:00 and 23:00 UTC
    reviews = (review(1, 1, 0), review(2, 1, 0, reviewed_at=later))

    assert readiness(reviews, later, UTC) == "shaky"
    assert readiness(reviews, later, timezone(timedelta(hours=2))) == "ready"
    assert late < later


def test_the_order_of_the_reviews_changes_nothing() -> None:
    reviews = on_days(0, 2, last="again")

    assert readiness(reversed(reviews), day(2.1), UTC) == readiness(reviews, day(2.1), UTC) == "shaky"
