"""Business days, by country."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from holidays import country_holidays, list_supported_countries

from lib.followup.business_days import BusinessDays, country_names

FRIDAY = date(2026, 11, 27)


def test_the_business_day_after_a_friday_is_monday() -> None:
    assert BusinessDays("DE").add(FRIDAY, 1) == date(2026, 11, 30)


def test_five_business_days_are_a_week_where_there_is_no_holiday() -> None:
    assert BusinessDays("DE").add(date(2026, 11, 19), 5) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("DE", date(2026, 12, 28)),  # both days of Christmas, then the weekend
        ("US", date(2026, 12, 28)),
        ("", date(2026, 12, 25)),
        ("XX", date(2026, 12, 25)),
    ],
)
def test_the_business_day_after_christmas_eve_depends_on_the_country(country: str, expected: date) -> None:
    assert BusinessDays(country).add(date(2026, 12, 24), 1) == expected


def test_the_day_after_thanksgiving_eve_is_friday_in_the_united_states() -> None:
    assert BusinessDays("US").add(date(2026, 11, 25), 1) == date(2026, 11, 27)


def test_a_part_of_a_country_has_its_own_holidays() -> None:
    corpus_christi = date(2026, 6, 4)

    assert BusinessDays("DE").is_business_day(corpus_christi)
    assert not BusinessDays("DE-BY").is_business_day(corpus_christi)


def test_where_the_weekend_is_friday_and_saturday_sunday_is_a_business_day() -> None:
    assert BusinessDays("SA").add(date(2026, 11, 26), 1) == date(2026, 11, 29)


def test_a_country_is_called_by_its_name() -> None:
    names = country_names()
    assert (names["DE"], names["US"], names["IM"]) == ("Germany", "United States", "Isle of Man")
    assert all(len(code) == 2 for code in names)
    assert "holidays in the United States." in BusinessDays("US").sentence


@pytest.mark.parametrize(
    ("country", "part"),
    [
        ("", "set your country"),
        ("XX", "holidays of 'XX' aren't known"),
        ("DE-ZZ", "'ZZ' isn't known"),
        ("DE-BY", "holidays in Germany (BY)"),
    ],
)
def test_what_is_not_known_of_a_country_is_reported(country: str, part: str) -> None:
    assert part in BusinessDays(country).sentence


def test_the_end_of_the_calendar_is_the_last_business_day_there_is() -> None:
    assert BusinessDays("DE").add(date.max, 3) == date.max


def test_every_country_and_its_parts_are_as_the_library_has_them() -> None:
    new_year = [date(2027, 1, 1) + timedelta(days=number) for number in range(31)]
    for code, parts in list_supported_countries(include_aliases=False).items():
        for name, part in ((code, None), *((f"{code}-{part}", part) for part in parts[:1])):
            calendar = country_holidays(code, subdiv=part, years=2027)
            assert [BusinessDays(name).is_business_day(day) for day in new_year] == [
                calendar.is_working_day(day) for day in new_year
            ]


def test_one_country_is_loaded_without_the_others() -> None:
    asked = (
        "import sys; from lib.followup.business_days import BusinessDays; from datetime import date; "
        "print(BusinessDays('DE-BY').is_business_day(date(2026, 6, 4)), 'holidays.countries.france' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "False"]
