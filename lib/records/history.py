"""How an application's status went, from its dated rows: also whether it had ended once and is open again."""

from datetime import date

from lib.records.activity import Activity
from lib.records.offer import Offer
from lib.records.vocabulary import ENDINGS
from lib.records.workbook import Workbook, cached_per_workbook


def status_history(workbook: Workbook, application_id: str) -> tuple[Activity, ...]:
    """The changes of an application's status, oldest first; applying is one of them."""
    return _histories(workbook).get(application_id, ())


def status_of(row: Activity) -> str:
    """The status that an activity of the history brought."""
    return "applied" if row.kind == "application" else row.note


def reopened_on(workbook: Workbook, application_id: str) -> date | None:
    """The day since which an application that had ended is open again; None for one that never ended, or is closed.

    A no, a decision or an offer from before that day is a thing of the past.
    """
    return _reopenings(workbook).get(application_id)


def is_past_offer(workbook: Workbook, offer: Offer) -> bool:
    """Whether an offer is no longer to be had: it ended, or came before its application ended and opened again."""
    if offer.ended_on:
        return True
    since = reopened_on(workbook, offer.application_id)
    if since is None:
        return False
    days = [day for day in (offer.received_on, offer.accepted_on, offer.signed_on) if day is not None]
    if days:
        return max(days) < since
    application = workbook.application(offer.application_id)
    return application is not None and application.status != "offer"


@cached_per_workbook
def _histories(workbook: Workbook) -> dict[str, tuple[Activity, ...]]:
    found: dict[str, list[Activity]] = {}
    for row in sorted(workbook.activity, key=lambda row: row.on):
        if row.kind in ("status", "application"):
            found.setdefault(row.application_id, []).append(row)
    return {application_id: tuple(rows) for application_id, rows in found.items()}


@cached_per_workbook
def _reopenings(workbook: Workbook) -> dict[str, date]:
    found: dict[str, date] = {}
    for entry in workbook.applications:
        since = None if entry.is_closed else _last_reopening(_histories(workbook).get(entry.id, ()))
        if since is not None:
            found[entry.id] = since
    return found


def _last_reopening(rows: tuple[Activity, ...]) -> date | None:
    since, was_closed = None, False
    for row in rows:
        is_closing = status_of(row) in ENDINGS
        if was_closed and not is_closing:
            since = row.on
        was_closed = is_closing
    return since
