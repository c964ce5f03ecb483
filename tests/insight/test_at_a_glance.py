"""An interview in a few numbers."""

from datetime import date, timedelta
from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.insight.at_a_glance import compared_ratings_of, figures, last_interest
from lib.records.activity import Activity
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, application, interview, ratings

TODAY = FIRST_DAY + timedelta(days=60)


def rated(*means: int, **values: Any) -> Workbook:
    """Interviews a week apart, each with one skill rated."""
    held = tuple(interview(number) for number in range(1, len(means) + 1))
    given = [row for number, mean in enumerate(means, start=1) for row in ratings(number, {"clarity": mean})]
    return Workbook(applications=(application(),), interviews=held, ratings=tuple(given), **values)


def shown(book: Workbook, entry: Interview) -> dict[str, tuple[str, str]]:
    return {figure.name: (figure.value, figure.note) for figure in figures(book, entry, TODAY, dates=DAY_FIRST)}


def compared(book: Workbook, number: int) -> str:
    earlier = compared_ratings_of(book, f"iv-{number}").earlier
    return earlier.words if earlier else ""


def test_my_rating_is_the_mean_of_the_rated_skills() -> None:
    given = ratings(1, {"clarity": 4, "composure": 3, "evidence": None})
    book = Workbook(interviews=(interview(1),), ratings=given)

    assert compared_ratings_of(book, "iv-1").rating == 3.5


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, ""), (2, "last time 1"), (5, "last time 4"), (6, "usually 2.6"), (7, "usually 3")],
)
def test_my_usual_needs_five_earlier_interviews_and_before_that_it_is_the_last_time(number: int, words: str) -> None:
    assert compared(rated(1, 2, 3, 4, 3, 5, 1), number) == words


def test_each_skill_is_compared_with_the_same_skill() -> None:
    book = Workbook(
        interviews=(interview(1), interview(2)),
        ratings=(*ratings(1, {"clarity": 1, "composure": 5}), *ratings(2, {"composure": 2, "evidence": 3})),
    )

    assert {key: earlier.words for key, earlier in compared_ratings_of(book, "iv-2").earlier_scores.items()} == {
        "composure": "last time 5"
    }


def test_a_new_search_begins_without_a_usual() -> None:
    start = Activity(id="ac-1", kind="search_started", on=FIRST_DAY + timedelta(weeks=5))

    assert compared(rated(1, 2, 3, 4, 3, 5, 1, activity=(start,)), 6) == ""
    assert compared(rated(1, 2, 3, 4, 3, 5, 1, activity=(start,)), 7) == "last time 5"


def test_ratings_from_after_the_outcome_are_shown_and_are_nobody_s_last_time() -> None:
    known = interview(1, outcome="rejected", outcome_on=FIRST_DAY)
    late = Rating(interview_id="iv-1", dimension="clarity", score=2, afterwards=True)
    book = Workbook(interviews=(known, interview(2)), ratings=(late, *ratings(2, {"clarity": 4})))

    assert shown(book, known)["My rating"] == ("2/5", "rated after you knew")
    assert compared(book, 2) == ""


def test_wanting_it_is_what_was_said_last_with_what_was_said_before() -> None:
    entry = interview(1, interest_before=9, interest_after=10, interest_later=8)

    assert last_interest(entry) == 8
    assert shown(Workbook(), entry)["Wanted it"] == ("8/10", "10 right after, 9 before")
    assert shown(Workbook(), interview(1, interest_after=0))["Wanted it"] == ("0/10", "right after")


REPLY_BY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"outcome": "offer", "outcome_on": FIRST_DAY + timedelta(days=5)},
            "Heard back: 5 days, 8 Jun, they said 9 Jun",
        ),
        ({"outcome": "rejected", "outcome_on": FIRST_DAY}, "Heard back: Same day, 3 Jun, they said 9 Jun"),
        ({"outcome": "advanced", "outcome_by": "round"}, "Heard back: Next round, a later round followed"),
        (
            {"outcome": "no_reply", "outcome_on": FIRST_DAY + timedelta(days=30)},
            "Closed: 30 days, 3 Jul, they said 9 Jun",
        ),
        ({"outcome": "pending"}, "Waiting: 60 days, they said 9 Jun"),
        ({}, "Waiting: 60 days, they said 9 Jun"),
    ],
)
def test_the_reply_is_counted_in_days_beside_what_they_said(values: dict[str, Any], expected: str) -> None:
    entry = interview(1, reply_by=REPLY_BY, **values)

    assert [f"{name}: {', '.join(told)}" for name, told in shown(Workbook(), entry).items()] == [expected]


def test_on_the_day_itself_the_wait_has_only_begun() -> None:
    assert figures(Workbook(), interview(1), FIRST_DAY, dates=DAY_FIRST)[0].value == "Since today"


@pytest.mark.parametrize("values", [{"outcome": "advanced"}, {"state": "scheduled"}])
def test_no_days_are_counted_where_no_day_of_a_reply_is_known_or_nothing_was_held(values: dict[str, Any]) -> None:
    assert figures(Workbook(), interview(1, reply_by=REPLY_BY, **values), TODAY, dates=DAY_FIRST) == ()


def test_an_interview_of_which_nothing_is_noted_has_no_numbers_but_the_wait() -> None:
    assert list(shown(Workbook(), interview(1))) == ["Waiting"]
