"""Dates as tools and people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.exchange.importing.choices import Choices
from lib.exchange.importing.dates import ambiguity, read_day, read_moment
from tests.exchange.importing.samples import ZONE, reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026/3/4", date(2026, 3, 4)),
        ("2026-03-04T23:30:00.000Z", date(2026, 3, 5)),
        ("2026-03-04 10:00", date(2026, 3, 4)),
        ("04.03.2026", date(2026, 3, 4)),
        ("4.3.26", date(2026, 3, 4)),
        ("12 Mar 2024", date(2024, 3, 12)),
        ("12. März 2024", date(2024, 3, 12)),
        ("March 12th, 2024", date(2024, 3, 12)),
        ("Tue, Mar 12, 2024", date(2024, 3, 12)),
        ("12-Mar-24", date(2024, 3, 12)),
        ("3/3/2026", date(2026, 3, 3)),
        ("31/12/2025", None),
        ("2026-02-30", None),
        ("soon", None),
        ("46000", None),
        ("", None),
    ],
)
def test_a_day_is_read_from_many_spellings_and_never_guessed(text: str, day: date | None) -> None:
    assert read_day(text, None, ZONE) == day


@pytest.mark.parametrize(("order", "day"), [("dmy", date(2026, 4, 3)), ("mdy", date(2026, 3, 4))])
def test_what_may_be_two_days_follows_the_order_that_was_said(order: str, day: date) -> None:
    assert read_day("03/04/2026", order, ZONE) == day  # type: ignore[arg-type]
    assert read_day("03/04/2026", None, ZONE) is None


@pytest.mark.parametrize(
    ("text", "hour"), [("11/20/24, 8:15 AM", 8), ("11/20/24, 12:15 AM", 0), ("11/20/24, 12:15\u202fPM", 12)]
)
def test_halves_of_the_day_are_understood(text: str, hour: int) -> None:
    moment = read_moment(text, "mdy", ZONE)

    assert moment is not None
    assert moment.hour == hour  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("texts", "verdict"),
    [
        (["03/04/2026", "13/04/2026"], "dmy"),
        (["03/04/2026", "04/13/2026"], "mdy"),
        (["03/04/2026", "05/06/2026"], "ask"),
        (["03/03/2026", "2026-01-02"], "either"),
        (["13/04/2026", "04/13/2026"], "mixed"),
    ],
)
def test_all_dates_of_a_file_together_say_their_order(texts: list[str], verdict: str) -> None:
    assert ambiguity(texts).verdict == verdict


def test_an_open_order_is_asked_about_once_a_file_with_an_example() -> None:
    text = "company,role,applied\nQuill,Analyst,03/04/2026\nTessera,Analyst,05/06/2026\n"

    assert reading(text).date_example == "03/04/2026"
    answered = reading(text, Choices(order="dmy"))
    assert (answered.date_example, answered.applications[0].told["applied_on"]) == ("", "2026-04-03")


@given(some.dates(date(1951, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_from_its_own_spellings(day: date) -> None:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%B %d, %Y"):
        assert read_day(day.strftime(form), None, ZONE) == day


@given(some.text(max_size=30))
def test_no_text_at_all_makes_it_stumble(text: str) -> None:
    read_moment(text, "mdy", ZONE)
