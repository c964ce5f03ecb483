"""Amounts as people type them, as cells hold them: '74,000', '74.000 €' and '74k' are all 74000."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lib.records.record import Cells, Record
from lib.workflows.errors import Incomplete

_SIGNS = re.compile(r"[\s'’_€$£%]")


@dataclass(frozen=True)
class Amount:
    """One number of a form: its name in a sentence, its bounds, and the error beyond them.

    ``is_grouped``: a lone mark before three digits groups them.
    """

    name: str
    least: float
    most: float
    says: str
    is_grouped: bool = False


def _money(name: str) -> Amount:
    return Amount(name, -1e12, 1e12, "nobody is paid that much. Count the zeros", is_grouped=True)


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


def as_cell(text: str, amount: Amount) -> str:
    """The number that was typed, as a cell holds it; empty for nothing typed.

    Raises ``Incomplete`` if it is no number, or beyond its bounds.
    """
    bare = _SIGNS.sub("", text).casefold()
    if not bare:
        return ""
    thousand = bare.endswith("k")
    number = _number(bare.removesuffix("k"), amount.is_grouped and not thousand)
    if number is None:
        raise Incomplete(f"The {amount.name} is not a number: “{_short(text)}”.", "Write it in digits, as 52000.")
    value = number * 1000 if thousand else number
    if not amount.least <= value <= amount.most:
        raise Incomplete(f"The {amount.name} reads “{_short(text)}”: {amount.says}.", "Correct it and save again.")
    return plain(value)


def plain(value: float) -> str:
    """A number without a needless '.0'."""
    return str(int(value)) if value == int(value) else str(value)


def shown_cells(record: Record) -> Cells:
    """The cells of a record as a form shows them: whole numbers without '.0'."""
    numbers = {name: value for name in type(record).model_fields if isinstance(value := getattr(record, name), float)}
    return record.cells() | {name: plain(value) for name, value in numbers.items()}


def _number(text: str, is_grouped: bool) -> float | None:
    """The number: ',' or '.' comes before the decimals; the other one, or one that occurs twice, between groups."""
    if not re.fullmatch(r"[+-]?\d[\d.,]{0,30}", text):
        return None
    marks = [mark for mark in text if mark in ".,"]
    if not marks:
        return float(text)
    last = marks[-1]
    several = marks.count(last) > 1
    if several and len(set(marks)) > 1:
        return None
    whole, _, rest = text.rpartition(last)
    groups = several or (len(marks) == 1 and is_grouped and len(rest) == 3 and whole.lstrip("+-") != "0")
    digits = text.replace(last, "") if groups else f"{re.sub('[.,]', '', whole)}.{rest or 0}"
    return float(digits)


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 40 else joined[:39] + "…"
