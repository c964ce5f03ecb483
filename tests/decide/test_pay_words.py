"""Pay in people's words: the amount or the range, its unit and currency, and what wasn't understood."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.pay_words import PayWords, parse_amount, read_pay


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$48/hr", PayWords(48, unit="hour", currency="USD")),
        ("48.50 per hour", PayWords(48.5, unit="hour")),
        ("4500 a month", PayWords(4500, unit="month")),
        ("70–80k", PayWords(70_000, 80_000)),
        ("70k to 80k a year", PayWords(70_000, 80_000, unit="year")),
        ("between £70 and £80k", PayWords(70_000, 80_000, currency="GBP")),
        ("75K EUR", PayWords(75_000, currency="EUR")),
        ("EUR 52.000 p.a.", PayWords(52_000, unit="year", currency="EUR")),
        ("CHF 110'000", PayWords(110_000, currency="CHF")),
        ("CHF 110’000.-", PayWords(110_000, currency="CHF")),
        ("¥8,000,000", PayWords(8_000_000, currency="JPY")),
        ("₹18,00,000", PayWords(1_800_000, currency="INR")),
        ("18 LPA", PayWords(1_800_000, unit="year")),
        ("Rs 1.2 cr", PayWords(12_000_000, currency="INR")),
        ("£350/day", PayWords(350, unit="day", currency="GBP")),
        ("1 200 € pw", PayWords(1200, unit="week", currency="EUR")),
        ("C$95k", PayWords(95_000, currency="CAD")),
        ("0.5 m kr", PayWords(500_000, unparsed="kr")),
        ("65,000.50", PayWords(65_000.5)),
        ("65.000,50 €", PayWords(65_000.5, currency="EUR")),
        ("about 60k and something", PayWords(60_000, unparsed="something")),
        ("80k-70k", PayWords(70_000, 80_000)),
        ("$20-$25 hourly", PayWords(20, 25, unit="hour", currency="USD")),
        ("60k-60k", PayWords(60_000)),
        ("$48/hr, 40 hours", PayWords(48, unit="hour", currency="USD", hours=40)),
        ("$48/hr 40 hrs/wk", PayWords(48, unit="hour", currency="USD", hours=40)),
        ("48 an hour, 37.5h a week", PayWords(48, unit="hour", hours=37.5)),
        ("$48/hr for 40 hours", PayWords(48, unit="hour", currency="USD", hours=40)),
        ("60k (38 hours per week)", PayWords(60_000, hours=38)),
        ("-1,200", PayWords(-1200)),
        ("–70k", PayWords(70_000)),
        ("48 hours", PayWords(48, unit="hour")),
        ("900-1,100 a week", PayWords(900, 1100, unit="week")),
    ],
)
def test_pay_is_read_as_people_write_it(text: str, expected: PayWords) -> None:
    assert read_pay(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17.50 + OT", PayWords(17.5, beside="+ OT")),
        ("£17.50/hr+OT", PayWords(17.5, unit="hour", currency="GBP", beside="+OT")),
        ("32k plus overtime at 1.5", PayWords(32_000, beside="plus overtime at 1.5")),
        ("60k EUR plus 10% bonus", PayWords(60_000, currency="EUR", beside="plus 10% bonus")),
        ("£30k + £5k bonus", PayWords(30_000, currency="GBP", beside="+ £5k bonus")),
        ("$85k + 11% super", PayWords(85_000, currency="USD", beside="+ 11% super")),
        ("85k + 401k", PayWords(85_000, beside="+ 401k")),
        ("12.50 an hour and tips", PayWords(12.5, unit="hour", beside="and tips")),
        ("70-80k (plus car allowance)", PayWords(70_000, 80_000, beside="(plus car allowance)")),
    ],
)
def test_what_comes_beside_the_base_pay_is_no_amount(text: str, expected: PayWords) -> None:
    assert read_pay(text) == expected


@pytest.mark.parametrize("text", ["32k plus bonus or 35k", "85k incl super", "40k OTE", "20 plus 2 plus tips"])
def test_pay_that_may_be_another_amount_is_not_understood_whole(text: str) -> None:
    assert (read_pay(text) or PayWords(0)).unparsed


def test_a_bare_dollar_is_the_person_s_own() -> None:
    own = (("CAD",), ("EUR", "AUD"), ("EUR",), ())
    assert [(read_pay("$48/hr", *each) or PayWords(0)).currency for each in own] == ["CAD", "AUD", "USD", "USD"]


@pytest.mark.parametrize(
    "text", ["", "competitive", "depends on experience", "40, 50 or 60k", "1.2.3,4,5", "-70k to 80k"]
)
def test_words_without_one_amount_are_not_guessed(text: str) -> None:
    assert read_pay(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("52.000", 52_000),
        ("48.50", 48.5),
        ("1,234,567.8", 1_234_567.8),
        ("18,00,000", 1_800_000),
        ("0.125", 0.125),
        ("74000.125", 74_000.125),
        ("1.2.3", None),
        ("1,23.4,5", None),
    ],
)
def test_marks_between_digits_group_them_or_are_before_decimals(text: str, value: float | None) -> None:
    assert parse_amount(text) == value


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    found = read_pay(text)

    assert found is None or found.low >= 0 or text.lstrip()[0] in "-−"


@given(
    st.integers(1_000, 9_999_999),
    st.sampled_from([",", ".", "'", " "]),
    st.sampled_from(["{} EUR a month", "€{}/month", "EUR {} monthly", "{} € per month"]),
)
def test_the_mark_between_thousands_and_the_place_of_the_currency_change_nothing(
    amount: int, mark: str, words: str
) -> None:
    written = words.format(f"{amount:,}".replace(",", mark))

    assert read_pay(written) == PayWords(amount, unit="month", currency="EUR")


@pytest.mark.parametrize(
    "text", [" " * 100_000 + "x", "1" + " 222" * 50_000, "for " * 60_000 + "40", "9" * 150, "9" * 25]
)
def test_what_is_too_long_or_too_large_is_no_pay_and_is_told_at_once(text: str) -> None:
    began = process_time()
    assert read_pay(text) is None
    assert process_time() - began < 0.5
