"""Numbers, lists and dates in sentences."""

from datetime import date

import pytest

from lib.insight.wording import counted, listed, period, short_date, weekday_and_date, were


@pytest.mark.parametrize(("n", "said"), [(0, "no interviews"), (1, "1 interview"), (2, "2 interviews")])
def test_a_count_agrees_with_its_noun(n: int, said: str) -> None:
    assert counted(n, "interview") == said


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert counted(2, "company", "companies") == "2 companies"


@pytest.mark.parametrize(("n", "said"), [(0, "none was rated"), (1, "1 was rated"), (3, "3 were rated")])
def test_a_verb_agrees_with_its_count(n: int, said: str) -> None:
    assert were(n, "rated") == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(items: list[str], said: str) -> None:
    assert listed(items) == said


def test_a_date_is_said_with_its_weekday() -> None:
    assert weekday_and_date(date(2026, 11, 27)) == "Friday 27 November 2026"


def test_a_short_date_may_leave_out_its_year() -> None:
    assert short_date(date(2026, 11, 7), with_year=False) == "7 Nov"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 6, 3), date(2026, 11, 20), "from 3 June to 20 November 2026"),
        (date(2026, 6, 3), date(2027, 1, 2), "from 3 June 2026 to 2 January 2027"),
        (date(2026, 6, 3), date(2026, 6, 3), "on 3 June 2026"),
    ],
)
def test_a_period_says_no_year_twice(first: date, last: date, said: str) -> None:
    assert period(first, last) == said
