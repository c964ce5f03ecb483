"""Recording the outcome of an interview, with the date and their words."""

from datetime import date, datetime
from functools import partial
from random import Random

from lib.insight.hindsight import with_hindsight_flags
from lib.records.ids import new_id
from lib.records.interview import Interview
from lib.records.labels import cell_label
from lib.records.record import Record
from lib.records.vocabulary import Outcome, words
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, LoadedWorkbook, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import OUTCOME
from lib.workflows.drafting import DraftChange, commit_draft
from lib.workflows.drafts.editing import merge
from lib.workflows.entries.outcomes import TOO_EARLY, status_rows
from lib.workflows.entries.reopening import what_opened
from lib.workflows.entries.rounds import by_hand, contradicts_a_round
from lib.workflows.errors import Gone, Incomplete

KIND = OUTCOME

_COLUMNS = ("outcome", "outcome_on", "feedback")


def begin_outcome(interview: Interview, now: datetime, random: Random) -> Draft:
    """A draft with what is recorded so far; the date is today unless changed, or none if a later round made it count as
    moved on."""
    token = new_id("dt", random)
    cells = interview.cells()
    recorded: dict[str, JsonValue] = {column: cells[column] for column in _COLUMNS}
    suggested = "" if interview.moved_on_by_round else now.date().isoformat()
    answers = recorded | {"outcome_on": cells["outcome_on"] or suggested}
    return Draft(
        id=f"{interview.id}--outcome--{token}",
        kind=KIND,
        record_id=interview.id,
        token=token,
        screen="outcome",
        values=answers,
        base=recorded,
    )


def save_outcome(store: Store, draft: Draft, now: datetime) -> Receipt:
    """Record the outcome and move the application's status along, in one commit.

    Raises ``Gone`` if the interview was deleted, ``EditedElsewhere`` if another outcome was recorded meanwhile,
    ``Incomplete`` if the outcome is missing or dated before the interview, and what the store raises. An outcome that a
    later round would change is kept as entered (``by_hand``). Bring it back with ``store.undo``.
    """

    def write(loaded: LoadedWorkbook) -> DraftChange:
        put = _records(loaded.workbook, draft, now)
        return DraftChange("An outcome", put, message=what_opened(loaded.workbook, put))

    return commit_draft(store, draft, now, write)


def _records(workbook: Workbook, draft: Draft, now: datetime) -> tuple[Record, ...]:
    interview = workbook.interview(draft.record_id)
    if interview is None:
        raise Gone("This interview")
    cells = interview.cells()
    merged = merge(draft, {column: cells[column] for column in _COLUMNS}, partial(cell_label, Interview))
    outcome, on = form_values.text(merged, "outcome"), form_values.text(merged, "outcome_on")
    if outcome not in words(Outcome):
        raise Incomplete("The outcome is missing.", "Choose one.")
    day = date.fromisoformat(on) if on else now.date()
    if day < interview.held_on:
        raise Incomplete(TOO_EARLY, "Correct the date.")
    if day > now.date():
        raise Incomplete("The outcome is dated in the future.", "Correct the date.")
    stays = interview.moved_on_by_round and outcome == "advanced" and not on
    changed = interview.changed(
        outcome=outcome,
        outcome_on=None if outcome == "pending" or stays else day,
        feedback=form_values.text(merged, "feedback"),
        updated_at=now.replace(microsecond=0),
        outcome_by="round" if stays else None,
    )
    if contradicts_a_round(workbook, changed):
        changed = by_hand(changed)
    return (
        changed,
        *with_hindsight_flags(workbook.ratings, interview),
        *_status_rows(workbook, changed, day, draft.token),
    )


def _status_rows(workbook: Workbook, interview: Interview, day: date, token: str) -> tuple[Record, ...]:
    application = workbook.application(interview.application_id)
    return status_rows(workbook, application, interview, day, token) if application else ()
