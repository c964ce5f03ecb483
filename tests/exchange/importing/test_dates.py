"""Dates as tools and people write them."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.dates import date_from_serial, read_day, read_moment
from lib.exchange.importing.parsed_rows import FileReading
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


def applied(texts: list[str], **choices: Any) -> tuple[FileReading, list[str | None]]:
    """Applications sent on those days, in that order."""
    rows = "".join(f'Firm {number},"{text}"\n' for number, text in enumerate(texts))
    found = reading(f"company,applied\n{rows}", ImportChoices(**choices))
    return found, [one.fields.get("applied_on") for one in found.applications]


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["03/04/2026", "13/04/2026"], ["2026-04-03", "2026-04-13"]),
        (["03/04/2026", "04/13/2026"], ["2026-03-04", "2026-04-13"]),
        (["03/03/2026", "2026-01-02"], ["2026-03-03", "2026-01-02"]),
    ],
)
def test_all_dates_of_a_column_together_show_their_order(texts: list[str], days: list[str]) -> None:
    assert applied(texts)[1] == days


def test_an_open_order_is_asked_about_once_a_column_with_three_examples() -> None:
    texts = ["03/04/2026", "05/06/2026", "03/04/2026", "07/08/2026", "01/02/2026"]
    (asked,) = applied(texts)[0].ambiguous_dates

    assert (asked.column, asked.examples) == ("applied", ("03/04/2026", "05/06/2026", "07/08/2026"))
    assert asked.day_first == (date(2026, 4, 3), date(2026, 6, 5), date(2026, 8, 7))
    assert asked.month_first == (date(2026, 3, 4), date(2026, 5, 6), date(2026, 7, 8))
    answered, days = applied(texts, orders={"applied": "dmy"})
    assert (answered.ambiguous_dates, days[0]) == ((), "2026-04-03")


def test_two_columns_are_asked_about_each_for_itself() -> None:
    text = "company,applied,response date\nQuill,03/04/2026,05/06/2026\n"

    assert [one.column for one in reading(text).ambiguous_dates] == ["applied", "response date"]
    answered = reading(text, ImportChoices(orders={"applied": "dmy", "response date": "mdy"}))
    assert answered.applications[0].fields["applied_on"] == "2026-04-03"


def test_dates_of_both_orders_are_asked_about_and_each_read_the_way_it_can_be() -> None:
    assert applied(["13/04/2026", "04/14/2026"])[0].ambiguous_dates
    assert applied(["13/04/2026", "04/14/2026"], orders={"applied": "dmy"})[1] == ["2026-04-13", "2026-04-14"]


@pytest.mark.parametrize(
    "text",
    [
        "3 September 2026",
        "Donnerstag, 3. September 2026",
        "le 3 septembre 2026",
        "jueves 3 de septiembre de 2026",
        "giovedì 3 settembre 2026",
        "quinta-feira, 3 de setembro de 2026",
        "do 3 sept. 2026",
        "Sept 3rd, 2026",
        "2026 Sep 3",
        "20260903",
        "03.09.2026",
        "3–5 September 2026",
        "Thu Sep 03 2026 10:00:00 GMT+0200 (Central European Summer Time)",
    ],
)
def test_days_are_read_in_seven_languages(text: str) -> None:
    assert read_day(text, None, ZONE) == date(2026, 9, 3)


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("ene gen janv Jan", 1),
        ("fev fév Feb", 2),
        ("Mär mrt mars", 3),
        ("abr avr Apr", 4),
        ("mai mei mag", 5),
        ("juin giu Jun", 6),
        ("juil lug Jul", 7),
        ("août ago Aug", 8),
        ("sept set Sep", 9),
        ("okt ott out", 10),
        ("Nov", 11),
        ("Dez dic déc", 12),
    ],
)
def test_short_names_of_months_are_known(names: str, month: int) -> None:
    assert {read_day(f"7 {name} 2026", None, ZONE) for name in names.split()} == {date(2026, month, 7)}


@pytest.mark.parametrize("text", ["7 jui 2026", "7 mon 2026", "September 2026", "7 2026", "last spring"])
def test_what_is_no_one_day_is_none(text: str) -> None:
    assert read_day(text, "dmy", ZONE) is None


@pytest.mark.parametrize("text", ["46266", "46266.75", "1788220800", "1788220800000"])
def test_numbers_are_days_in_a_column_of_dates_and_reported(text: str) -> None:
    found, days = applied([text])

    assert days == ["2026-09-01"]
    assert any(text in remark and "1 September 2026" in remark for remark in found.remarks)


def test_the_other_dates_show_from_which_year_days_are_counted() -> None:
    assert applied(["44804", "2026-09-03"])[1][0] == "2026-09-01"
    assert applied(["46266", "2026-09-03"])[1][0] == "2026-09-01"
    assert applied(["44804"], date_systems={"applied": "1904"})[1] == ["2026-09-01"]


@pytest.mark.parametrize("text", ["123", "99999", "4626", "12345678901"])
def test_a_number_that_is_no_day_of_our_times_is_none(text: str) -> None:
    assert date_from_serial(text, "1900") is None


def test_a_year_that_is_left_out_is_that_of_the_neighbours_and_reported() -> None:
    found, days = applied(["2024-12-20", "28 Dec", "5 Jan", "2025-01-09"])

    assert days == ["2024-12-20", "2024-12-28", "2025-01-05", "2025-01-09"]
    assert any("2 dates have no year" in remark for remark in found.remarks)


def test_without_neighbours_the_year_is_the_one_that_makes_it_a_day_of_late() -> None:
    assert applied(["28 Dec", "5 Jan"])[1] == ["2025-12-28", "2026-01-05"]


@pytest.mark.parametrize(
    ("text", "at", "minutes"),
    [
        ("2026-09-03 10:00 IST", None, None),
        ("2026-09-03 10:00 (GMT+9)", "03:00", None),
        ("2026-09-03 10:00 – 11:30", "10:00", "90"),
        ("3 Sep 2026 2pm-3pm", "14:00", "60"),
        ("3 Sep 2026, 14 Uhr", "14:00", None),
        ("le 3 septembre 2026 à 14h30", "14:30", None),
        ("2026-09-03 10:00 Europe/Lisbon", "11:00", None),
    ],
)
def test_times_with_their_clock_and_length(text: str, at: str | None, minutes: str | None) -> None:
    found = reading(f'company,interview date\nQuill,"{text}"\n')
    (one,) = found.interviews

    assert one.fields.get("minutes") == minutes
    if at is None:
        assert [(clock.words, len(clock.meanings)) for clock in found.ambiguous_timezones] == [("IST", 3)]
        (asked,) = reading(
            f'company,interview date\nQuill,"{text}"\n', ImportChoices(timezones={"ist": "Asia/Kolkata"})
        ).interviews
        at, one = "06:30", asked
    moment = datetime.fromisoformat(one.fields["held_at"]).astimezone(ZONE)
    assert (moment.date(), f"{moment:%H:%M}") == (date(2026, 9, 3), at)


@given(some.dates(date(1951, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_from_its_own_spellings(day: date) -> None:
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%B %d, %Y"):
        assert read_day(day.strftime(form), None, ZONE) == day


@given(some.text(max_size=30))
def test_no_text_at_all_makes_it_stumble(text: str) -> None:
    read_moment(text, "mdy", ZONE)
