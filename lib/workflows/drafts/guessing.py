"""Whether a guess about an interview would still count: once it's known how it went on, none is asked for."""

from datetime import date

from lib.insight.hindsight import later_round
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.entries.applications import application_meant
from lib.workflows.form_values import FormValues

_OUTCOME = "You already know the outcome, so there's no guess to make."
_ROUND = "A later round is on file, so there's no guess to make."


def why_no_guess(workbook: Workbook, interview: Interview) -> str:
    """Why no guess is asked for; empty if one counts. ``interview`` may not be on file yet."""
    if interview.outcome_is_known:
        return _OUTCOME
    return _ROUND if later_round(workbook.interviews, interview) else ""


def why_no_guess_here(workbook: Workbook, record_id: str, answers: FormValues) -> str:
    """The same for a debrief that is being written, if its answers tell which interview it is."""
    if form_values.text(answers, "outcome"):
        return _OUTCOME
    on_file = workbook.interview(record_id)
    if on_file and on_file.outcome_is_known:
        return _OUTCOME
    chosen = application_meant(workbook, answers)
    day = form_values.text(answers, "date")
    if chosen is None or not day:
        return ""
    held_at = date.fromisoformat(day)
    written = Interview(id=record_id, application_id=chosen.id, state="short", held_at=held_at, stage="other")
    return why_no_guess(workbook, written)
