"""Base pay as it was typed, in the cells of an offer, and the figures that a raise leaves behind."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lib.decide.base_pay import PER_UNIT, format_amount, format_pay
from lib.decide.figures import money
from lib.decide.pay_words import PayWords, read_pay
from lib.records.offer import Offer
from lib.records.offer_change import OfferChange
from lib.records.record import Cells, Record
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.amounts import OF_OFFERS, as_cell, format_number, shown_cells
from lib.workflows.entries.offer_ends import end_cells
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues

CHANGED_ON: Final = "changed_on"
"""The answer on which day they changed the figures; empty if one was typed wrong."""
_LEAST_YEARLY: Final = 500
"""Less than this by the year is more likely an amount by the hour, the day or the month."""
_KEPT: Final = (
    "base",
    "high",
    "unit",
    "currency",
    "bonus",
    "signing",
    "equity_yearly",
    "benefits_yearly",
    "leave_days",
)


def form_cells(record: Record) -> Cells:
    """The cells of a record as its form shows them: of an offer the base pay as one text, and how it ended."""
    cells = shown_cells(record)
    if not isinstance(record, Offer):
        return cells
    if record.base is not None:
        high = "" if record.high is None else f"-{format_number(record.high)}"
        cells["base"] = f"{format_number(record.base)}{high}" + (f" {PER_UNIT[record.unit]}" if record.unit else "")
    return cells | end_cells(record)


def pay_cells(answers: FormValues, home: str, before: Offer | None = None) -> Cells:
    """The cells ``base``, ``high``, ``unit`` and ``currency`` of what was typed, and ``weekly_hours`` if they are
    beside it, and ``notes`` with all of its words if it names more than the base ('17.50 an hour + OT'); a currency in
    the text comes first. A base that nobody changed stays as it was ``before``, also where it
    would be refused today.

    Raises ``Incomplete`` if it can't be read, with what was understood.
    """
    text = form_values.text(answers, "base").strip()
    currency = " ".join(form_values.text(answers, "currency").split()).upper()
    if before and text and text == form_cells(before)["base"]:
        kept = shown_cells(before)
        return {"base": kept["base"], "high": kept["high"], "unit": kept["unit"], "currency": currency}
    if not text:
        return {"base": "", "high": "", "unit": "", "currency": currency}
    found = read_pay(text, currency, home)
    if found is None:
        raise Incomplete(f"The base pay can't be read: “{text[:60]}”.", _HOW)
    _refuse_rest(found, text)
    as_cell(format_number(found.high or found.low), OF_OFFERS["base"])
    if found.unit in (None, "year") and 0 < found.low < _LEAST_YEARLY:
        raise Incomplete(
            f"Base pay reads {money(found.low)} a year.", "Say what it's paid by: 48/hr, 350 a day, 4,500 a month."
        )
    high = "" if found.high is None else format_number(found.high)
    hours = {} if found.hours is None else {"weekly_hours": format_number(found.hours)}
    unit = found.unit or ""
    beside = {"notes": _with_words(form_values.text(answers, "notes"), text)} if found.beside else {}
    pay = {"base": format_number(found.low), "high": high, "unit": unit, "currency": found.currency or currency}
    return pay | hours | beside


def _with_words(notes: str, words: str) -> str:
    """The notes with these words as a line of their own, unless they hold them."""
    return notes if words in notes else "\n".join(filter(None, (notes.rstrip(), words)))


_HOW: Final = "Write the amount alone: 74,000, 70–80k, 48/hr, 4,500 a month."


def read_as(cells: Cells) -> str:
    """'$48 an hour': the pay that some cells hold, in words."""
    return format_pay(Offer.from_cells({"id": "of", "kind": "offer"} | cells))


def _refuse_rest(found: PayWords, text: str) -> None:
    if found.unparsed:
        understood = format_amount(found.low, found.high, found.unit, found.currency)
        raise Incomplete(f"In “{text[:60]}” we understood {understood}, but not “{found.unparsed[:40]}”.", _HOW)


def offer_changes(
    workbook: Workbook, before: Offer | None, after: Offer, answers: FormValues, today: date
) -> Iterator[OfferChange]:
    """What the changed figures were, kept with the day on which they changed; nothing if a slip was corrected.

    Of two raises on one day the figure before the first stays the earlier one.
    """
    changed_on = form_values.text(answers, CHANGED_ON)
    if before is None or not changed_on:
        return
    on = date.fromisoformat(changed_on)
    if on > today:
        raise Incomplete("The day they changed it is in the future.", "Choose today or a day before.")
    if before.received_on and on < before.received_on:
        raise Incomplete("They changed it before the offer came.", "Correct one of the two days.")
    was, now = shown_cells(before), shown_cells(after)
    known = {row.field for row in workbook.offer_changes if (row.offer_id, row.on) == (before.id, on)}
    for field in _KEPT:
        if was[field] and was[field] != now[field] and field not in known:
            yield OfferChange(offer_id=before.id, on=on, field=field, value=was[field])
