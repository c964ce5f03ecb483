"""The offers side by side: what each cell shows, and what it shows while something isn't known."""

from typing import Any

import pytest

from lib.dates import DAY_FIRST
from lib.decide.offers_compared import offers_compared
from tests.decide.jobs import TODAY, application, offer, workbook


def cell(row: str, **terms: Any) -> str:
    one = offer(**{"currency": "EUR", **terms})
    page = offers_compared(workbook(offers=(one,), applications=(application(),)), TODAY, 3.0, dates=DAY_FIRST)
    return next(cells[1] for cells in page.table.rows if cells[0] == row)


@pytest.mark.parametrize(
    ("terms", "shown"),
    [
        ({"base": 48.0, "unit": "hour"}, "€48 an hour"),
        ({"base": 48.0, "unit": "hour", "weekly_hours": 40.0}, "€99,840"),
        ({"base": 60_000.0}, "€60,000"),
        ({}, "–"),
    ],
)
def test_pay_is_by_the_year_or_as_it_was_quoted(terms: dict[str, Any], shown: str) -> None:
    assert cell("Pay per year", **terms) == shown
