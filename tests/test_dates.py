"""Days and times, in the order and on the clock of Settings."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.dates import DAY_FIRST, DateStyle, day_of, days_later, style_of, usual_in
from lib.english import month_of
from lib.records.date_settings import dates_of
from lib.records.setting import Setting
from lib.records.workbook import Workbook

TODAY = date(2026, 11, 20)
WEDNESDAY = datetime(2026, 11, 25, 14, 30, tzinfo=timezone(timedelta(hours=1)))
MONTH_FIRST, YEAR_FIRST = DateStyle("month", "12"), DateStyle("year", "24")
STYLES = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)


@pytest.mark.parametrize(
    ("style", "brief", "spoken", "short"),
    [
        (DAY_FIRST, "Wed 25 Nov, 14:30", "Wednesday 25 November", "25 Nov"),
        (MONTH_FIRST, "Wed, Nov 25, 2:30 pm", "Wednesday, November 25", "Nov 25"),
        (YEAR_FIRST, "Wed 2026-11-25, 14:30", "Wednesday 2026-11-25", "2026-11-25"),
    ],
)
def test_a_day_has_its_parts_in_the_chosen_order(style: DateStyle, brief: str, spoken: str, short: str) -> None:
    day = WEDNESDAY.date()
    assert style.brief_moment(WEDNESDAY, TODAY) == brief
    assert style.spoken_day(day, TODAY) == style.near_day(day, TODAY) == spoken
    assert style.short_day(day, TODAY) == style.day_and_month(day) == short


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(10), "10 am"),
        (time(0), "12 am"),
        (time(12), "12 pm"),
        (time(14, 30), "2:30 pm"),
        (time(9, 5), "9:05 am"),
    ],
)
def test_a_clock_of_twelve_hours_has_am_or_pm(at: time, words: str) -> None:
    assert MONTH_FIRST.spoken_time(at) == words


@pytest.mark.parametrize("style", STYLES)
def test_near_days_have_words_in_every_order(style: DateStyle) -> None:
    assert [style.near_day(TODAY + timedelta(days=n), TODAY) for n in (-1, 0, 1)] == ["yesterday", "today", "tomorrow"]
    assert style.near_day(date(2027, 1, 1), date(2026, 12, 31)) == "tomorrow"


def test_after_a_verb_a_day_has_its_preposition_unless_it_is_near() -> None:
    assert [DAY_FIRST.on_day(date(2026, 11, day), date(2026, 11, 20)) for day in (19, 20, 21, 27)] == [
        "yesterday",
        "today",
        "tomorrow",
        "on Friday 27 November",
    ]
    assert DAY_FIRST.absolute.on_day(date(2026, 11, 20), date(2026, 11, 20)) == "on Friday 20 November"


def test_the_hour_is_said_where_it_is_known() -> None:
    assert DAY_FIRST.spoken_moment(WEDNESDAY - timedelta(days=5), TODAY) == "today, 14:30"
    assert DAY_FIRST.spoken_moment(TODAY, TODAY) == "today"


@given(st.dates(), st.dates())
def test_every_day_of_the_calendar_has_words_and_the_year_where_it_is_another(day: date, today: date) -> None:
    for words in (DAY_FIRST.spoken_day(day, today), DAY_FIRST.short_day(day, today)):
        assert words.endswith(f" {day.year}") == (day.year != today.year)
    assert MONTH_FIRST.short_day(day, today).endswith(f", {day.year}") == (day.year != today.year)
    assert YEAR_FIRST.short_day(day, today) == day.isoformat()
    assert month_of(day).endswith(str(day.year))


@pytest.mark.parametrize(
    ("style", "words"), [(DAY_FIRST, "27 Nov 2026"), (MONTH_FIRST, "Nov 27, 2026"), (YEAR_FIRST, "2026-11-27")]
)
def test_where_no_day_is_today_every_date_has_its_year(style: DateStyle, words: str) -> None:
    assert style.short_day(date(2026, 11, 27)) == words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("2026-11-27", "Nov 27, 2026"),
        ("2026-11-27T14:30:00+01:00", "Nov 27, 2026, 2:30 pm"),
        ("2026-13-45", "2026-13-45"),
        ("20261127", "20261127"),
        ("2026-11-27 or later", "2026-11-27 or later"),
        ("", ""),
    ],
)
def test_a_day_in_a_cell_has_the_order_of_the_settings_and_all_else_is_as_it_is(cell: str, words: str) -> None:
    assert MONTH_FIRST.cell(cell) == words


def test_a_moment_in_a_cell_is_on_the_clock_of_the_settings() -> None:
    assert YEAR_FIRST.cell("2026-11-27T14:30") == f"2026-11-27, {YEAR_FIRST.spoken_time(time(14, 30))}"


@pytest.mark.parametrize(
    ("style", "first", "last", "words"),
    [
        (DAY_FIRST, date(2026, 6, 3), date(2026, 11, 20), "from 3 June to 20 November 2026"),
        (DAY_FIRST, date(2026, 6, 3), date(2027, 1, 2), "from 3 June 2026 to 2 January 2027"),
        (DAY_FIRST, date(2026, 6, 3), date(2026, 6, 3), "on 3 June 2026"),
        (MONTH_FIRST, date(2026, 6, 3), date(2026, 11, 20), "from June 3 to November 20, 2026"),
        (YEAR_FIRST, date(2026, 6, 3), date(2026, 11, 20), "from 2026-06-03 to 2026-11-20"),
    ],
)
def test_a_period_repeats_no_year(style: DateStyle, first: date, last: date, words: str) -> None:
    assert style.period(first, last) == words


@pytest.mark.parametrize(
    ("country", "style"), [("US", MONTH_FIRST), ("US-CA", MONTH_FIRST), ("IE", DAY_FIRST), ("", DAY_FIRST)]
)
def test_a_country_has_a_usual_style(country: str, style: DateStyle) -> None:
    assert usual_in(country) == style


def test_what_was_chosen_goes_before_what_is_usual() -> None:
    assert style_of("year", "", "US") == DateStyle("year", "12")
    assert style_of("backwards", "13", "US") == MONTH_FIRST


def test_a_workbook_goes_by_its_settings_then_its_country_then_the_computer_s() -> None:
    def book(**settings: str) -> Workbook:
        return Workbook(settings=tuple(Setting(key=key, value=value) for key, value in settings.items()))

    assert dates_of(book(), "US") == MONTH_FIRST
    assert dates_of(book(country="IE"), "US") == DAY_FIRST
    assert dates_of(book(country="IE", date_order="month", clock="12"), "JP") == MONTH_FIRST


def test_a_moment_has_its_day_on_its_own_clock_or_another_one() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)

    assert (day_of(late), day_of(late, ZoneInfo("Asia/Tokyo"))) == (date(2026, 11, 20), date(2026, 11, 21))
    assert day_of(date(2026, 11, 20), ZoneInfo("Asia/Tokyo")) == date(2026, 11, 20)


def test_a_day_beyond_the_calendar_is_its_last_or_its_first() -> None:
    assert (days_later(date.max, 2), days_later(date.min, -2)) == (date.max, date.min)
