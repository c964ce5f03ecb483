"""Entering an interview that is still to come."""

from dataclasses import replace
from datetime import date, datetime, tzinfo
from random import Random

from lib.dates import day_of
from lib.english import paragraph
from lib.records.conversation import Conversation
from lib.records.ids import new_id
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.person import Person
from lib.records.record import Record
from lib.records.vocabulary import InterviewState
from lib.records.workbook import Workbook
from lib.store import Draft, LoadedWorkbook, Receipt, Store, Transaction
from lib.workflows import form_values
from lib.workflows.draft_kinds import UPCOMING
from lib.workflows.drafting import DraftChange, commit_draft
from lib.workflows.entries.applications import dated_application, interviewing_now, require_answers
from lib.workflows.entries.people import new_person, person_of_row
from lib.workflows.entries.reopening import Reopening, reopening, with_reopening
from lib.workflows.entries.rounds import propagate_outcomes
from lib.workflows.entries.take_homes import require_dates
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

KIND = UPCOMING
_SHARED = (
    *("application", "company", "role", "which", "applied_on"),
    *("date", "time", "zone", form_values.TYPED_IN, "stage", "stage_words"),
)
"""The answers that a debrief's first step and this form have in common."""


def begin_upcoming(random: Random) -> Draft:
    """An empty draft of an interview still to come."""
    record_id = new_id("iv", random)
    return Draft(id=record_id, kind=KIND, record_id=record_id, token=new_id("dt", random), screen=KIND, values={})


def as_upcoming(debrief: Draft, random: Random) -> Draft:
    """The answers of a debrief's first step, as a draft of an upcoming interview."""
    fresh = begin_upcoming(random)
    kept = {field: debrief.values[field] for field in _SHARED if debrief.values.get(field)}
    return replace(fresh, values=kept)


def save_upcoming(store: Store, draft: Draft, now: datetime, zone: tzinfo) -> Receipt:
    """Save the interview as scheduled, with the people to be met; earlier rounds that it answers count as moved on.

    Raises ``Incomplete`` if company, role, date or stage is missing, and what the store raises.
    """

    def write(loaded: LoadedWorkbook) -> DraftChange:
        records = _records(loaded.workbook, draft, now, zone)
        put, opened = with_reopening(records, _reopening(loaded.workbook, draft, now, zone))
        step = propagate_outcomes(loaded.workbook, put, now)
        says, consequences = paragraph(opened.sentence, step.sentence), (*opened.records, *step.consequences)
        return DraftChange("An interview to come", step.put, undoable=False, message=says, consequences=consequences)

    return commit_draft(store, draft, now, write)


def _records(workbook: Workbook, draft: Draft, now: datetime, zone: tzinfo) -> tuple[Record, ...]:
    require_answers(draft.values)
    today = now.astimezone(zone).date()
    application = dated_application(workbook, draft.values, draft.token, today)
    form_values.require_zone(draft.values)
    when, stage = form_values.when(draft.values, zone), form_values.text(draft.values, "stage")
    interest = form_values.text(draft.values, "interest_before")
    interview = Interview.model_validate(
        {
            "id": draft.record_id,
            "application_id": application.id,
            "state": "scheduled",
            "held_at": when.held_at,
            "zone": when.zone,
            "stage": stage,
            "stage_words": form_values.text(draft.values, "stage_words") if stage == "other" else "",
            "interest_before": int(interest) if interest else None,
            **_details(draft.values, when.known, today),
            "created_at": now.replace(microsecond=0),
        }
    )
    people: list[Record] = []
    for name in form_values.lines(draft.values, "people_names"):
        known = [entry for entry in people if isinstance(entry, Person)]
        row_id = stable_id("pe", draft.token, name)
        row = {**draft.values, form_values.row_field("people", row_id, "name"): name}
        person = person_of_row(workbook, row, row_id, application, application.company, known)
        person = person or new_person(row_id, name, application.company)
        people += [person, Conversation(interview_id=interview.id, person_id=person.id)]
    return (
        *interviewing_now(workbook, application, now.date(), draft.token),
        interview,
        *(record for record in dict.fromkeys(people) if record not in workbook.people),
    )


_DETAILS = ("format", "planned_minutes", "link", "place", "due_on")


def _details(answers: FormValues, held_at: date, today: date) -> dict[str, str]:
    """What is known of it in advance, as cells; the due date is that of a take-home alone."""
    typed = {column: form_values.text(answers, column) for column in _DETAILS}
    if typed["format"] != "take_home":
        typed["due_on"] = ""
    require_dates(typed, day_of(held_at), today)
    return {column: text for column, text in typed.items() if text}


def _reopening(workbook: Workbook, draft: Draft, now: datetime, zone: tzinfo) -> Reopening:
    today = now.astimezone(zone).date()
    application = dated_application(workbook, draft.values, draft.token, today)
    held_at = form_values.when(draft.values, zone).known
    return reopening(workbook, application, held_at, draft.values, today, draft.token)


def mark_not_held(store: Store, interview_id: str, state: InterviewState, now: datetime) -> Receipt:
    """Record that a scheduled interview was cancelled, or that they didn't come. ``store.undo`` takes it back.

    Raises ``Gone`` if it was deleted, ``Incomplete`` if it was debriefed in the meantime, and what the store raises.
    """
    loaded = store.load_whole()
    interview = loaded.workbook.interview(interview_id)
    if interview is None:
        raise Gone("This interview")
    if interview.is_debriefed:
        raise Incomplete("This interview has a debrief by now, so it did take place.", "Look at it in the Journal.")
    changed = interview.changed(state=state, updated_at=now.replace(microsecond=0))
    step = propagate_outcomes(loaded.workbook, (changed,), now)
    row_versions = loaded.row_versions_of(step.put)
    change = Transaction(
        label=label(state), put=step.put, row_versions=row_versions, undoable=True, message=step.sentence
    )
    return store.commit(change, now)
