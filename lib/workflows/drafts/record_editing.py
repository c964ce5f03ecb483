"""Making or correcting one record: an application, a person, a favour, an activity, a question, a story, a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from random import Random
from typing import Final

from lib.practice.cards import Card
from lib.practice.common_questions import common_card
from lib.practice.regrouping import joined
from lib.records.activity import Activity
from lib.records.application import Application, company_key, same_company
from lib.records.ask import Ask
from lib.records.criterion import all_criteria
from lib.records.decision import Decision
from lib.records.history import status_history, status_of
from lib.records.ids import new_id
from lib.records.labels import cell_label, label
from lib.records.offer import Offer
from lib.records.person import Person
from lib.records.plan import Plan
from lib.records.question import Question
from lib.records.record import Cells, Record
from lib.records.topic import Topic
from lib.records.vocabulary import PersonKind
from lib.records.workbook import Workbook
from lib.store import Draft, JsonValue, Loaded, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import RECORD
from lib.workflows.drafting import Written, commit_draft, is_new
from lib.workflows.drafts.editing import merge
from lib.workflows.entries.addressing import renamed
from lib.workflows.entries.applications import ANOTHER, WHICH, namesakes
from lib.workflows.entries.deciding import dated_answers, decision_records, title_of
from lib.workflows.entries.offer_ends import ENDED
from lib.workflows.entries.offer_pay import form_cells
from lib.workflows.entries.offers import offer_name, saved_rows
from lib.workflows.entries.people import known_person, recruiters
from lib.workflows.entries.practising import card_of
from lib.workflows.entries.reopening import status_moved, what_opened
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

KIND = RECORD

VIA_NAME, VIA_AGENCY = "via_name", "via_agency"
"""The answers that name a recruiter who isn't known yet."""


@dataclass(frozen=True)
class Entry:
    """One small form: its record's table, what it is called, and what must be filled in.

    ``needed`` leads from a column to its name in a sentence, or to the question that its field asks.
    """

    table: str
    prefix: str
    noun: str
    needed: Mapping[str, str] = field(default_factory=dict)

    @property
    def model(self) -> type[Record]:
        """The model of the record."""
        return Workbook.MODELS[self.table]


_APPLICATION = Entry("applications", "ap", "application", {"company": "company", "role": "role"})
_OFFER = Entry("offers", "of", "offer")
_ACTIVITY = Entry("activity", "ac", "entry", {"on": "When?", "kind": "What was it?"})
_DECISION = Entry("decisions", "de", "decision", {"choice": "choice"})

ENTRIES: Final[Mapping[str, Entry]] = {
    "application": _APPLICATION,
    "status": _APPLICATION,
    "posting": _APPLICATION,
    "person": Entry("people", "pe", "person", {"name": "name"}),
    "ask": Entry("asks", "as", "favour", {"person_id": "Who?", "kind": "What do you ask for?"}),
    "activity": _ACTIVITY,
    "aim": Entry("activity", "ac", "aim", {"note": "goal"}),
    "question": Entry("questions", "qu", "question", {"text": "question"}),
    "topic": Entry("topics", "tp", "question", {"text": "question"}),
    "story": Entry("stories", "st", "story", {"title": "title"}),
    "plan": Entry("plans", "pl", "plan", {"then_do": "second half of the plan"}),
    "offer": _OFFER,
    "present_job": _OFFER,
    "offer_pay": _OFFER,
    "offer_days": _OFFER,
    "offer_terms": _OFFER,
    "negotiation": _OFFER,
    "signing": _OFFER,
    "offer_ended": _OFFER,
    "counter_offer": _OFFER,
    "goal": Entry("goals", "go", "goal", {"goal": "goal"}),
    "criterion": Entry("criteria", "cr", "criterion", {"name": "name"}),
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
    if not record_id:
        made = stable_id(entry.prefix, token)
        return Draft(id=made, kind=KIND, record_id=made, token=token, screen=form, values=answers, base=answers)
    record = find_record(workbook, entry.table, record_id)
    if record is None:
        raise Gone(f"This {entry.noun}")
    answers |= form_cells(record)
    return Draft(
        id=f"{record_id}--{form}--{token}",
        kind=KIND,
        record_id=record_id,
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

    A changed status is dated and remembered as an activity. Raises ``Incomplete`` if an answer is missing or cannot be
    meant, ``Gone`` if the record was deleted, ``EditedElsewhere`` if both changed the same field, and what the store
    raises. ``store.undo`` takes it back.
    """

    def write(loaded: Loaded) -> Written:
        put = _records(loaded.workbook, draft, now)
        return Written(_label(loaded.workbook, put, draft), put, says=what_opened(loaded.workbook, put))

    return commit_draft(store, draft, now, write)


def _records(workbook: Workbook, draft: Draft, now: datetime) -> tuple[Record, ...]:
    entry = ENTRIES[draft.screen]
    before = _standing(workbook, draft)
    if before is None and not is_new(draft):
        raise Gone(f"This {entry.noun}")
    answers = merge(draft, {**draft.base, **(form_cells(before) if before else {})}, partial(_shown, draft))
    rows = _rows(workbook, before, answers, draft, now)
    standing = {*workbook, *all_criteria(workbook.criteria)}
    return tuple(row for row in rows if row not in standing)


def _shown(draft: Draft, field: str, text: str) -> str:
    if field == ENDED and text:
        return label(text)
    if field == "note" and draft.values.get("kind") == "status":
        return cell_label(Application, "status", text)
    return cell_label(ENTRIES[draft.screen].model, field, text)


def _rows(
    workbook: Workbook, before: Record | None, answers: FormValues, draft: Draft, now: datetime
) -> tuple[Record, ...]:
    entry = ENTRIES[draft.screen]
    made: tuple[Record, ...] = ()
    if entry is _OFFER:
        known = before if isinstance(before, Offer) else None
        return saved_rows(workbook, known, answers, draft.screen, (draft.record_id, draft.token), now)
    if entry.table == "asks":
        answers, made = _with_person(workbook, answers, draft.token)
    elif entry is _APPLICATION:
        answers, made = _with_recruiter(workbook, answers, draft.token)
    elif entry.table == "decisions":
        answers = dated_answers(answers, draft, now)
    record = _record(entry, before.identity[0] if before else draft.record_id, answers)
    return (*made, *_with_companions(workbook, before, record, answers, draft, now))


def _standing(workbook: Workbook, draft: Draft) -> Record | None:
    """The stored record: for a question begun as a card without a topic, the topic it has now."""
    card = _card(workbook, draft.values)
    made = card.topic if card else None
    return find_record(workbook, ENTRIES[draft.screen].table, draft.record_id) or made


def _card(workbook: Workbook, answers: FormValues) -> Card | None:
    return card_of(workbook, form_values.text(answers, "card"))


def _record(entry: Entry, record_id: str, answers: FormValues) -> Record:
    cells: Cells = {column: form_values.text(answers, column) for column in entry.model.header()}
    missing = next((name for column, name in entry.needed.items() if not cells[column]), None)
    if missing:
        if missing.endswith("?"):
            raise Incomplete(f"“{missing}” has no answer yet.", "Answer it and save again.")
        raise Incomplete(f"The {missing} is not filled in yet.", "Fill it in and save again.")
    return entry.model.from_cells(cells | {"id": record_id})


def _with_companions(
    workbook: Workbook, before: Record | None, after: Record, answers: FormValues, draft: Draft, now: datetime
) -> tuple[Record, ...]:
    if isinstance(after, Application):
        known = before if isinstance(before, Application) else None
        if known is None:
            _refuse_double(workbook, after, answers)
        day = _day(answers, now)
        if draft.values.get("on") != draft.base.get("on"):
            after = after.changed(status_on=day)
        return tuple(_dated(workbook, known, after, day, draft.token))
    if isinstance(after, Activity):
        _refuse_ahead(after.on, now)
        return (*_history_corrected(workbook, before, after), _of_company(workbook, after))
    if isinstance(after, Decision) and before is None:
        return decision_records(workbook, after, answers, draft.token, now)
    if isinstance(after, Topic) and before is None:
        return _grouped(after, _card(workbook, answers))
    if isinstance(after, Person) and isinstance(before, Person):
        return (renamed(before, after),)
    if isinstance(after, Plan) and before is None:
        return (after.changed(made_on=now.date()),)
    if isinstance(after, Question) and before is None:
        return _prepared(workbook, after, answers, draft.token)
    return (after,)


def _grouped(topic: Topic, card: Card | None) -> tuple[Record, ...]:
    """A new topic with the wordings of its card; a common question that gets an answer stays in practice."""
    if card is None:
        return (topic,)
    topic = topic.changed(practise="yes") if common_card(card.id) else topic
    return (topic, *(wording.changed(topic_id=topic.id) for wording in card.wordings))


def _prepared(workbook: Workbook, question: Question, answers: FormValues, token: str) -> tuple[Record, ...]:
    """A new question, prepared and not asked yet; with the topic that the person confirmed for it."""
    fresh = question.changed(prepared=True, asked=False, asked_by=question.asked_by or "them")
    card = card_of(workbook, form_values.text(answers, "same_as"))
    return joined(fresh, card, stable_id("tp", token)) if card else (fresh,)


def _refuse_double(workbook: Workbook, application: Application, answers: FormValues) -> None:
    """A second one for the same role wants a yes, as long as the first one is open."""
    known = next(iter(namesakes(workbook, application.company, application.role)), None)
    if known and not known.is_closed and known.id != application.id and form_values.text(answers, WHICH) != ANOTHER:
        raise Incomplete(
            f"{known.company}, {known.role} is in your list already.",
            "Open that one, or say that this is another application.",
        )


def _day(answers: FormValues, now: datetime) -> date:
    """The day on which the status changed, from the answer ``on``: today unless changed."""
    said = form_values.text(answers, "on")
    day = date.fromisoformat(said) if said else now.date()
    _refuse_ahead(day, now)
    return day


def _refuse_ahead(day: date, now: datetime) -> None:
    if day > now.date():
        raise Incomplete("That day is in the future.", "Choose today or a day before.")


def _dated(
    workbook: Workbook, before: Application | None, after: Application, on: date, token: str
) -> Iterator[Record]:
    """The application with its status dated, and the activity that remembers the change or carries the new date."""
    was = before.status if before else None
    if after.status is None:
        yield after.changed(status_on=None)
    elif after.status != was:
        applied = {"applied_on": on} if after.status == "applied" and after.applied_on is None else {}
        yield from status_moved(workbook, after.changed(status=was, **applied), after.status, on, token)
    else:
        yield after
        if before and after.status_on and after.status_on != before.status_on:
            yield from redated(workbook, before, after.status_on)


def redated(workbook: Workbook, before: Application, on: date) -> Iterator[Record]:
    """The activity row that remembers the application's present status, with another day."""
    rows = (row for row in status_history(workbook, before.id) if row.on == before.status_on)
    row = next((row for row in rows if status_of(row) == before.status), None)
    if row:
        yield row.changed(on=on)


def _history_corrected(workbook: Workbook, before: Record | None, after: Activity) -> Iterator[Application]:
    """The application, if the change that was corrected is the one that brought its present status."""
    if not isinstance(before, Activity) or before.kind not in ("status", "application"):
        return
    application = workbook.application(before.application_id)
    if application and (application.status, application.status_on) == (status_of(before), before.on):
        yield application.changed(status=status_of(after), status_on=after.on)


def _of_company(workbook: Workbook, activity: Activity) -> Activity:
    application = workbook.application(activity.application_id)
    return activity.changed(company=application.company) if application else activity


def _with_person(workbook: Workbook, answers: FormValues, token: str) -> tuple[FormValues, tuple[Record, ...]]:
    """The answers with the person's id; a name that is not in the workbook yet becomes a person."""
    name = form_values.text(answers, "person_name")
    if form_values.text(answers, "person_id") or not name:
        return answers, ()
    company = form_values.text(answers, "person_company")
    known = known_person(workbook.people, name, company) if company else _only_one_named(workbook, name)
    kind: PersonKind = "reference" if form_values.text(answers, "kind") == "reference" else "contact"
    person = known or Person(id=stable_id("pe", token, name), name=name, kind=kind, company=company)
    return {**answers, "person_id": person.id}, (person,)


def _with_recruiter(workbook: Workbook, answers: FormValues, token: str) -> tuple[FormValues, tuple[Record, ...]]:
    """The answers with the id of the recruiter in between; one who isn't in the workbook yet becomes a person."""
    name, agency = form_values.text(answers, VIA_NAME), form_values.text(answers, VIA_AGENCY)
    if form_values.text(answers, "via_person") or not name:
        return answers, ()
    known = [each for each in recruiters(workbook) if company_key(each.name) == company_key(name)]
    person = next((each for each in known if company_key(each.agency) == company_key(agency)), None)
    person = person or Person(id=stable_id("pe", token, name), name=name, kind="recruiter", agency=agency)
    return {**answers, "via_person": person.id}, (person,)


def _only_one_named(workbook: Workbook, name: str) -> Person | None:
    named = [person for person in workbook.people if same_company(person.name, name)]
    return named[0] if len(named) == 1 else None


def remove_record(store: Store, table: str, record_id: str, now: datetime) -> Receipt:
    """Take one favour, activity, offer, or application without interviews out of the workbook.

    An application takes its activity, favours, tasks, offers, scores and decisions along, an offer its own scores.
    ``store.undo`` brings it back. Raises ``Gone`` if it is not there any more, ``Incomplete`` if debriefs belong to it,
    and what the store raises.
    """
    loaded = store.load_whole()
    record = find_record(loaded.workbook, table, record_id)
    if record is None:
        raise Gone("This entry")
    remove = (record, *_belonging(loaded.workbook, record))
    return store.commit(loaded.change(_name(loaded.workbook, record), (), remove), now)


def _belonging(workbook: Workbook, record: Record) -> tuple[Record, ...]:
    if isinstance(record, Offer):
        earlier = (row for row in workbook.offer_changes if row.offer_id == record.id)
        return (*(row for row in workbook.fit if row.application_id == record.id), *earlier)
    if not isinstance(record, Application):
        return ()
    if any(interview.application_id == record.id for interview in workbook.interviews):
        raise Incomplete("There are interviews for this application.", "Delete those first, in the Journal.")
    offers = tuple(offer for offer in workbook.offers if offer.application_id == record.id)
    tables = (workbook.activity, workbook.asks, workbook.tasks, workbook.fit, workbook.decisions)
    rows = tuple(row for table in tables for row in table if row.application_id == record.id)
    return (*rows, *offers, *(row for offer in offers for row in _belonging(workbook, offer)))


_SAYING: Final = ("company", "role", "name", "person_name", "note", "title", "text", "goal", "then_do")


def draft_title(workbook: Workbook, draft: Draft) -> str:
    """What a draft is about, in a few words, if known."""
    said = (form_values.text(draft.values, column) for column in _SAYING)
    words = ", ".join(word for word in said if word)
    record = find_record(workbook, ENTRIES[draft.screen].table, draft.record_id)
    return _name(workbook, record) if record else words or f"A new {ENTRIES[draft.screen].noun}"


def _label(workbook: Workbook, put: tuple[Record, ...], draft: Draft) -> str:
    table = ENTRIES[draft.screen].table
    own = next((row for row in put if row.file == Workbook.MODELS[table].file), None)
    record = own or find_record(workbook, table, draft.record_id)
    return _name(workbook, record, put) if record else "An entry"


def _name(workbook: Workbook, record: Record, put: tuple[Record, ...] = ()) -> str:
    if isinstance(record, Application):
        return f"{record.company}, {record.role}"
    if isinstance(record, Offer):
        return offer_name(workbook, record)
    if isinstance(record, Decision):
        return title_of(workbook, record.application_id)
    if isinstance(record, Ask):
        people = (*(row for row in put if isinstance(row, Person)), *workbook.people)
        name = next((person.name for person in people if person.id == record.person_id), "someone")
        return f"A favour of {name}"
    words = (getattr(record, column, "") for column in ("name", "title", "text", "goal", "sentence"))
    return next((word for word in words if word), "An entry of the week")
