"""An offer as the answer to an interview: the last one before it moved on, if nobody recorded how it came out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lib.english import listed, plural
from lib.insight.rounds import OPEN_OUTCOMES, spoken_round
from lib.records.application import Application
from lib.records.interview import Interview, chronological
from lib.records.workbook import Workbook, cached_per_workbook


@dataclass(frozen=True)
class Offered:
    """An interview that an offer answered, and the day ``on`` which that came; None if it isn't known."""

    interview: Interview
    on: date | None


@cached_per_workbook
def looks_offered(workbook: Workbook) -> tuple[Offered, ...]:
    """The debriefed interviews that still count as unanswered though an offer followed, oldest first.

    Left out is what has another outcome.
    """
    found = (offered(workbook, application) for application in workbook.applications)
    return tuple(sorted((one for one in found if one), key=lambda one: chronological(one.interview)))


def offered(workbook: Workbook, application: Application) -> Offered | None:
    """The interview of an application that its offer answered; None without an offer, or if its outcome is known."""
    offers = [row for row in workbook.offers if row.kind == "offer" and row.application_id == application.id]
    if not offers and application.status != "offer":
        return None
    days = [row.received_on for row in offers if row.received_on]
    on = min(days) if days else application.status_on if application.status == "offer" else None
    held = [entry for entry in workbook.debriefed if entry.application_id == application.id]
    last = _last(held, on)
    is_open = last is not None and last.outcome in OPEN_OUTCOMES and last.outcome_by != "hand"
    return Offered(last, on) if last and is_open else None


def _last(held: Sequence[Interview], on: date | None) -> Interview | None:
    return max((entry for entry in held if on is None or entry.held_on <= on), key=chronological, default=None)


def offered_sentence(interviews: Iterable[Interview]) -> str:
    """'Your panel interview is now marked “Offer”.'"""
    names = [spoken_round(entry) for entry in sorted(interviews, key=chronological)]
    return f"Your {listed(names)} {plural(len(names), 'is', 'are')} now marked “Offer”." if names else ""
