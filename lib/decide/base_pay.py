"""Base pay: as quoted, and per year with the arithmetic."""

from typing import Final

from lib.decide.figures import CalculationLine, money, number
from lib.records.offer import Offer
from lib.records.vocabulary import PayUnit

WEEKS: Final = 52
DAYS_A_WEEK: Final = 5
"""Working days a week, for daily pay, leave and commute: an assumption."""
CAPTION: Final = "Base pay"
NOT_KNOWN: Final = "not known, counted as nothing"
PER_UNIT: Final[dict[PayUnit, str]] = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
}
"""The words for the units after an amount."""


def format_pay(offer: Offer) -> str:
    """'$48 an hour', '€70,000 to €80,000 a year'; empty if the base isn't known."""
    if offer.base is None:
        return ""
    return format_amount(offer.base, offer.high, offer.unit, offer.currency)


def format_amount(low: float, high: float | None, unit: PayUnit | None, currency: str) -> str:
    """The same of an amount or a range; without a unit it's by the year."""
    ends = money(low, currency) if high is None else f"{money(low, currency)} to {money(high, currency)}"
    return f"{ends} {PER_UNIT[unit or 'year']}"


def annual_base(offer: Offer) -> float | None:
    """Base pay by the year in the offer's currency, of a range its middle.

    None if it isn't known, and for hourly pay without the hours a week. Every week is counted as paid.
    """
    return base_pay_line(offer).value


def base_pay_line(offer: Offer) -> CalculationLine:
    """The base with its calculation per year: '48 × 40 hours × 52 weeks'."""
    if offer.base is None:
        return CalculationLine(CAPTION, NOT_KNOWN, None)
    middle = offer.base if offer.high is None else (offer.base + offer.high) / 2
    amount = money(middle)
    if offer.high is not None:
        amount = f"{amount}, the middle of {money(offer.base)} and {money(offer.high)}"
    match offer.unit:
        case "hour" if not offer.weekly_hours:
            return CalculationLine(CAPTION, f"{amount} an hour: the hours a week are missing", None)
        case "hour":
            hours = offer.weekly_hours or 0.0
            return CalculationLine(CAPTION, f"{amount} × {number(hours)} hours × {WEEKS} weeks", middle * hours * WEEKS)
        case "day":
            return CalculationLine(
                CAPTION, f"{amount} × {DAYS_A_WEEK} days × {WEEKS} weeks", middle * DAYS_A_WEEK * WEEKS
            )
        case "week":
            return CalculationLine(CAPTION, f"{amount} × {WEEKS} weeks", middle * WEEKS)
        case "month":
            return CalculationLine(CAPTION, f"{amount} × 12 months", middle * 12)
    return CalculationLine(CAPTION, "as given" if offer.high is None else amount, middle)
