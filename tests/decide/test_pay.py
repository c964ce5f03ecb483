"""What an offer comes to by the year and by the hour."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.decide.pay import PayOfAll, home_currency, pay, pay_of_all
from lib.records.offer import Offer
from lib.records.setting import Setting
from tests.decide.jobs import offer, workbook

WHOLE: dict[str, Any] = {
    "currency": "EUR",
    "base": 60000,
    "bonus": 8000,
    "bonus_odds": 60,
    "signing": 6000,
    "equity_yearly": 1000,
    "benefits_yearly": 1200,
    "costs_yearly": 3000,
}
PRESENT = offer(9, kind="present_job", application_id="", currency="EUR", base=50000)


def of_all(*offers: Offer, years: float = 3, **tables: Any) -> PayOfAll:
    names = {one.id: f"Offer {one.id[-1]}" for one in offers}
    return pay_of_all(workbook(offers=offers, **tables), offers, names, years)


def test_the_year_is_the_sum_of_its_lines() -> None:
    found = pay(offer(**WHOLE), "EUR", years=3)

    assert [(line.caption, line.working, line.value) for line in found.lines] == [
        ("Base pay", "as given", 60000),
        ("Bonus, by how likely it is", "8,000 × 60%", 4800),
        ("Signing bonus, spread over the years to stay", "6,000 ÷ 3 years", 2000),
        ("Equity", "as given", 1000),
        ("Benefits", "as given", 1200),
        ("Costs", "less 3,000", -3000),
    ]
    assert (found.total, found.at_home, found.n) == (66000, 66000, 6)
    assert found.sentence == "€66,000 per year."


def test_the_longer_the_stay_the_less_a_signing_bonus_is_by_the_year() -> None:
    assert [pay(offer(base=0, signing=6000), years=years).total for years in (1, 2, 0.5)] == [6000, 3000, 12000]


@pytest.mark.parametrize("years", [0, -1, float("nan")])
def test_staying_no_time_is_refused(years: float) -> None:
    with pytest.raises(ValueError, match="more than none"):
        pay(offer(**WHOLE), years=years)


def test_what_is_missing_counts_as_nothing_and_reports_it() -> None:
    found = pay(offer(base=50000))

    assert (found.total, found.n) == (50000, 1)
    assert {line.working for line in found.lines if line.value is None} == {"not known, counted as nothing"}


def test_a_bonus_of_unknown_odds_is_not_counted_and_that_is_reported() -> None:
    found = pay(offer(base=50000, bonus=8000))

    assert found.total == 50000
    assert found.sentence == (
        "50,000 per year. How likely the bonus is isn't known. That counts 1 of 6 amounts: the others aren't known."
    )


def test_without_the_base_there_is_no_sum() -> None:
    found = pay(offer(bonus=8000, bonus_odds=100))

    assert (found.total, found.at_home, found.per_hour) == (None, None, None)
    assert found.sentence == "The base pay isn't known yet."


def test_another_currency_is_turned_into_mine_at_the_rate_that_was_typed_in() -> None:
    found = pay(offer(currency="usd", base=70000, rate_to_home=0.9), "EUR")

    assert (found.total, found.at_home) == (70000, 63000)
    assert found.exchange is not None
    assert (found.exchange.caption, found.exchange.working) == ("In EUR", "$70,000 × 0.9")
    assert found.sentence.startswith("€63,000 per year, from $70,000.")


def test_a_rate_on_an_offer_in_my_own_currency_changes_nothing() -> None:
    assert pay(offer(currency=" eur ", base=50000, rate_to_home=0.5), "EUR").at_home == 50000


def test_without_a_rate_it_is_not_comparable_and_reports_it() -> None:
    found = pay(offer(currency="USD", base=70000), "EUR")

    assert (found.total, found.at_home) == (70000, None)
    assert found.sentence.startswith("$70,000 per year. Without a rate from USD to EUR it can't be compared.")


def test_the_hour_counts_leave_and_on_request_the_way() -> None:
    found = pay(offer(currency="EUR", base=46000, weekly_hours=40, leave_days=30, commute_minutes=60), "EUR")

    assert [(line.caption, line.working) for line in found.hours] == [
        ("Hours of work", "40 × (52 − 30 ÷ 5) weeks"),
        ("Commute hours", "60 ÷ 60 × 5 × 46 weeks"),
        ("Per hour", "46,000 ÷ 1,840"),
        ("Per hour incl. commute", "46,000 ÷ 2,070"),
    ]
    assert (found.per_hour, found.per_hour_with_commute) == (25, pytest.approx(46000 / 2070))
    assert "That's €25 an hour, €22.22 with the commute." in found.sentence


def test_the_hour_is_in_my_currency_too() -> None:
    found = pay(offer(currency="USD", base=46000, rate_to_home=0.5, weekly_hours=40, leave_days=30), "EUR")

    assert found.per_hour == 12.5
    assert "That's €12.50 an hour." in found.sentence


@pytest.mark.parametrize(
    "values",
    [
        {"weekly_hours": 40},
        {"leave_days": 30},
        {"weekly_hours": 0, "leave_days": 30},
        {"weekly_hours": 40, "leave_days": 366},
    ],
)
def test_without_hours_there_is_no_pay_by_the_hour(values: dict[str, float]) -> None:
    assert pay(offer(base=50000, **values)).per_hour is None


def test_offers_and_the_present_job_are_laid_side_by_side_the_most_first() -> None:
    found = of_all(offer(1, **WHOLE), PRESENT, offer(2, currency="USD", base=80000, rate_to_home=0.9))

    assert (found.home, found.n, found.names) == ("EUR", 3, ("Offer 2", "Offer 1", "Offer 9"))
    assert found.sentence == (
        "Per year: Offer 2 €72,000, Offer 1 €66,000 and Offer 9 €50,000. Only what is known is counted: "
        "1 of 6 amounts at Offer 2 and 1 of 5 amounts at Offer 9."
    )


def test_pay_of_which_only_the_base_is_known_is_not_compared_as_if_it_were_all() -> None:
    found = of_all(offer(1, **WHOLE), offer(2, currency="EUR", base=80000))

    assert found.sentence.endswith("Only what is known is counted: 1 of 6 amounts at Offer 2.")
    assert [row[5] for row in found.table.rows] == ["1 of 6", "6 of 6"]


def test_what_cannot_be_compared_comes_last_with_the_reason() -> None:
    found = of_all(offer(1, currency="USD", base=80000), PRESENT, offer(2))

    assert (found.n, found.names) == (1, ("Offer 9", "Offer 1", "Offer 2"))
    assert found.sentence == (
        "Offer 9 pays €50,000 per year. Only what is known is counted: 1 of 5 amounts at "
        "Offer 9. Not comparable without a rate to EUR: Offer 1 (USD). Not known without the base pay: Offer 2."
    )


def test_mixed_currencies_with_none_of_them_mine_are_not_compared() -> None:
    found = of_all(offer(1, currency="USD", base=80000), offer(2, currency="CHF", base=90000))

    assert found.n == 0
    assert found.sentence == ("The offers are in CHF and USD. Choose your currency and the rates to compare them.")


def test_a_page_without_offers_has_a_sentence() -> None:
    assert of_all().sentence == "No offer to compare yet."


def test_my_currency_is_the_one_set_else_that_of_my_job_else_the_only_one() -> None:
    dollar = offer(1, currency="USD")

    assert home_currency(workbook(offers=(dollar, PRESENT), settings=(Setting(key="currency", value="chf"),))) == "CHF"
    assert home_currency(workbook(offers=(dollar, PRESENT))) == "EUR"
    assert home_currency(workbook(offers=(dollar, offer(2)))) == "USD"
    assert home_currency(workbook(offers=(dollar, offer(2, currency="CHF")))) == ""


AMOUNTS = st.one_of(st.none(), st.floats(-1e12, 1e12))


@given(
    st.fixed_dictionaries(
        {
            **{field: AMOUNTS for field in WHOLE if field not in ("currency", "bonus_odds")},
            "bonus_odds": st.one_of(st.none(), st.integers(0, 100)),
            "currency": st.sampled_from(["", "EUR", "USD"]),
            "rate_to_home": st.one_of(st.none(), st.floats(1e-9, 1e9)),
            "weekly_hours": st.one_of(st.none(), st.floats(0, 168)),
            "leave_days": st.one_of(st.none(), st.floats(0, 366)),
            "commute_minutes": st.one_of(st.none(), st.floats(0, 1440)),
        }
    ),
    st.floats(0.1, 50),
)
def test_no_amount_however_large_or_negative_breaks_the_sum(values: dict[str, Any], years: float) -> None:
    found = pay(offer(**values), "EUR", years)

    assert found.sentence
    if found.total is not None:
        assert sum(line.value or 0 for line in found.lines) == pytest.approx(found.total)
    assert of_all(offer(1, **values), PRESENT).sentence
