"""Recording that an offer answered the last interview before it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from lib.insight.hindsight import with_hindsight_flags
from lib.insight.offered import Offered, looks_offered, offered, offered_sentence
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.offer import Offer
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store


def with_outcome(workbook: Workbook, put: Sequence[Record], now: datetime) -> tuple[Record, ...]:
    """The rows with the outcome of the interview that they answer: rows that bring an offer, an application's status to
    it, or the debrief of an interview before it."""
    known = {row.id for row in workbook.offers}
    brought = {row.application_id for row in put if isinstance(row, Offer) and row.id not in known}
    moved = {row.id: row for row in put if isinstance(row, Application)}
    brought |= {key for key, row in moved.items() if row.status == "offer" and not _is_offered(workbook, key)}
    debriefed = {row.id: row for row in put if isinstance(row, Interview) and row.is_debriefed}
    brought |= {row.application_id for row in debriefed.values() if not _was_debriefed(workbook, row)}
    new = tuple(row for row in put if isinstance(row, Offer) and row.id not in known)
    held = {**workbook.by_id(Interview), **debriefed}
    after = replace(workbook, offers=(*workbook.offers, *new), interviews=tuple(held.values()))
    applications = (moved.get(key) or workbook.application(key) for key in sorted(brought))
    found = [one for application in applications if application and (one := offered(after, application))]
    recorded = _recorded(workbook, found, now)
    ids = {row.id for row in recorded if isinstance(row, Interview)}
    return (*(row for row in put if not (isinstance(row, Interview) and row.id in ids)), *recorded)


def outcome_sentence(rows: Iterable[Record], put: Iterable[Record]) -> str:
    """That an interview got the outcome of an offer: one of those ``put`` that isn't among the ``rows`` as it was
    filled in; else empty."""
    own = {row for row in rows if isinstance(row, Interview)}
    return offered_sentence(
        row for row in put if isinstance(row, Interview) and row.outcome == "offer" and row not in own
    )


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
            *with_hindsight_flags(workbook.ratings, one.interview),
        )
    )


def _was_debriefed(workbook: Workbook, interview: Interview) -> bool:
    before = workbook.interview(interview.id)
    return before is not None and before.is_debriefed


def _is_offered(workbook: Workbook, application_id: str) -> bool:
    application = workbook.application(application_id)
    return application is not None and application.status == "offer"
