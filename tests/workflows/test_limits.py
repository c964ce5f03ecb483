"""What a day or a number may be."""

from dataclasses import replace
from datetime import date

import pytest

from lib.dates import DAY_FIRST, DateStyle
from lib.workflows.limits import FIRST_DAY, FieldLimits, last_day

DAYS = FieldLimits("When did you apply?", FIRST_DAY, last_day(date(2026, 11, 20)), dates=DAY_FIRST)
MINUTES = FieldLimits("How long was it, in minutes?", 0, 1440, dates=DAY_FIRST)


@pytest.mark.parametrize("day", ["", "1950-01-01", "2009-05-01", "2036-12-31"])
def test_a_day_of_a_working_life_is_taken(day: str) -> None:
    assert DAYS.refusal(day) == ""


@pytest.mark.parametrize("day", ["0209-05-01", "1949-12-31", "2037-01-01", "9999-12-31"])
def test_a_slip_of_the_year_is_refused_by_the_name_of_its_field(day: str) -> None:
    refusal = replace(DAYS, dates=DateStyle("year")).refusal(day)
    assert refusal == f"‘When did you apply?’ can't be {day}. It takes a day from 1950-01-01 to 2036-12-31."


def test_a_number_beyond_its_limits_is_refused_by_the_name_of_its_field() -> None:
    assert (MINUTES.refusal(""), MINUTES.refusal("0"), MINUTES.refusal("1440")) == ("", "", "")
    assert MINUTES.refusal("2000") == "‘How long was it, in minutes?’ can't be 2000. It takes a number from 0 to 1440."
    assert MINUTES.refusal("-1") != ""


def test_at_the_end_of_the_calendar_the_last_day_is_its_last() -> None:
    assert last_day(date(9995, 2, 3)) == date.max
