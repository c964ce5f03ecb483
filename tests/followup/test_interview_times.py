"""The clocks that an interview starts."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lib.followup.interview_times import ended_at, thanks_due, thanks_expire_at, thanks_late_from

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("held_at", "minutes", "expected"),
    [
        ("2026-11-19T14:00:00+01:00", 45, "2026-11-19T20:00:00+01:00"),
        ("2026-11-19T16:59:00+01:00", 60, "2026-11-19T20:00:00+01:00"),
        ("2026-11-19T17:00:00+01:00", 60, "2026-11-20T18:00:00+01:00"),
        ("2026-11-19T23:30:00+01:00", 60, "2026-11-21T00:30:00+01:00"),
    ],
)
def test_thanks_are_due_the_same_evening_or_within_a_day_of_a_late_end_t1(
    held_at: str, minutes: int, expected: str
) -> None:
    assert thanks_due(at(held_at), minutes, BERLIN) == at(expected)


def test_a_bare_date_gives_until_the_end_of_the_next_day_t1() -> None:
    assert thanks_due(date(2026, 11, 19), None, BERLIN) == at("2026-11-20T23:59:00+01:00")
    assert thanks_late_from(date(2026, 11, 19), None, BERLIN) == at("2026-11-21T00:00:00+01:00")


def test_an_unknown_length_is_taken_as_an_hour() -> None:
    assert ended_at(at("2026-11-19T17:30:00+01:00"), None, BERLIN) == at("2026-11-19T18:30:00+01:00")


def test_the_end_of_daylight_saving_does_not_make_the_24_hours_25() -> None:
    evening_before = at("2026-10-24T18:00:00+02:00")

    assert thanks_due(evening_before, 60, BERLIN) == at("2026-10-25T18:00:00+01:00")


def test_a_journey_shifts_neither_the_evening_nor_the_24_hours() -> None:
    held = at("2026-11-19T14:00:00-05:00")
    late = at("2026-11-19T18:00:00-05:00")

    assert thanks_due(held, 60, BERLIN) == thanks_due(held, 60, NEW_YORK) == at("2026-11-19T20:00:00-05:00")
    assert thanks_due(late, 60, BERLIN) == thanks_due(late, 60, NEW_YORK) == at("2026-11-20T19:00:00-05:00")


def test_thanks_are_let_go_ten_days_after_the_end() -> None:
    assert thanks_expire_at(at("2026-11-19T14:00:00+01:00"), 60, BERLIN) == at("2026-11-29T15:00:00+01:00")
