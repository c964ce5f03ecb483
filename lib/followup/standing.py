"""Where a process stands, by everything that the workbook knows of it: what a letter may still look forward to."""

from collections.abc import Mapping
from typing import Final, Literal

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.vocabulary import Outcome, Status
from lib.records.workbook import Workbook

Standing = Literal["open", "offer", "accepted", "over"]
"""``offer`` says that they made one, ``accepted`` that I took it, ``over`` that either side said no, or silence did."""

_BY_STATUS: Final[Mapping[str, Standing]] = {
    "offer": "offer",
    "accepted": "accepted",
    "rejected": "over",
    "withdrawn": "over",
    "no_reply": "over",
}
_BY_OUTCOME: Final[Mapping[Outcome, Status]] = {
    "offer": "offer",
    "rejected": "rejected",
    "withdrew": "withdrawn",
    "no_reply": "no_reply",
}


def standing_by(status: Status | None) -> Standing:
    """The standing that a status comes to."""
    return _BY_STATUS.get(status or "", "open")


def status_of(workbook: Workbook, application: Application | None) -> Status | None:
    """The application's status, or what its offers and its last interview say where it lags behind them."""
    if application is None:
        return None
    offers = [offer for offer in workbook.offers if offer.kind == "offer" and offer.application_id == application.id]
    if standing_by(application.status) in ("accepted", "over"):
        return application.status
    if any(offer.accepted_on or offer.signed_on for offer in offers):
        return "accepted"
    if offers or application.status == "offer":
        return "offer"
    last = last_debriefed(workbook, application.id)
    return _BY_OUTCOME.get(last.outcome, application.status) if last and last.outcome else application.status


def last_debriefed(workbook: Workbook, application_id: str) -> Interview | None:
    """The newest debriefed interview of an application."""
    rounds = (entry for entry in reversed(workbook.debriefed()) if entry.application_id == application_id)
    return next(rounds, None)
