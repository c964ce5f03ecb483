"""Recording that an offer answered the last interview before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from lib.insight.hindsight import settled
from lib.insight.offered import Offered, looks_offered, offered, offered_sentence
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store


def with_outcome(workbook: Workbook, put: Sequence[Record], now: datetime) -> tuple[Record, ...]:
    """The rows with the outcome of the interview that they answer: rows that bring an offer, or an application's status
    to it."""
    known = {row.id for row in workbook.offers}
    brought = {row.application_id for row in put if isinstance(row, Offer) and row.id not in known}
    moved = {row.id: row for row in put if isinstance(row, Application)}
    brought |= {key for key, row in moved.items() if row.status == "offer" and not _is_offered(workbook, key)}
    new = tuple(row for row in put if isinstance(row, Offer) and row.id not in known)
    after = replace(workbook, offers=(*workbook.offers, *new))
    applications = (moved.get(key) or workbook.application(key) for key in sorted(brought))
    found = [one for application in applications if application and (one := offered(after, application))]
    return (*put, *_recorded(workbook, found, now))


def outcome_sentence(workbook: Workbook, put: Iterable[Record]) -> str:
    """That an interview got the outcome of an offer with these rows; else empty."""
    waiting = {one.id for one in workbook.interviews if one.outcome != "offer"}
    return offered_sentence(row for row in put if isinstance(row, Interview) and row.id in waiting)


def record_offer(store: Store, interview_id: str, now: datetime) -> Receipt | None:
    """Record an interview that looks answered by an offer as that.

    None if that was done meanwhile. ``store.undo`` takes it back. Raises what the store raises.
    """
    loaded = store.load_whole()
    found = [one for one in looks_offered(loaded.workbook) if one.interview.id == interview_id]
    put = _recorded(loaded.workbook, found, now)
    return store.commit(loaded.transaction("An outcome", put), now) if put else None


def _recorded(workbook: Workbook, found: Iterable[Offered], now: datetime) -> tuple[Record, ...]:
    at = now.replace(microsecond=0)
    return tuple(
        row
        for one in found
        for row in (
            one.interview.changed(outcome="offer", outcome_on=one.on, updated_at=at),
            *settled(workbook.ratings, one.interview),
        )
    )


def _is_offered(workbook: Workbook, application_id: str) -> bool:
    application = workbook.application(application_id)
    return application is not None and application.status == "offer"
