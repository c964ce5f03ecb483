"""What an offer's figures were before they changed."""

from collections.abc import Iterator
from datetime import date

from lib.dates import DateStyle
from lib.decide.terms import terms
from lib.records.offer import Offer
from lib.records.workbook import Workbook

_OF_BASE = frozenset(("high", "unit", "currency"))


def raise_sentences(workbook: Workbook, offer: Offer, today: date, dates: DateStyle) -> tuple[str, ...]:
    """'Base pay was €70,000 a year until Tuesday 10 November.': one sentence a figure and change, the latest first."""
    return tuple(_raises(workbook, offer, today, dates=dates))


def _raises(workbook: Workbook, offer: Offer, today: date, dates: DateStyle) -> Iterator[str]:
    rows = [row for row in workbook.offer_changes if row.offer_id == offer.id and row.field in Offer.header()]
    then = offer
    for day in sorted({row.on for row in rows}, reverse=True):
        changed = {row.field: row.value for row in rows if row.on == day}
        then = Offer.from_cells(then.cells() | changed)
        named = {term.field: term for term in terms(then, today, dates=dates).terms}
        for field in dict.fromkeys("base" if field in _OF_BASE else field for field in changed):
            if field in named:
                yield f"{named[field].name} was {named[field].value} until {dates.spoken_day(day, today)}."
