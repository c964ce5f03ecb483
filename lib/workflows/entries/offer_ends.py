"""An offer that ended: they took it back, or I turned it down, before or after it was signed."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from lib.records.application import Application
from lib.records.offer import Offer
from lib.records.record import Cells, Record
from lib.records.vocabulary import Status
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.entries.applications import status_change
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues

SCREEN: Final = "offer_ended"
ENDED, ENDED_ON = "ended", "ended_on"
"""The answers: who ended it, a word of ``Ended``, and on which day."""
_COLUMNS: Final = {"withdrawn": "withdrawn_on", "turned_down": "turned_down_on"}
_STATUS: Final[dict[str, Status]] = {"withdrawn_on": "rejected", "turned_down_on": "withdrawn"}


def end_cells(offer: Offer) -> Cells:
    """How it ended, as its form shows it; empty answers for one that didn't."""
    word = next((word for word, column in _COLUMNS.items() if getattr(offer, column)), "")
    return {ENDED: word, ENDED_ON: offer.ended_on.isoformat() if offer.ended_on else ""}


def ended_cells(answers: FormValues, before: Offer | None) -> Cells:
    """The two days of an offer that follow from the answers; none if an end is undone.

    Raises ``Incomplete`` if an answer is missing.
    """
    word, on = form_values.text(answers, ENDED), form_values.text(answers, ENDED_ON)
    if not word and not on and not (before and before.ended_on):
        raise Incomplete("“Who ended it?” has no answer yet.", "Answer it, and choose the day.")
    if word and not on:
        raise Incomplete("The day it ended is missing.", "Choose the day, even if you're not sure.")
    if on and not word:
        raise Incomplete("“Who ended it?” has no answer yet.", "Answer it, or clear the day.")
    return {column: on if word == name else "" for name, column in _COLUMNS.items()}


def require_end_after(offer: Offer, today: date) -> None:
    """Refuses an end in the future or before the offer came."""
    if offer.ended_on is None:
        return
    if offer.ended_on > today:
        raise Incomplete("The day it ended is in the future.", "Choose today or a day before.")
    began = max((day for day in (offer.received_on, offer.accepted_on, offer.signed_on) if day), default=None)
    if began and offer.ended_on < began:
        what = "signed" if began == offer.signed_on else "accepted" if began == offer.accepted_on else "made"
        raise Incomplete(f"The offer ended before it was {what}.", "Correct one of the two days.")


def moved_by_end(
    workbook: Workbook, application: Application, before: Offer | None, offer: Offer, token: str
) -> Iterator[Record]:
    """The application once its offer has ended, or is on again: they turned me down, I withdrew, or there's an offer.

    It stays open while another of its offers can still be taken.
    """
    column = next((name for name in _STATUS if getattr(offer, name)), "")
    if column:
        if _has_another(workbook, offer):
            return
        if application.status != _STATUS[column] and offer.ended_on:
            yield from status_change(application, _STATUS[column], offer.ended_on, token)
    elif before is not None and before.ended_on and application.is_closed:
        status: Status = "accepted" if offer.accepted_on else "offer"
        since = offer.accepted_on or offer.received_on or before.ended_on
        yield from status_change(application, status, since, token)


def _has_another(workbook: Workbook, offer: Offer) -> bool:
    others = (each for each in workbook.offers if each.id != offer.id and each.kind == "offer")
    return any(each.application_id == offer.application_id and each.ended_on is None for each in others)
