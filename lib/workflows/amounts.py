"""Amounts as people type them, as cells hold them: '74,000', '74.000 €' and '74k' are all 74000."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lib.decide.pay_words import PayWords, parse_amount, read_pay
from lib.english import one_line
from lib.records.record import Cells, Record
from lib.workflows.errors import Incomplete

_SIGNS = re.compile(r"[\s'’_€$£%]")


@dataclass(frozen=True)
class Amount:
    """One number of a form: its name in a sentence, its bounds, and the error beyond them."""

    name: str
    least: float
    most: float
    hint: str
    is_money: bool = False


def _money(name: str) -> Amount:
    return Amount(name, -1e12, 1e12, "nobody is paid that much. Count the zeros", is_money=True)


OF_OFFERS: Final[Mapping[str, Amount]] = {
    "base": _money("base pay"),
    "bonus": _money("bonus"),
    "bonus_odds": Amount("chance of the bonus", 0, 100, "a chance lies between 0% and 100%"),
    "signing": _money("signing bonus"),
    "equity_yearly": _money("equity"),
    "benefits_yearly": _money("value of the benefits"),
    "costs_yearly": _money("costs"),
    "market_figure": _money("market rate"),
    "walk_away": _money("walk-away point"),
    "rate_to_home": Amount(
        "rate of exchange", 1e-9, 1e9, "it says what one unit is worth in your own currency, and is above 0"
    ),
    "leave_days": Amount("leave", 0, 366, "leave is counted in days a year, 0 to 366"),
    "weekly_hours": Amount("number of hours a week", 0, 168, "a week has 168"),
    "commute_minutes": Amount("commute", 0, 1440, "it is counted in minutes a day, 0 to 1440"),
}
"""The numbers of an offer, by column."""


def as_cell(text: str, amount: Amount, currency: str = "") -> str:
    """The number that was typed, as a cell holds it; empty for nothing typed. Money is read as base pay is.

    Raises ``Incomplete`` if it is no number, beyond its bounds, or not in the ``currency`` of the offer, where that is
    known.
    """
    if not text.strip():
        return ""
    value = _money_of(text, amount, currency) if amount.is_money else _number(text)
    typed = one_line(text, 40)
    if value is None:
        raise Incomplete(f"The {amount.name} is not a number: “{typed}”.", "Write it in digits, as 52000.")
    if not amount.least <= value <= amount.most:
        raise Incomplete(f"The {amount.name} reads “{typed}”: {amount.hint}.", "Correct it and save again.")
    return format_number(value)


def _money_of(text: str, amount: Amount, currency: str) -> float | None:
    """The one amount of a text; None if there's more, such as a range, or it isn't by the year."""
    found = read_pay(text, currency)
    if found is None or found.unit not in (None, "year"):
        return None
    if found != PayWords(found.low, unit=found.unit, currency=found.currency):
        return None
    if currency and found.currency not in ("", currency):
        raise Incomplete(
            f"The {amount.name} is in {found.currency}, but this offer is in {currency}.", f"Write it in {currency}."
        )
    return found.low


def _number(text: str) -> float | None:
    """A number that isn't money, so that a lone mark in it comes before the decimals: '1.085'."""
    found = re.fullmatch(r"([+-]?)(\d[\d.,]{0,30})", _SIGNS.sub("", text))
    value = parse_amount(found[2], groups_alone=False) if found else None
    return -value if value and found and found[1] == "-" else value


def format_number(value: float) -> str:
    """A number without a needless '.0'."""
    return str(int(value)) if value == int(value) else str(value)


def shown_cells(record: Record) -> Cells:
    """The cells of a record as a form shows them: whole numbers without '.0'."""
    numbers = {name: value for name in type(record).model_fields if isinstance(value := getattr(record, name), float)}
    return record.cells() | {name: format_number(value) for name, value in numbers.items()}
