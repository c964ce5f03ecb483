"""A debrief moved to another application, with all that belongs to it: it was filed under the wrong one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, tzinfo

from lib.dates import DAY_FIRST, DateStyle
from lib.followup.derived_task import DerivedTask, task_id
from lib.followup.plan import TaskPlan, derive
from lib.records.activity import Activity
from lib.records.application import Application, same_company
from lib.records.application_names import application_name
from lib.records.history import status_history, status_of
from lib.records.interview import Interview, chronological
from lib.records.person import Person
from lib.records.record import Record
from lib.records.task import Task
from lib.records.vocabulary import Status, words
from lib.records.workbook import Workbook
from lib.store import Draft, Store
from lib.workflows import form_values
from lib.workflows.entries.applications import STATUS_AFTER, interviewing_now, new_application_id, status_change
from lib.workflows.entries.reopening import reopening
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues

APPLICATION = "application"
"""The field for where the debrief belongs: an application's id, or empty for a new one."""


def is_moved(interview: Interview, answers: FormValues) -> bool:
    """Whether the answers name another application than the interview's, a new one included."""
    return APPLICATION in answers and form_values.text(answers, APPLICATION) != interview.application_id


def move_to_application(
    workbook: Workbook, interview: Interview, answers: FormValues, token: str, today: date
) -> tuple[list[Record], list[Record]]:
    """The rows to put and to remove so that the interview, as edited, belongs to another application.

    Raises ``Gone`` if that application was deleted, ``Incomplete`` if a new one has no company or role.
    """
    target = _target(workbook, answers, token)
    there = interview.changed(application_id=target.id)
    put: list[Record] = [there, *_questions(workbook, there), *_people(workbook, there, target)]
    put += (row.changed(application_id=target.id) for row in workbook.activity if row.interview_id == there.id)
    remove: list[Record] = []
    for task, after in _tasks(workbook, there):
        put.append(after)
        remove += [task] if task.id != after.id else []
    put += _target_rows(workbook, target, there, answers, token, today)
    back, gone = _source_rows(workbook, interview)
    return [*put, *back], [*remove, *gone]


def letters_about(store: Store, draft: Draft, now: datetime, zone: tzinfo) -> dict[str, DerivedTask]:
    """The letters begun for tasks of an interview that this draft is about to move, by the ids of their drafts."""
    if draft.screen != "basics":
        return {}
    workbook = store.load_whole().workbook
    interview = workbook.interview(draft.record_id)
    if interview is None or not is_moved(interview, draft.values):
        return {}
    plan = _plan(workbook, now, zone)
    found = ((letter.id, plan.find(letter.record_id)) for letter in store.drafts.list())
    return {letter_id: due for letter_id, due in found if due and due.interview_id == interview.id}


def carry_letters(store: Store, letters: Mapping[str, DerivedTask], now: datetime, zone: tzinfo) -> None:
    """Put each begun letter under the id that its task has since the interview moved, so that its words are kept."""
    if not letters:
        return
    plan = _plan(store.load_whole().workbook, now, zone)
    for letter_id, was in letters.items():
        alike = [due for due in plan.open_tasks if (due.rule, due.interview_id) == (was.rule, was.interview_id)]
        fitting = [due for due in alike if due.person_id == was.person_id] or alike
        letter = store.drafts.load(letter_id)
        if letter and fitting and fitting[0].id != letter.record_id:
            store.drafts.save(replace(letter, id=fitting[0].id, record_id=fitting[0].id, revision=0), now)
            store.drafts.discard(letter_id, now)


def _plan(workbook: Workbook, now: datetime, zone: tzinfo) -> TaskPlan:
    """The plan by ids: nobody reads a date in it."""
    return derive(workbook, now, zone, dates=DAY_FIRST)  # type: ignore[arg-type]  # the person's own zone


def where_to(workbook: Workbook, before: Interview, put: Iterable[Record], today: date, dates: DateStyle) -> str:
    """Where the debrief is now, in a sentence, if these rows move it; else empty."""
    after = next((row for row in put if isinstance(row, Interview) and row.id == before.id), before)
    if after.application_id == before.application_id:
        return ""
    made = next((row for row in put if isinstance(row, Application) and row.id == after.application_id), None)
    target = workbook.application(after.application_id) or made
    name = application_name(workbook, target, today, dates=dates) if target else "another application"
    return f"It belongs to {name} now."


def _target(workbook: Workbook, answers: FormValues, token: str) -> Application:
    chosen = form_values.text(answers, APPLICATION)
    if chosen:
        known = workbook.application(chosen)
        if known is None:
            raise Gone("The application that you chose")
        return known
    company, role = form_values.text(answers, "company"), form_values.text(answers, "role")
    if not company or not role:
        raise Incomplete("The new application needs a company and a role.", "Fill them in and save again.")
    return Application(id=new_application_id(token), company=company, role=role)


def _questions(workbook: Workbook, there: Interview) -> Iterator[Record]:
    for row in workbook.questions:
        if row.interview_id == there.id:
            yield row.changed(application_id=there.application_id)


def _people(workbook: Workbook, there: Interview, target: Application) -> Iterator[Person]:
    """The people met in this interview alone go to the new company along with it."""
    before = workbook.interview(there.id)
    old = workbook.application(before.application_id) if before else None
    met = {row.person_id for row in workbook.conversations if row.interview_id == there.id}
    elsewhere = {row.person_id for row in workbook.conversations if row.interview_id != there.id}
    for person in workbook.people:
        is_theirs = old is not None and same_company(person.company, old.company)
        if person.id in met - elsewhere and is_theirs and not same_company(person.company, target.company):
            yield person.changed(company=target.company)


def _tasks(workbook: Workbook, there: Interview) -> Iterator[tuple[Task, Task]]:
    """The touched tasks about the interview, each with what it becomes: a derived one gets its id from its new
    place."""
    for task in workbook.tasks:
        if task.interview_id == there.id:
            made = task_id(task.rule, there.application_id, there.id, task.person_id) if task.rule else task.id
            yield task, task.changed(id=made, application_id=there.application_id)


def _target_rows(
    workbook: Workbook, target: Application, there: Interview, answers: FormValues, token: str, today: date
) -> list[Record]:
    """The application that it goes to, with the status that follows from the interview and its outcome."""
    opened = reopening(workbook, target, there.held_at, answers, today, token)
    on = min(there.held_on, today)
    rows = list(opened.records or interviewing_now(workbook, target, on, token))
    current = next((row for row in rows if isinstance(row, Application)), target)
    status, answered_on = STATUS_AFTER.get(there.outcome or ""), there.outcome_on
    held = (entry for entry in workbook.debriefed if entry.application_id == target.id)
    is_older = any(chronological(entry) > chronological(there) for entry in held)
    if status in (None, current.status) or answered_on is None or is_older:
        return rows
    if current.status_on and current.status_on > answered_on:
        return rows
    return [row for row in rows if row is not current] + list(status_change(current, status, answered_on, token))


def _source_rows(workbook: Workbook, interview: Interview) -> tuple[list[Record], list[Record]]:
    """The application that it came from, with its earlier status if only this interview had moved it."""
    old = workbook.interview(interview.id)
    application = workbook.application(old.application_id) if old else None
    if old is None or application is None:
        return [], []
    history = list(status_history(workbook, application.id))
    gone: list[Record] = []
    if history and _is_answer_to(history[-1], old):
        gone.append(history.pop())
    if history and _is_brought_by(workbook, history, old):
        gone.append(history.pop())
    brought = gone[0] if gone else None
    if not isinstance(brought, Activity) or application.status != status_of(brought):
        return [], []
    before = history[-1] if history else None
    status = next((word for word in words(Status) if before and word == status_of(before)), None)
    return [application.changed(status=status, status_on=before.on if before else None)], gone


def _is_answer_to(row: Activity, interview: Interview) -> bool:
    return (status_of(row), row.on) == (STATUS_AFTER.get(interview.outcome or ""), interview.outcome_on)


def _is_brought_by(workbook: Workbook, history: list[Activity], interview: Interview) -> bool:
    """Whether the last change is that to interviewing which this interview brought, and no other one keeps it."""
    last = history[-1]
    others = [row for row in workbook.interviews if row.application_id == interview.application_id]
    others = [row for row in others if row.id != interview.id]
    noted_on = interview.created_at.date() if interview.created_at else interview.held_on
    is_its = status_of(last) == "interviewing" and last.on in (interview.held_on, noted_on)
    is_kept = any(row.held_on >= last.on for row in others) or (bool(others) and len(history) == 1)
    return is_its and not is_kept
