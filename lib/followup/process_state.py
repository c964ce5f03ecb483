"""The state of a process, by all that the workbook knows: what a letter may still look forward to."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from lib.records.application import Application
from lib.records.history import is_past_offer, reopened_on
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.vocabulary import ENDINGS, Outcome, Status
from lib.records.workbook import Workbook

ProcessState = Literal["open", "offer", "accepted", "over"]
"""``offer``: they made one; ``accepted``: I took it; ``over``: either side declined, or silence did."""

_BY_STATUS: Final[Mapping[str, ProcessState]] = {
    **dict.fromkeys(ENDINGS, "over"),
    "offer": "offer",
    "accepted": "accepted",
}
_BY_OUTCOME: Final[Mapping[Outcome, Status]] = {
    "offer": "offer",
    "rejected": "rejected",
    "withdrew": "withdrawn",
    "no_reply": "no_reply",
}


def state_of_status(status: Status | None) -> ProcessState:
    """The state for an application's status."""
    return _BY_STATUS.get(status or "", "open")


def status_of(workbook: Workbook, application: Application | None) -> Status | None:
    """The application's status, or that of its offers and its last interview where it lags behind them."""
    if application is None:
        return None
    offers = [
        offer
        for offer in workbook.offers
        if offer.kind == "offer" and offer.application_id == application.id and not is_past_offer(workbook, offer)
    ]
    if state_of_status(application.status) in ("accepted", "over"):
        return application.status
    if any(offer.accepted_on or offer.signed_on for offer in offers):
        return "accepted"
    if offers or application.status == "offer":
        return "offer"
    last = last_debriefed(workbook, application.id)
    since = reopened_on(workbook, application.id)
    if last and since and (last.outcome_on or last.held_on) < since:
        return application.status
    return _BY_OUTCOME.get(last.outcome, application.status) if last and last.outcome else application.status


def is_acceptance_known(workbook: Workbook, application: Application | None) -> bool:
    """Whether they know that I took their offer: it is signed, I told them, or only the status shows that I accepted.

    One that I decided for and told nobody of yet is accepted too, and its letter is still to be written.
    """
    if application is None or status_of(workbook, application) != "accepted":
        return False
    taken = [offer for offer in _accepted(workbook) if offer.application_id == application.id]
    wrote = any(
        row.kind == "accept" and row.status == "done" and row.application_id == application.id for row in workbook.tasks
    )
    return wrote or not taken or any(offer.signed_on for offer in taken)


def accepted_elsewhere(workbook: Workbook, application_id: str, today: date) -> str:
    """The company whose offer I accepted since the last debrief of an application; empty if I did not.

    An interest noted after that day was noted by somebody who knew of it, and counts.
    """
    last = last_debriefed(workbook, application_id)
    others = {entry.id: entry for entry in workbook.applications if entry.id != application_id}
    taken = {key: entry for key, entry in others.items() if status_of(workbook, entry) == "accepted"}
    days = [
        (day, offer.application_id)
        for offer in _accepted(workbook)
        for day in (offer.accepted_on, offer.signed_on)
        if day and offer.application_id in taken
    ]
    days += [(entry.status_on, key) for key, entry in taken.items() if entry.status_on and entry.status == "accepted"]
    since = [(day, key) for day, key in days if day <= today and last is not None and day >= last.held_on]
    return taken[max(since)[1]].company if since else ""


def _accepted(workbook: Workbook) -> list[Offer]:
    return [offer for offer in workbook.offers if offer.kind == "offer" and (offer.accepted_on or offer.signed_on)]


def last_debriefed(workbook: Workbook, application_id: str) -> Interview | None:
    """The newest debriefed interview of an application."""
    rounds = (entry for entry in reversed(workbook.debriefed) if entry.application_id == application_id)
    return next(rounds, None)
