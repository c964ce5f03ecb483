"""A closed application that opens again: they called back, or there was another round after all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from lib.dates import day_of
from lib.insight.hindsight import with_hindsight_flags
from lib.records.application import Application
from lib.records.history import status_history, status_of
from lib.records.interview import Interview, chronological
from lib.records.record import Record
from lib.records.vocabulary import ENDINGS, Outcome, Status
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.entries.applications import status_activity, status_change
from lib.workflows.form_values import FormValues

REOPEN: Final = "reopen"
"""The field for whether an application closed on the interview's day is open again: yes or empty."""
_OUTCOME_OF: Final[dict[str, Outcome]] = {"rejected": "rejected", "withdrawn": "withdrew"}
_LATELY = timedelta(days=2)

Turn = Literal["", "opens", "asks", "stays"]
"""What an interview does to its application: nothing, since that is open; opens it again; may do so, which has to be
asked; or leaves it closed, being older than its end."""


@dataclass(frozen=True)
class Reopening:
    """The rows that open an application again, and the sentence about it; both are empty if nothing opens."""

    records: tuple[Record, ...] = ()
    sentence: str = ""


def turn_of(workbook: Workbook, application: Application | None, held_at: date | None, today: date) -> Turn:
    """What an interview of that day does to an application that may be closed.

    Where the day of its end isn't known, only an interview of the last two days, or one to come, opens it.
    """
    if application is None or held_at is None or not application.is_closed:
        return ""
    held_on = day_of(held_at)
    closed_on = ended_on(workbook, application)
    if closed_on is None:
        return "opens" if held_on >= today - _LATELY else "stays"
    if held_on == closed_on:
        return "asks"
    return "opens" if held_on > closed_on else "stays"


def ended_on(workbook: Workbook, application: Application) -> date | None:
    """The day on which a closed application ended, if known."""
    if application.status_on:
        return application.status_on
    outcomes = (entry.outcome_on for entry in workbook.interviews if entry.application_id == application.id)
    return max((day for day in outcomes if day), default=None)


def reopening(
    workbook: Workbook, application: Application, held_at: date, answers: FormValues, today: date, token: str
) -> Reopening:
    """What opens the application again because of an interview of that day; nothing if it stays as it is."""
    turn = turn_of(workbook, application, held_at, today)
    if turn == "opens" or (turn == "asks" and form_values.text(answers, REOPEN) == "yes"):
        on = min(day_of(held_at), today)
        rows = tuple(reopened(workbook, application, "interviewing", on, token))
        return Reopening(rows, what_opened(workbook, rows))
    return Reopening()


def with_reopening(records: Sequence[Record], opened: Reopening) -> tuple[tuple[Record, ...], Reopening]:
    """The rows of a save together with those that open its application again; none if nothing is saved."""
    if not records or not opened.records:
        return tuple(records), Reopening()
    rows = {(row.file, row.identity): row for row in (*records, *opened.records)}
    return tuple(rows.values()), opened


def what_opened(workbook: Workbook, put: Iterable[Record]) -> str:
    """That an application which is closed in the workbook is open again with these rows; else empty."""
    for row in put:
        known = workbook.application(row.id) if isinstance(row, Application) else None
        if known and known.is_closed and isinstance(row, Application) and not row.is_closed:
            return f"{row.company} is open again."
    return ""


def status_moved(
    workbook: Workbook, application: Application, status: Status, on: date, token: str
) -> tuple[Record, ...]:
    """The rows of a change of status; if the application was closed, with what keeps the way it ended."""
    if application.is_closed and status not in ENDINGS:
        return tuple(reopened(workbook, application, status, on, token))
    return status_change(application, status, on, token)


def reopened(workbook: Workbook, application: Application, status: Status, on: date, token: str) -> Iterator[Record]:
    """A closed application with its new status, and what keeps the way it ended in the history.

    A no stays a no: if only the status had it, the last round before gets it as its outcome.
    """
    before, ended = workbook.application(application.id), application.status
    yield from status_change(application, status, on, token)
    if before is None or ended is None or before.status_on is None or before.status_on > on:
        return
    if all(status_of(row) != ended for row in status_history(workbook, application.id)):
        yield status_activity(application, ended, before.status_on, token)
    last = _last_round(workbook, application.id, before.status_on)
    if last and ended in _OUTCOME_OF and last.outcome in (None, "pending") and before.status_on < on:
        yield last.changed(outcome=_OUTCOME_OF[ended], outcome_on=before.status_on)
        yield from with_hindsight_flags(workbook.ratings, last)


def _last_round(workbook: Workbook, application_id: str, until: date) -> Interview | None:
    held = [entry for entry in workbook.debriefed if entry.application_id == application_id]
    return max((entry for entry in held if entry.held_on <= until), key=chronological, default=None)
