"""Entering an offer or my current job, accepting and signing it: the rows from a saved form."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from lib.decide.base_pay import format_pay
from lib.decide.comparison import comparison
from lib.decide.options import offer_names, open_offers, opening
from lib.decide.pay import home_currency
from lib.decide.terms import terms_to_request
from lib.decide.weights import weights
from lib.decide.what_if import swings_for, what_if
from lib.followup.facts import OfferTerms
from lib.records.application import Application
from lib.records.criterion import active_criteria
from lib.records.offer import Offer
from lib.records.record import Cells, Record
from lib.records.vocabulary import OfferKind, Status
from lib.records.workbook import Workbook
from lib.store import Receipt, Store
from lib.workflows import form_values
from lib.workflows.amounts import OF_OFFERS, as_cell
from lib.workflows.entries import offer_ends
from lib.workflows.entries.applications import find_application, require_said, status_change
from lib.workflows.entries.offer_pay import offer_changes, pay_cells
from lib.workflows.entries.reopening import status_moved
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues

YEARS_KEY = "years_to_stay"
"""The key in settings.csv: over how many years a signing bonus is spread."""
CURRENCY_KEY = "currency"
"""The key in settings.csv: the person's own currency."""

_KINDS: Final[Mapping[str, OfferKind]] = {"present_job": "present_job", "counter_offer": "counter_offer"}
"""What a new row is, by the form that makes it."""
_PAST: Final[Mapping[str, str]] = {
    "received_on": "The day the offer came",
    "accepted_on": "The day you accepted",
    "signed_on": "The day it was signed",
    "conditions_met_on": "The day the conditions were met",
}


def saved_rows(
    workbook: Workbook, before: Offer | None, answers: FormValues, screen: str, made: tuple[str, str], now: datetime
) -> tuple[Record, ...]:
    """The rows of one saved form about an offer; ``made`` are the id of a new one and the draft's token.

    A new offer moves its application to 'offer'; one that is signed without having been accepted counts as accepted
    that day, and moves it to 'accepted'. Raises ``Incomplete`` if something is missing or cannot be meant, in words.
    """
    offer_id, token = made
    kind = before.kind if before else _KINDS.get(screen, "offer")
    application = _application(workbook, before, kind, answers, token)
    cells = _cells(workbook, before, answers) | {"id": before.id if before else offer_id, "kind": kind}
    if screen == offer_ends.SCREEN:
        cells |= offer_ends.ended_cells(answers, before)
    offer = Offer.from_cells(cells | {"application_id": application.id if application else cells["application_id"]})
    _check(workbook, before, offer, now.date())
    if offer.signed_on and not offer.accepted_on and offer.is_offer:
        offer = offer.changed(accepted_on=offer.signed_on)
    rows: list[Record] = [offer, *offer_changes(workbook, before, offer, answers, now.date())]
    if application and screen == offer_ends.SCREEN:
        rows += offer_ends.moved_by_end(workbook, application, before, offer, token)
    elif application:
        rows += _moved(workbook, application, before, offer, token, now.date())
    return tuple(rows)


def _application(
    workbook: Workbook, before: Offer | None, kind: str, answers: FormValues, token: str
) -> Application | None:
    """The application of an offer; a company and a role that are not in the workbook yet become one."""
    chosen = form_values.text(answers, "application_id")
    if kind != "offer":
        return None
    if before is not None and (not chosen or workbook.application(chosen) is None):
        return None
    if not chosen and not form_values.text(answers, "company"):
        raise Incomplete("The offer has no application yet.", "Choose it, or name the company.")
    if not chosen and not form_values.text(answers, "role"):
        raise Incomplete("The role is not filled in yet.", "Fill it in and save again.")
    named = {**answers, "application": chosen}
    if before is None:
        require_said(workbook, named)
    return find_application(workbook, named, token)


def _cells(workbook: Workbook, before: Offer | None, answers: FormValues) -> Cells:
    home = home_currency(workbook)
    cells = {column: form_values.text(answers, column) for column in Offer.header()}
    pay = pay_cells(answers, home, before)
    amounts = {column: amount for column, amount in OF_OFFERS.items() if column != "base"}
    own = pay["currency"] or home
    return cells | {column: as_cell(cells[column], amount, own) for column, amount in amounts.items()} | pay


def _check(workbook: Workbook, before: Offer | None, offer: Offer, today: date) -> None:
    is_second = any(other.kind == "present_job" for other in workbook.offers)
    if before is None and offer.kind == "present_job" and is_second:
        raise Incomplete("You've already added your current job.", "Edit that one.")
    for column, words in _PAST.items():
        day = getattr(offer, column)
        if day and day > today:
            raise Incomplete(f"{words} is in the future.", "Choose today or a day before, or leave it empty.")
    if offer.received_on and offer.decide_by and offer.decide_by < offer.received_on:
        raise Incomplete("The deadline is before the day the offer came.", "Correct one of the two.")
    _check_order(offer)
    offer_ends.require_end_after(offer, today)


def _check_order(offer: Offer) -> None:
    """An offer comes, is accepted, and is signed; its conditions are met at any time after it came."""
    for later, earlier in (("accepted_on", "received_on"), ("signed_on", "accepted_on"), ("signed_on", "received_on")):
        _must_follow(offer, later, earlier)
    _must_follow(offer, "conditions_met_on", "received_on")


def _must_follow(offer: Offer, later: str, earlier: str) -> None:
    day, before = getattr(offer, later), getattr(offer, earlier)
    if day and before and day < before:
        raise Incomplete(f"{_PAST[later]} is before {_PAST[earlier].lower()}.", "Correct one of the two.")


def _moved(
    workbook: Workbook, application: Application, before: Offer | None, offer: Offer, token: str, today: date
) -> Iterator[Record]:
    """The application where its status changes, with the activity that remembers it."""
    is_new = workbook.application(application.id) is None
    was_accepted = before is not None and before.accepted_on is not None
    if offer.accepted_on and not was_accepted:
        if application.status != "accepted":
            yield from status_change(application, "accepted", offer.accepted_on, token)
        elif is_new:
            yield application
        return
    if before is not None and before.application_id == application.id:
        return
    if application.status not in _OFFERED:
        yield from status_moved(workbook, application, "offer", offer.received_on or today, token)


_OFFERED: Final[tuple[Status, ...]] = ("offer", "accepted")


def offer_name(workbook: Workbook, offer: Offer) -> str:
    """What an offer is called by itself: 'Your current job', 'The offer of Northwind'."""
    if offer.kind == "present_job":
        return "Your current job"
    if offer.kind == "counter_offer":
        return "The counter-offer"
    name = offer_names(workbook).get(offer.id, "an offer")
    return f"The offer of {name}" if workbook.application(offer.application_id) else opening(name)


def scored_under(workbook: Workbook, offer: Offer) -> str:
    """Where its scores are: with its application, or its own if it has none or shares it with another offer."""
    alike = [other for other in workbook.offers if other.application_id == offer.application_id]
    shares = offer.kind == "present_job" or len(alike) > 1 or not workbook.application(offer.application_id)
    return offer.id if shares else offer.application_id


def terms_of(workbook: Workbook, application_id: str) -> OfferTerms:
    """What the messages about an application's offer may name; of several offers the one entered last."""
    offers = [offer for offer in open_offers(workbook) if application_id and offer.application_id == application_id]
    if not offers:
        return OfferTerms()
    offer = offers[-1]
    return OfferTerms(
        pay=format_pay(offer),
        start_on=offer.start_on,
        decide_by=offer.decide_by,
        ask_for=" ".join(offer.ask_for.split()),
        ground=" ".join(offer.ground.split()),
        unspoken=terms_to_request(offer),
    )


def keep_weight(store: Store, criterion_id: str, share: float, now: datetime) -> Receipt:
    """Make a weight that was tried out mine: all criteria get the swings that come closest, in whole numbers.

    Raises ``Gone`` if the criterion is not in use any more, and what the store raises. ``store.undo`` takes it back.
    """
    loaded = store.load_whole()
    criteria = active_criteria(loaded.workbook.criteria)
    if all(one.id != criterion_id for one in criteria):
        raise Gone("This criterion")
    looked = what_if(comparison((), weights(criteria)), criterion_id, share).comparison
    swings = swings_for(looked.weights.mine)
    put = tuple(one.changed(swing=swing) for one, swing in zip(criteria, swings, strict=True))
    return store.commit(loaded.transaction("My weights", put), now)
