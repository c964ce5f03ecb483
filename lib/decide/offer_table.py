"""The offers and my current job side by side: the first things to know about each, a column each."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from lib.dates import DateStyle
from lib.decide.base_pay import format_pay
from lib.decide.comparison import Comparison, RankedOption
from lib.decide.figures import money, number, points
from lib.decide.pay import Pay
from lib.english import counted, listed
from lib.insight.result import ResultTable
from lib.records.application import Application
from lib.records.labels import label
from lib.records.offer import Offer
from lib.records.workbook import Workbook

NONE: Final = "–"
ROWS: Final = ("Fit", "Pay per year", "Hours a week", "Place", "Start", "In writing", "Signed", "Answer by", "To ask")
"""The rows from top to bottom."""


def offer_table(
    workbook: Workbook, compared: Comparison, pays: Mapping[str, Pay], today: date, dates: DateStyle
) -> ResultTable:
    """A column for each option in their order; ``pays`` by the option's id, all in one currency if they can be."""
    offers = workbook.by_id(Offer)
    columns = [
        _column(workbook, one, offers[one.option.id], pays[one.option.id], today, dates=dates)
        for one in compared.ranked_options
        if one.option.id in offers
    ]
    names = tuple(one.option.label for one in compared.ranked_options if one.option.id in offers)
    rows = tuple((name, *cells) for name, *cells in zip(ROWS, *columns, strict=True))
    return ResultTable(("", *names), rows)


def fit_words(standing: RankedOption) -> str:
    """'75/100', and why there is no number if there is none."""
    missed = [one.criterion.name for one in standing.option.missed]
    if missed:
        return f"Below your must-have: {listed(missed)}"
    if standing.total is not None:
        return f"{points(standing.total)}/100"
    known = standing.coverage
    return f"Too early: {known.scored} of {known.of} scored" if known.scored else "Not scored"


def _column(
    workbook: Workbook, one: RankedOption, offer: Offer, pay: Pay, today: date, dates: DateStyle
) -> tuple[str, ...]:
    is_offer = offer.kind == "offer"
    application = workbook.application(offer.application_id)
    place = _place(application) if application else ()
    return (
        fit_words(one),
        _pay(pay) or format_pay(offer) or NONE,
        NONE if offer.weekly_hours is None else number(offer.weekly_hours),
        ", ".join(filter(None, place)) or NONE,
        dates.short_day(offer.start_on, today) if offer.start_on else NONE,
        _written(offer),
        _yes(offer.signed_on is not None, is_offer),
        dates.short_day(offer.decide_by, today) if offer.decide_by else NONE,
        counted(one.option.terms_open, "term") if one.option.terms_open else NONE,
    )


def _pay(pay: Pay) -> str:
    if pay.total is None:
        return ""
    return money(pay.total, pay.currency) if pay.at_home is None else money(pay.at_home, pay.home or pay.currency)


def _written(offer: Offer) -> str:
    is_untold = offer.kind == "offer" and offer.in_writing is None and offer.signed_on is None
    return "not said" if is_untold else _yes(offer.in_writing or offer.signed_on is not None, offer.kind == "offer")


def _yes(is_so: bool, is_offer: bool) -> str:
    return "yes" if is_so or not is_offer else "no"


def _place(application: Application) -> tuple[str, ...]:
    return (application.location.strip(), label(application.work_mode) if application.work_mode else "")
