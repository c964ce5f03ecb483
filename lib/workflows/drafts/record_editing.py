"""Making or correcting one record: an application, a person, a favour, an activity, a question, a story, a plan."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from random import Random
from typing import Final

from lib.english import paragraph
from lib.records.application import Application
from lib.records.criterion import all_criteria
from lib.records.decision import Decision
from lib.records.ids import new_id
from lib.records.labels import cell_label, label
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.plan import IfThenPlan
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, LoadedWorkbook, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import RECORD
from lib.workflows.drafting import DraftChange, commit_draft, is_new
from lib.workflows.drafts.activity_rows import activity_rows
from lib.workflows.drafts.application_rows import application_rows, application_title
from lib.workflows.drafts.ask_rows import ask_rows, ask_title
from lib.workflows.drafts.editing import merge
from lib.workflows.drafts.question_rows import card_answered, question_rows, topic_rows
from lib.workflows.drafts.record_entry import AnsweredForm, EntryForm
from lib.workflows.entries.addressing import with_checked_salutation
from lib.workflows.entries.deciding import dated_answers, decision_records
from lib.workflows.entries.deciding import title_of as decision_title
from lib.workflows.entries.offer_ends import ENDED
from lib.workflows.entries.offer_pay import form_cells
from lib.workflows.entries.offered import outcome_sentence, with_outcome
from lib.workflows.entries.offers import offer_name, saved_rows
from lib.workflows.entries.reopening import what_opened
from lib.workflows.errors import Gone
from lib.workflows.ids import stable_id

KIND = RECORD


def _person_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    before, after = answered.known(Person), answered.record(Person)
    return (with_checked_salutation(before, after) if before else after,)


def _plan_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    plan = answered.record(IfThenPlan)
    return (plan if answered.before else plan.changed(made_on=answered.now.date()),)


def _offer_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    draft, before = answered.draft, answered.known(Offer)
    made = (draft.record_id, draft.token)
    return saved_rows(answered.workbook, before, answered.answers, draft.screen, made, answered.now)


def _offer_title(workbook: Workbook, record: Record, _put: tuple[Record, ...]) -> str:
    return offer_name(workbook, record) if isinstance(record, Offer) else ""


def _decision_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    answers = dated_answers(answered.answers, answered.draft, answered.now)
    decision = answered.record(Decision, answers)
    if answered.before:
        return (decision,)
    return decision_records(answered.workbook, decision, answers, answered.token, answered.now)


def _decision_title(workbook: Workbook, record: Record, _put: tuple[Record, ...]) -> str:
    return decision_title(workbook, record.application_id) if isinstance(record, Decision) else ""


_NAMED = {"company": "company", "role": "role"}
_APPLICATION = EntryForm("applications", "ap", "application", _NAMED, application_rows, application_title)
_OFFER = EntryForm("offers", "of", "offer", rows=_offer_rows, title=_offer_title)
_DECISION = EntryForm("decisions", "de", "decision", {"choice": "choice"}, _decision_rows, _decision_title)
_QUESTION = {"text": "question"}

ENTRIES: Final[Mapping[str, EntryForm]] = {
    "application": _APPLICATION,
    "status": _APPLICATION,
    "posting": _APPLICATION,
    "person": EntryForm("people", "pe", "person", {"name": "name"}, _person_rows),
    "ask": EntryForm(
        "asks", "as", "favour", {"person_id": "Who?", "kind": "What do you ask for?"}, ask_rows, ask_title
    ),
    "activity": EntryForm("activity", "ac", "entry", {"on": "When?", "kind": "What was it?"}, activity_rows),
    "aim": EntryForm("activity", "ac", "aim", {"note": "goal"}, activity_rows),
    "question": EntryForm("questions", "qu", "question", _QUESTION, question_rows),
    "topic": EntryForm("topics", "tp", "question", _QUESTION, topic_rows),
    "story": EntryForm("stories", "st", "story", {"title": "title"}),
    "plan": EntryForm("plans", "pl", "plan", {"then_do": "second half of the plan"}, _plan_rows),
    "offer": _OFFER,
    "present_job": _OFFER,
    "offer_pay": _OFFER,
    "offer_days": _OFFER,
    "offer_terms": _OFFER,
    "negotiation": _OFFER,
    "signing": _OFFER,
    "offer_ended": _OFFER,
    "counter_offer": _OFFER,
    "goal": EntryForm("goals", "go", "goal", {"goal": "goal"}),
    "criterion": EntryForm("criteria", "cr", "criterion", {"name": "name"}),
    "decision": _DECISION,
    "review": _DECISION,
}
"""The forms by name; two forms may show different columns of one table."""


def begin_record(workbook: Workbook, form: str, record_id: str, random: Random, **known: str) -> Draft:
    """A draft of the stored record or, with an empty id, of a new one with the ``known`` values.

    ``known`` may also hold answers that are no column of the record. Raises ``Gone`` if the record was deleted.
    """
    entry, token = ENTRIES[form], new_id("dt", random)
    answers: dict[str, JsonValue] = dict(known)
    draft_id = made = stable_id(entry.prefix, token)
    if record_id:
        record = find_record(workbook, entry.table, record_id)
        if record is None:
            raise Gone(f"This {entry.noun}")
        draft_id = f"{record_id}--{form}--{token}"
        answers |= form_cells(record)
    return Draft(
        id=draft_id,
        kind=KIND,
        record_id=record_id or made,
        token=token,
        screen=form,
        values=answers,
        base=answers,
    )


def find_record(workbook: Workbook, table: str, record_id: str) -> Record | None:
    """The record of that id in a table whose key is the id; a starting criterion needs no row to be found."""
    rows = all_criteria(workbook.criteria) if table == "criteria" else getattr(workbook, table)
    return next((row for row in rows if row.identity == (record_id,)), None)


def save_record(store: Store, draft: Draft, now: datetime) -> Receipt:
    """Save the record; what was changed elsewhere meanwhile is kept if this draft did not touch it.

    A changed status is dated and remembered as an activity, and an offer is the outcome of the last interview before
    it. Raises ``Incomplete`` if an answer is missing or cannot be
    meant, ``Gone`` if the record was deleted, ``EditedElsewhere`` if both changed the same field, and what the store
    raises. ``store.undo`` takes it back.
    """

    def write(loaded: LoadedWorkbook) -> DraftChange:
        workbook, rows = loaded.workbook, _rows(loaded.workbook, draft, now)
        put = with_outcome(workbook, rows, now)
        says = paragraph(what_opened(workbook, put), outcome_sentence(rows, put))
        return DraftChange(_label(workbook, rows, draft), put, message=says)

    return commit_draft(store, draft, now, write)


def _rows(workbook: Workbook, draft: Draft, now: datetime) -> tuple[Record, ...]:
    """The rows that the form changes; those that are in the workbook already are left out."""
    entry, before = ENTRIES[draft.screen], _stored(workbook, draft)
    if before is None and not is_new(draft):
        raise Gone(f"This {entry.noun}")
    answers = merge(draft, {**draft.base, **(form_cells(before) if before else {})}, partial(_shown, draft))
    stored = {*workbook, *all_criteria(workbook.criteria)}
    return tuple(
        row for row in entry.rows(AnsweredForm(workbook, entry, draft, before, answers, now)) if row not in stored
    )


def _shown(draft: Draft, field: str, text: str) -> str:
    if field == ENDED and text:
        return label(text)
    if field == "note" and draft.values.get("kind") == "status":
        return cell_label(Application, "status", text)
    return cell_label(ENTRIES[draft.screen].model, field, text)


def _stored(workbook: Workbook, draft: Draft) -> Record | None:
    """The stored record: for a question begun as a card without a topic, the topic it has now."""
    card = card_answered(workbook, draft.values)
    return find_record(workbook, ENTRIES[draft.screen].table, draft.record_id) or (card.topic if card else None)


_NAMING: Final = ("company", "role", "name", "person_name", "note", "title", "text", "goal", "then_do")


def draft_title(workbook: Workbook, draft: Draft) -> str:
    """What a draft is about, in a few words, if known."""
    entry = ENTRIES[draft.screen]
    record = find_record(workbook, entry.table, draft.record_id)
    if record:
        return entry.title(workbook, record, ())
    words = ", ".join(word for column in _NAMING if (word := form_values.text(draft.values, column)))
    return words or f"A new {entry.noun}"


def title_of(workbook: Workbook, table: str, record: Record) -> str:
    """A record of that table in a few words, for lists of what can be undone."""
    return next(entry for entry in ENTRIES.values() if entry.table == table).title(workbook, record, ())


def _label(workbook: Workbook, put: tuple[Record, ...], draft: Draft) -> str:
    entry = ENTRIES[draft.screen]
    own = next((row for row in put if row.file == entry.model.file), None)
    record = own or find_record(workbook, entry.table, draft.record_id)
    return entry.title(workbook, record, put) if record else "An entry"
