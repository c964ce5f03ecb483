"""Days and times as a person says them."""

from datetime import date, datetime

import pytest

from lib.followup.spoken_dates import spoken_count, spoken_due
from lib.records.days import near_day, spoken_day
from tests.followup.searches import BERLIN, at, day

TODAY = day("Nov 20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Nov 19", "yesterday"), ("Nov 20", "today"), ("Nov 21", "tomorrow"), ("Nov 27", "Friday 27 November")],
)
def test_a_near_day_is_said_by_its_nearness(text: str, expected: str) -> None:
    assert near_day(day(text), TODAY) == expected


def test_a_day_of_another_year_says_its_year() -> None:
    assert spoken_day(date(2027, 1, 4), TODAY) == "Monday 4 January 2027"


@pytest.mark.parametrize(
    ("due_at", "expected"),
    [
        (at("2026-11-20 20:00"), "by 20:00 today"),
        (at("2026-11-20 23:59"), "by the end of today"),
        (at("2026-11-19 20:00"), "was meant for yesterday"),
        (day("Nov 27"), "by Friday 27 November"),
        (day("Nov 16"), "was meant for Monday 16 November"),
    ],
)
def test_a_time_that_is_due_is_said_without_a_countdown(due_at: datetime | date, expected: str) -> None:
    assert spoken_due(due_at, at("2026-11-20 18:00"), BERLIN) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "no notes"), (1, "one note"), (3, "three notes"), (14, "14 notes")]
)
def test_small_numbers_are_words(number: int, expected: str) -> None:
    assert spoken_count(number, "note") == expected
