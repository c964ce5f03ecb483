"""Amounts as people type them."""

import pytest

from lib.records.offer import Offer
from lib.workflows.amounts import OF_OFFERS, as_cell, shown_cells
from lib.workflows.errors import Incomplete

BONUS, RATE, LEAVE = OF_OFFERS["bonus"], OF_OFFERS["rate_to_home"], OF_OFFERS["leave_days"]


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("74000", "74000"),
        ("74,000", "74000"),
        ("74.000", "74000"),
        ("74 000 €", "74000"),
        ("74'000.50", "74000.5"),
        ("74.000,50", "74000.5"),
        ("1.234.567", "1234567"),
        ("74k", "74000"),
        ("74,5k", "74500"),
        ("74,5", "74.5"),
        ("-1,200", "-1200"),
        ("0", "0"),
        ("٧٤٠٠٠", "74000"),
        ("74000.125", "74000.125"),
        ("₹50,000", "50000"),
        ("50 000 CHF", "50000"),
        ("5m", "5000000"),
        ("18 LPA", "1800000"),
        ("£6k a year", "6000"),
        ("−500", "-500"),
        ("  ", ""),
    ],
)
def test_an_amount_is_read_however_it_is_grouped(typed: str, cell: str) -> None:
    assert as_cell(typed, BONUS) == cell


@pytest.mark.parametrize(("typed", "cell"), [("1.085", "1.085"), ("1,085", "1.085"), ("0,9", "0.9")])
def test_a_rate_has_decimals_and_no_groups(typed: str, cell: str) -> None:
    assert as_cell(typed, RATE) == cell


@pytest.mark.parametrize("typed", ["a lot", "70 to 75", "1,2.3,4", "7e5", "--3", "1" * 60, "10%", "500 a month"])
def test_what_is_no_number_is_shown_with_what_was_typed(typed: str) -> None:
    with pytest.raises(Incomplete, match="bonus is not a number"):
        as_cell(typed, BONUS)


@pytest.mark.parametrize("typed", ["37.5", "37,5"])
def test_a_number_that_is_no_money_may_have_a_fraction(typed: str) -> None:
    assert as_cell(typed, LEAVE) == "37.5"


def test_money_in_another_currency_than_the_offer_s_is_asked_about() -> None:
    assert as_cell("€6,000", BONUS, "EUR") == "6000"
    assert as_cell("$6,000", BONUS, "CAD") == "6000"
    with pytest.raises(Incomplete, match="The bonus is in INR, but this offer is in EUR"):
        as_cell("₹50,000", BONUS, "EUR")


@pytest.mark.parametrize(("typed", "field"), [("1" + "0" * 13, "base"), ("0", "rate_to_home"), ("400", "leave_days")])
def test_a_number_that_cannot_be_meant_is_shown_with_its_bounds(typed: str, field: str) -> None:
    with pytest.raises(Incomplete, match="reads “"):
        as_cell(typed, OF_OFFERS[field])


def test_every_number_of_an_offer_can_be_typed() -> None:
    numbers = {
        name for name, field in Offer.model_fields.items() if "float" in str(field.annotation) or name == "bonus_odds"
    }

    assert set(OF_OFFERS) == numbers - {"high"}  # typed with the base, as a range


def test_every_bound_that_may_be_typed_can_be_kept() -> None:
    for column, amount in OF_OFFERS.items():
        for value in (amount.least, amount.most):
            assert Offer.from_cells({"id": "of-1", "kind": "offer", column: as_cell(f"{value:.9f}", amount)})


def test_a_form_shows_whole_numbers_without_a_fraction() -> None:
    cells = shown_cells(Offer(id="of-1", kind="offer", base=74000, weekly_hours=37.5))

    assert (cells["base"], cells["weekly_hours"], cells["bonus"]) == ("74000", "37.5", "")
