"""A debrief: from the answers of its five steps to one commit.

The draft's ``record_id`` is the id that the interview will have, and every other new id follows from the draft's
token: saved twice, it is once there.
"""

from datetime import date, datetime, timedelta, tzinfo
from random import Random

from lib.dates import DateStyle
from lib.english import paragraph
from lib.records.ids import new_id
from lib.records.interview import Interview
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import DEBRIEF
from lib.workflows.drafting import DraftChange, commit_draft
from lib.workflows.drafts.debrief_conflicts import differences
from lib.workflows.drafts.debrief_rows import DebriefRows
from lib.workflows.drafts.earlier_fields import migrate_draft
from lib.workflows.entries.applications import require_answers
from lib.workflows.entries.offered import outcome_sentence, with_outcome
from lib.workflows.entries.reopening import with_reopening
from lib.workflows.entries.rounds import propagate_outcomes
from lib.workflows.errors import EditedElsewhere

STEPS = ("which", "job", "asked", "went", "next")
"""The steps in their order: wanting the job comes before how it went, and recall before prompts."""

KIND = DEBRIEF


_LATELY = timedelta(days=2)


def is_back_dated(day: date, today: date) -> bool:
    """Whether an interview of that day is written down from memory, days after it."""
    return day < today - _LATELY


def begin_debrief(workbook: Workbook, interview_id: str, now: datetime, random: Random) -> Draft:
    """A fresh draft: for an interview that was entered in advance, or, with an empty id, for a new one."""
    interview = workbook.interview(interview_id) if interview_id else None
    answers: dict[str, JsonValue] = {"date": now.date().isoformat()}
    if interview:
        answers = _known_answers(workbook, interview)
    return _begun(interview.id if interview else new_id("iv", random), answers, random)


def begin_another(workbook: Workbook, before: Interview, now: datetime, random: Random) -> Draft:
    """A fresh draft of another interview for the same application: with the people met ``before``, and the day after.

    Where that day is still to come, it's today.
    """
    day = min(before.held_on + timedelta(days=1), now.date())
    people = _people_of(workbook, before, with_topics=False)
    answers: dict[str, JsonValue] = {"application": before.application_id, "date": day.isoformat(), **people}
    return _begun(new_id("iv", random), answers, random)


def _begun(record_id: str, answers: dict[str, JsonValue], random: Random) -> Draft:
    token = new_id("dt", random)
    return Draft(id=record_id, kind=KIND, record_id=record_id, token=token, screen=STEPS[0], values=answers)


def _known_answers(workbook: Workbook, interview: Interview) -> dict[str, JsonValue]:
    return {
        "application": interview.application_id,
        "stage": interview.stage,
        "stage_words": interview.stage_words,
        **form_values.fields_of(interview),
        **_people_of(workbook, interview, with_topics=True),
    }


def _people_of(workbook: Workbook, interview: Interview, *, with_topics: bool) -> dict[str, JsonValue]:
    met = [entry for entry in workbook.conversations if entry.interview_id == interview.id]
    rows: dict[str, JsonValue] = {"people": [entry.person_id for entry in met]}
    for entry in met:
        rows[form_values.row_field("people", entry.person_id, "name")] = workbook.name_of(entry.person_id)
        rows[form_values.row_field("people", entry.person_id, "talked_about")] = (
            entry.talked_about if with_topics else ""
        )
    return rows


def save_debrief(store: Store, draft: Draft, now: datetime, zone: tzinfo, dates: DateStyle) -> Receipt:
    """Save the debrief, all of it or nothing; the draft goes with the same commit.

    Raises ``Incomplete`` if a required answer is missing, a date can't be or a text cannot be kept, ``EditedElsewhere``
    if the interview was debriefed elsewhere in the meantime, and what the store raises.
    """
    return commit_draft(store, draft, now, lambda loaded: _written(loaded.workbook, draft, now, zone, dates))


def require_first_step(workbook: Workbook, draft: Draft, now: datetime, zone: tzinfo) -> None:
    """Raise ``Incomplete`` while it isn't clear which interview the draft is about: the error that saving would give at
    the end."""
    require_answers(draft.values, STEPS[0])
    DebriefRows(workbook, draft, now, zone).require_first_step()


def _written(workbook: Workbook, draft: Draft, now: datetime, zone: tzinfo, dates: DateStyle) -> DraftChange:
    require_answers(draft.values, STEPS[0])
    rows = DebriefRows(workbook, migrate_draft(workbook, draft, zone, now.date()), now, zone)
    label = f"Debrief of {rows.application.company}, {rows.application.role}"
    put, opened = with_reopening(_unless_elsewhere(workbook, draft, rows, dates), rows.reopening())
    step = propagate_outcomes(workbook, put, now)
    put = with_outcome(workbook, step.put, now)
    says = paragraph(opened.sentence, step.sentence, outcome_sentence(step.put, put))
    return DraftChange(label, put, undoable=False, message=says, consequences=(*opened.records, *step.consequences))


def _unless_elsewhere(workbook: Workbook, draft: Draft, rows: DebriefRows, dates: DateStyle) -> tuple[Record, ...]:
    """The rows to put: none where the interview was debriefed elsewhere in the same words, all if that should be
    overwritten. Raises ``EditedElsewhere`` if it differs."""
    before = workbook.interview(draft.record_id)
    if before is None or not before.is_debriefed or draft.values.get("overwrite") == "yes":
        return rows.all()
    if found := differences(workbook, before, rows.interview, rows.lists(), dates):
        raise EditedElsewhere(found)
    return ()
