"""Base pay as quoted, and per year with the arithmetic."""

from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.decide.base_pay import annual_base, base_pay_line, format_pay
from lib.decide.pay import pay
from lib.decide.terms import terms
from lib.records.offer import Offer
from tests.conftest import NOW


def offer(**values: Any) -> Offer:
    return Offer(**{"id": "of-1", "kind": "offer", "currency": "USD"} | values)


@pytest.mark.parametrize(
    ("values", "said", "yearly", "working"),
    [
        ({"base": 48, "unit": "hour", "weekly_hours": 40}, "$48 an hour", 99_840, "48 × 40 hours × 52 weeks"),
        ({"base": 4500, "unit": "month"}, "$4,500 a month", 54_000, "4,500 × 12 months"),
        ({"base": 350, "unit": "day"}, "$350 a day", 91_000, "350 × 5 days × 52 weeks"),
        ({"base": 900, "unit": "week"}, "$900 a week", 46_800, "900 × 52 weeks"),
        ({"base": 74_000}, "$74,000 a year", 74_000, "as given"),
        (
            {"base": 70_000, "high": 80_000},
            "$70,000 to $80,000 a year",
            75_000,
            "75,000, the middle of 70,000 and 80,000",
        ),
    ],
)
def test_pay_of_any_unit_comes_to_a_year(values: dict[str, Any], said: str, yearly: float, working: str) -> None:
    assert (format_pay(offer(**values)), annual_base(offer(**values)), base_pay_line(offer(**values)).working) == (
        said,
        yearly,
        working,
    )


def test_hourly_pay_without_its_hours_is_not_compared_and_shows_what_is_missing() -> None:
    found = pay(offer(base=48, unit="hour"))

    assert found.total is None
    assert "hours a week" in found.sentence


def test_the_checklist_has_the_pay_as_it_was_said() -> None:
    found = {term.field: term.value for term in terms(offer(base=48, unit="hour"), NOW.date(), dates=DAY_FIRST).terms}

    assert found["base"] == "$48 an hour"
