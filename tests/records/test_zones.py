"""Wall times in time zones, and an interview's time on two clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.dates import DAY_FIRST
from lib.records.interview import Interview, chronological
from lib.records.zones import (
    CITIES,
    at_wall_time,
    night_of,
    spoken_when,
    zone_label,
    zone_meant,
    zone_named,
    zone_names,
)
from lib.workflows.form_values import fields_of, moment, when

BERLIN, TOKYO, NEW_YORK = (ZoneInfo(name) for name in ("Europe/Berlin", "Asia/Tokyo", "America/New_York"))
NOW = datetime(2026, 11, 20, 19, 0, tzinfo=BERLIN)


def interview(held_at: str, zone: str = "", **cells: str) -> Interview:
    row = {"id": "iv-1", "application_id": "ap-1", "state": "scheduled", "stage": "panel"}
    return Interview.from_cells({**row, "held_at": held_at, "zone": zone, **cells})


@given(
    st.sampled_from(zone_names()),
    st.dates(date(1950, 1, 1), date(2100, 12, 31)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_a_wall_time_entered_in_a_zone_is_read_back_as_it_was_entered(zone: str, day: date, at: time) -> None:
    clock = zone_named(zone)
    assert clock is not None
    assume(night_of(day, at, clock) != "missing")
    typed = {"date": day.isoformat(), "time": at.strftime("%H:%M"), "zone": zone}

    held_at = moment(typed, BERLIN)
    assert isinstance(held_at, datetime)
    kept = interview(held_at.isoformat(), zone)

    assert fields_of(Interview.from_cells(kept.cells())) == typed
    assert when(typed, TOKYO, kept).held_at == kept.held_at == datetime.combine(day, at, tzinfo=clock)


@given(st.sampled_from(zone_names()), st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_every_instant_is_one_wall_time_and_comes_back_from_it_but_for_the_hour_that_comes_twice(
    zone: str, instant: datetime
) -> None:
    clock = zone_named(zone)
    assert clock is not None
    there = instant.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(clock)
    assume(not there.second)  # old clocks differ from UTC by odd seconds

    back = at_wall_time(there.date(), there.time(), clock)

    assert back == there or (there.fold and night_of(there.date(), there.time(), clock) == "twice")


def test_a_time_that_the_clocks_skip_is_the_one_that_they_show_instead() -> None:
    assert night_of(date(2027, 3, 28), time(2, 30), BERLIN) == "missing"
    assert at_wall_time(date(2027, 3, 28), time(2, 30), BERLIN).isoformat() == "2027-03-28T03:30:00+02:00"


def test_of_a_time_that_comes_twice_the_first_one_counts() -> None:
    assert night_of(date(2026, 10, 25), time(2, 30), BERLIN) == "twice"
    assert at_wall_time(date(2026, 10, 25), time(2, 30), BERLIN).isoformat() == "2026-10-25T02:30:00+02:00"
    assert night_of(date(2026, 10, 25), time(3, 30), BERLIN) == ""


@pytest.mark.parametrize(
    ("held_at", "zone", "told"),
    [
        ("2026-11-23T15:00:00+01:00", "", "Monday 23 November, 15:00"),
        ("2026-11-23T09:00:00-05:00", "America/New_York", "Monday 23 November, 09:00 New York, 15:00 your time"),
        ("2026-11-23T15:00:00+01:00", "America/New_York", "Monday 23 November, 09:00 New York, 15:00 your time"),
        ("2026-11-23T15:00:00+01:00", "Europe/Madrid", "Monday 23 November, 15:00"),
        (
            "2026-11-23T20:00:00-05:00",
            "America/New_York",
            "Monday 23 November, 20:00 New York, Tuesday 24 November, 02:00 your time",
        ),
        ("2026-11-23T15:00:00+01:00", "Mars/Olympus", "Monday 23 November, 15:00"),
        ("2026-11-23", "America/New_York", "Monday 23 November"),
        ("2026-11-23T18:30:00+05:30", "", "Monday 23 November, 18:30 UTC+5:30, 14:00 your time"),
    ],
)
def test_an_interview_at_9_in_new_york_is_shown_at_15_in_berlin(held_at: str, zone: str, told: str) -> None:
    assert spoken_when(interview(held_at, zone), NOW, BERLIN, dates=DAY_FIRST) == told


def test_after_a_journey_a_coming_interview_is_told_by_both_clocks_and_a_past_one_as_it_was() -> None:
    coming, past = interview("2026-11-23T15:00:00+01:00"), interview("2026-11-16T15:00:00+01:00", state="done")

    assert spoken_when(coming, NOW, TOKYO, dates=DAY_FIRST) == "Monday 23 November, 15:00 UTC+1, 23:00 your time"
    assert spoken_when(past, NOW, TOKYO, dates=DAY_FIRST) == "Monday 16 November, 15:00"


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("America/New_York", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("  new   york ", "America/New_York"),
        ("New York (America/New_York)", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"),
        ("EST", "America/New_York"),
        ("Munich", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("san fr", "America/Los_Angeles"),
        ("Ber", "Ber"),
        ("ny", "ny"),
        ("Gotham", "Gotham"),
        ("", ""),
    ],
)
def test_a_zone_is_known_by_its_name_and_by_its_cities(typed: str, zone: str) -> None:
    assert zone_meant(typed) == zone


def test_every_choice_of_the_list_means_a_zone() -> None:
    choices = (*CITIES, *zone_names())

    assert [name for name in choices if zone_named(zone_meant(name)) is None] == []
    assert [name for name in choices if zone_named(zone_meant(zone_label(name))) is None] == []


@pytest.mark.parametrize("name", ["", "Gotham", "America", "../etc/passwd", "Europe/Berlin\x00", "x" * 5000, "\ud800"])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone_named(name) is None


def test_two_interviews_of_one_day_are_in_the_order_in_which_they_took_place() -> None:
    tokyo, new_york = interview("2026-11-23T14:00:00+09:00"), interview("2026-11-23T09:00:00-05:00")
    before_1970 = [interview(f"1950-11-23T{hour}:00:00+01:00") for hour in ("09", "14")]

    assert chronological(tokyo) < chronological(new_york)
    assert chronological(before_1970[0]) < chronological(before_1970[1])
    assert timedelta() < new_york.held_at - tokyo.held_at
