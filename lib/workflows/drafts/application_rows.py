"""What the forms of an application write: the application, its change of status, and the recruiter in between."""

from collections.abc import Iterator
from datetime import date

from lib.records.application import Application, match_key
from lib.records.history import status_history, status_of
from lib.records.person import Person
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.workflows import form_values
from lib.workflows.drafts.activity_rows import refuse_ahead
from lib.workflows.drafts.record_entry import AnsweredForm
from lib.workflows.entries.applications import ANOTHER, WHICH, namesakes
from lib.workflows.entries.people import recruiters
from lib.workflows.entries.reopening import status_moved
from lib.workflows.errors import Incomplete
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

VIA_NAME, VIA_AGENCY = "via_name", "via_agency"
"""The answers that name a recruiter who isn't known yet."""


def application_rows(answered: AnsweredForm) -> tuple[Record, ...]:
    """The application, with its status dated; what remembers the change; and a recruiter who is new."""
    answers, recruiter = _with_recruiter(answered)
    before, after = answered.known(Application), answered.record(Application, answers)
    if before is None:
        _refuse_double(answered, after)
    on = _changed_on(answered)
    if answered.draft.values.get("on") != answered.draft.base.get("on"):
        after = after.changed(status_on=on)
    return (*recruiter, *_dated(answered.workbook, before, after, on, answered.token))


def application_title(_workbook: Workbook, record: Record, _put: tuple[Record, ...]) -> str:
    """'Northwind, Data engineer'."""
    return f"{record.company}, {record.role}" if isinstance(record, Application) else ""


def redated(workbook: Workbook, before: Application, on: date) -> Iterator[Record]:
    """The activity row that remembers the application's present status, with another day."""
    rows = (row for row in status_history(workbook, before.id) if row.on == before.status_on)
    row = next((row for row in rows if status_of(row) == before.status), None)
    if row:
        yield row.changed(on=on)


def _with_recruiter(answered: AnsweredForm) -> tuple[FormValues, tuple[Record, ...]]:
    """The answers with the id of the recruiter in between; one who isn't in the workbook yet becomes a person."""
    answers = answered.answers
    name, agency = form_values.text(answers, VIA_NAME), form_values.text(answers, VIA_AGENCY)
    if form_values.text(answers, "via_person") or not name:
        return answers, ()
    known = [each for each in recruiters(answered.workbook) if match_key(each.name) == match_key(name)]
    person = next((each for each in known if match_key(each.agency) == match_key(agency)), None)
    person = person or Person(id=stable_id("pe", answered.token, name), name=name, kind="recruiter", agency=agency)
    return {**answers, "via_person": person.id}, (person,)


def _refuse_double(answered: AnsweredForm, application: Application) -> None:
    """A second one for the same role wants a yes, as long as the first one is open."""
    known = next(iter(namesakes(answered.workbook, application.company, application.role)), None)
    if known and not known.is_closed and known.id != application.id and answered.text(WHICH) != ANOTHER:
        raise Incomplete(
            f"{known.company}, {known.role} is in your list already.",
            "Open that one, or say that this is another application.",
        )


def _changed_on(answered: AnsweredForm) -> date:
    """The day on which the status changed, from the answer ``on``: today unless changed."""
    typed = answered.text("on")
    day = date.fromisoformat(typed) if typed else answered.now.date()
    refuse_ahead(day, answered.now)
    return day


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
