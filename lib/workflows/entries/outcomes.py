"""What an outcome does to its application."""

from datetime import date
from typing import Final

from lib.records.application import Application
from lib.records.interview import Interview, chronological
from lib.records.record import Record
from lib.records.vocabulary import ENDINGS, Outcome
from lib.records.workbook import Workbook
from lib.workflows.entries.applications import STATUS_AFTER, status_change

KNOWN_OUTCOMES: Final[tuple[Outcome, ...]] = ("advanced", "offer", "rejected", "no_reply", "withdrew")
"""The outcomes that may be known when an interview is written down, in the order offered."""

ENDED: Final[tuple[Outcome, ...]] = ("rejected", "no_reply", "withdrew")
"""The outcomes after which nothing comes any more."""


TOO_EARLY: Final = "The outcome is dated before the interview."
"""The error about days that contradict each other, beside the field and at a save."""


def status_rows(
    workbook: Workbook, application: Application, interview: Interview, on: date | None, token: str
) -> tuple[Record, ...]:
    """The application moved along by the interview's outcome, with the dated activity that remembers it.

    Empty if something newer is known. Without a day, ``on``, the status changes and nothing is dated.
    """
    status = STATUS_AFTER.get(interview.outcome or "")
    if status is None or application.status == status:
        return ()
    day = on or interview.held_on
    if application.status_on and application.status_on > day:  # back-dated: something newer is known already
        return ()
    if any(chronological(entry) > chronological(interview) for entry in _answered(workbook, interview)):
        return ()
    if status in ENDINGS and any(entry.held_on > day for entry in _later(workbook, interview)):
        return ()  # there was another round after that no: it is open again since
    if on is None:
        return (application.changed(status=status, status_on=None),)
    return status_change(application, status, on, token)


def _later(workbook: Workbook, interview: Interview) -> tuple[Interview, ...]:
    held = (entry for entry in workbook.debriefed if entry.application_id == interview.application_id)
    return tuple(entry for entry in held if chronological(entry) > chronological(interview))


def _answered(workbook: Workbook, interview: Interview) -> tuple[Interview, ...]:
    rounds = (entry for entry in workbook.interviews if entry.application_id == interview.application_id)
    return tuple(entry for entry in rounds if entry.outcome_is_known and entry.id != interview.id)
