"""What the form of a favour writes: the favour, and the person who is asked for it, if they are new."""

from lib.records.application import same_company
from lib.records.ask import Ask
from lib.records.person import Person
from lib.records.record import Record
from lib.records.vocabulary import PersonKind
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.drafts.record_entry import AnsweredForm
from lib.workflows.entries.people import known_person
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id


def ask_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    """The favour, with its person."""
    answers, person = _with_person(answered.workbook, answered.answers, answered.token)
    return (*person, answered.record(Ask, answers))


def ask_title(workbook: Workbook, record: Record, put: tuple[Record, ...]) -> str:
    """'A favour of Priya Raman'."""
    people = (*(row for row in put if isinstance(row, Person)), *workbook.people)
    asked = record.person_id if isinstance(record, Ask) else ""
    return f"A favour of {next((person.name for person in people if person.id == asked), 'someone')}"


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


def _only_one_named(workbook: Workbook, name: str) -> Person | None:
    named = [person for person in workbook.people if same_company(person.name, name)]
    return named[0] if len(named) == 1 else None
