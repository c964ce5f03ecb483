"""Dates as a person says them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records.days import days_between, month_of, near_day, short_day, spoken_day, spoken_moment, wait_until

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 19), "yesterday"),
        (date(2026, 11, 21), "tomorrow"),
        (date(2026, 11, 27), "Friday 27 November"),
        (date(2027, 1, 1), "Friday 1 January 2027"),
    ],
)
def test_a_day_is_near_or_has_its_name(day: date, words: str) -> None:
    assert near_day(day, TODAY) == words


def test_tomorrow_stays_tomorrow_over_the_new_year() -> None:
    assert near_day(date(2027, 1, 1), date(2026, 12, 31)) == "tomorrow"


@pytest.mark.parametrize(
    ("days", "words"), [(-3, "3 days ago"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"), (5, "in 5 days")]
)
def test_a_distance_is_said_in_days(days: int, words: str) -> None:
    assert days_between(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(seconds=5), "in 1 minute"),
        (timedelta(minutes=6), "in 6 minutes"),
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(hours=2), "later today"),
        (timedelta(hours=6), "tomorrow"),
        (timedelta(days=8), "in 8 days"),
    ],
)
def test_a_wait_is_said_in_minutes_then_in_days(wait: timedelta, words: str) -> None:
    now = datetime(2026, 11, 20, 19, 0, tzinfo=timezone(timedelta(hours=1)))

    assert wait_until((now + wait).astimezone(UTC), now) == words


def test_the_hour_is_said_where_it_is_known() -> None:
    at = datetime(2026, 11, 20, 9, 5, tzinfo=timezone(timedelta(hours=1)))

    assert spoken_moment(at, TODAY) == "today, 09:05"
    assert spoken_moment(TODAY, TODAY) == "today"


@given(st.dates(), st.dates())
def test_every_day_of_the_calendar_has_words_and_the_year_where_it_is_another(day: date, today: date) -> None:
    for words in (spoken_day(day, today), short_day(day, today)):
        assert words.endswith(f" {day.year}") == (day.year != today.year)
    assert month_of(day).endswith(str(day.year))
    assert spoken_day(day, today).split()[0] == day.strftime("%A")
