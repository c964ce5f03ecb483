"""What a person does with tasks: mark as done, snooze, dismiss, reopen, add."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from lib.dates import DateStyle
from lib.followup import task_rows
from lib.followup.derived_task import DerivedTask
from lib.followup.plan import TaskPlan, derive
from lib.followup.snapshot import UnsavedPerson
from lib.records.application import Application
from lib.records.person import Person
from lib.records.record import Record
from lib.records.task import Task
from lib.records.workbook import Workbook
from lib.store import Draft, LoadedWorkbook, Receipt, Store
from lib.workflows import form_values
from lib.workflows.draft_kinds import DEBRIEF
from lib.workflows.drafting import attempt, changed_fields
from lib.workflows.entries.applications import application_meant, new_application_id
from lib.workflows.entries.people import person_of_row, split_title
from lib.workflows.entries.reopening import turn_of
from lib.workflows.errors import Gone, Incomplete, unkeepable
from lib.workflows.ids import stable_id


@dataclass(frozen=True)
class LocalTime:
    """When and where the person is: what turns records into what is due."""

    now: datetime
    zone: ZoneInfo
    country: str = ""
    dates: DateStyle = field(kw_only=True)


def plan_for(
    workbook: Workbook, drafts: Iterable[Draft], local_time: LocalTime, last_visit: datetime | None = None
) -> TaskPlan:
    """The plan, with the people named in debriefs that are still drafts: their clocks have started."""
    named = named_in(workbook, drafts, local_time)
    return derive(
        workbook,
        local_time.now,
        local_time.zone,
        local_time.country,
        named,
        last_visit,
        dates=local_time.dates,
    )


def named_in(workbook: Workbook, drafts: Iterable[Draft], local_time: LocalTime) -> tuple[UnsavedPerson, ...]:
    """The people named in debriefs that are not saved yet, under the ids that they will have."""
    return tuple(
        named for draft in drafts if draft.kind == DEBRIEF for named in _named_in_one(workbook, draft, local_time)
    )


def _named_in_one(workbook: Workbook, draft: Draft, local_time: LocalTime) -> Iterable[UnsavedPerson]:
    when = form_values.when(draft.values, local_time.zone, workbook.interview(draft.record_id))
    if when.held_at is None:
        return
    application = application_meant(workbook, draft.values)
    opens = turn_of(workbook, application, when.held_at, local_time.now.date()) == "opens"
    company = application.company if application else form_values.text(draft.values, "company")
    for row_id in form_values.items(draft.values, "people"):
        name, _ = split_title(form_values.row_text(draft.values, "people", row_id, "name"))
        if name:
            known = _known(workbook, draft, row_id, application, company)
            yield UnsavedPerson(
                interview_id=draft.record_id,
                application_id=application.id if application else new_application_id(draft.token),
                person_id=known.id if known else row_id,
                name=name,
                held_at=when.held_at,
                zone=when.zone,
                talked_about=form_values.row_text(draft.values, "people", row_id, "talked_about"),
                opens_again=opens,
            )


def _known(
    workbook: Workbook, draft: Draft, row_id: str, application: Application | None, company: str
) -> Person | None:
    """Who is meant by a row of a draft; as long as that isn't clear, somebody new."""
    try:
        return person_of_row(workbook, draft.values, row_id, application, company)
    except Incomplete:
        return None


def finish_task(store: Store, task_id: str, local_time: LocalTime) -> Receipt | None:
    """Mark a task as done, with what else that changes: a promise kept, a step with a reference dated.

    None if it was done already, in another window. Raises ``Gone`` if nothing owes it any more.
    """
    return _settle(store, task_id, lambda due, workbook: done_rows(due, workbook, local_time), local_time)


def done_rows(due: DerivedTask, workbook: Workbook, local_time: LocalTime) -> tuple[Record, ...]:
    """The task's row as done, and the other row that this changes, if there is one."""
    also = task_rows.side_effect_of_done(due, workbook, local_time.now.date())
    return (task_rows.mark_done(due, local_time.now), *([also] if also else []))


def dismiss_task(store: Store, task_id: str, local_time: LocalTime) -> Receipt | None:
    """Dismiss a task. None if it was closed already."""
    return _settle(store, task_id, lambda due, _: (task_rows.dismiss(due, local_time.now),), local_time)


def dismiss_tasks(store: Store, task_ids: Iterable[str], local_time: LocalTime) -> Receipt:
    """Let several tasks go at once, after days away."""
    loaded, wanted = store.load_whole(), tuple(task_ids)
    plan = plan_for(loaded.workbook, store.drafts.list(), local_time)
    found = [
        with_words(due, store.drafts.load(due.id), local_time) for task_id in wanted if (due := plan.find(task_id))
    ]
    change = loaded.transaction("Tasks dismissed", [task_rows.dismiss(due, local_time.now) for due, _ in found])
    receipt = store.commit(
        replace(change, if_undone=tuple(row for _, written in found for row in written)), local_time.now
    )
    for task_id in wanted:
        store.drafts.discard(task_id, local_time.now)
    return receipt


def snooze_task(store: Store, task_id: str, until: date, local_time: LocalTime) -> Receipt | None:
    """Put a task off: it is back on the day ``until``. Raises ``Incomplete`` for a day that is not ahead."""
    if until <= local_time.now.date():
        raise Incomplete("That day isn't in the future.", "Choose a later one.")
    loaded, due = _found(store, task_id, local_time)
    return (
        store.commit(loaded.transaction(due.title, (task_rows.snooze(due, until, local_time.now),)), local_time.now)
        if due
        else None
    )


def reopen_task(store: Store, task_id: str, local_time: LocalTime) -> Receipt:
    """Reopen a task that was done, dropped or snoozed; a promise kept that way is open again too.

    Raises ``Gone`` if no row remembers it.
    """
    loaded = store.load_whole()
    row = loaded.workbook.find(Task, task_id)
    if row is None:
        raise Gone("This task")
    also = task_rows.side_effect_of_reopening(row, loaded.workbook)
    put = (task_rows.reopen(row), *([also] if also else []))
    return store.commit(loaded.transaction("A task reopened", put), local_time.now)


def add_task(store: Store, what: str, due_on: date | None, token: str, local_time: LocalTime) -> Receipt:
    """A task that the person added. Raises ``Incomplete`` without words."""
    if not what.strip():
        raise Incomplete("The task is still empty.", "Write what there is to do.")
    try:
        task = Task(
            id=stable_id("tk", token),
            kind="own",
            due_at=due_on,
            status="open",
            subject=what.strip(),
            created_at=local_time.now.replace(microsecond=0),
        )
    except ValidationError as error:
        raise unkeepable(error) from error
    return store.commit(store.load_whole().transaction(what.strip(), (task,)), local_time.now)


def with_words(due: DerivedTask, standing: Draft | None, local_time: LocalTime) -> tuple[DerivedTask, tuple[Task, ...]]:
    """The task with the words of its message's draft on its row, and that row; without it if none are the person's own.

    Undoing what settles the task puts that row there, so that the words outlive their draft. Raises ``Incomplete`` for
    words that no cell can hold.
    """
    channel = channel_written(standing) if standing else ""
    if not standing or not channel:
        return due, ()
    subject, body = (form_values.text(standing.values, f"{part}_{channel}") for part in ("subject", "body"))
    try:
        row = task_rows.with_message(due, local_time.now, channel, subject, body)  # type: ignore[arg-type]  # as offered
    except ValidationError as error:
        raise unkeepable(error) from error
    return due.with_row(row, due.status), (row,)


def channel_written(standing: Draft) -> str:
    """The chosen channel where words were typed for it, else another one where some were."""
    typed = [field.partition("_")[2] for field in changed_fields(standing) if field.startswith(("body_", "subject_"))]
    chosen = form_values.text(standing.values, "channel")
    return chosen if chosen in typed else next(iter(typed), "")


def _settle(
    store: Store, task_id: str, settled: Callable[[DerivedTask, Workbook], tuple[Record, ...]], local_time: LocalTime
) -> Receipt | None:
    """Commit what settles a task; a message begun for it goes in the same step. None if the task is closed already."""
    loaded, due = _found(store, task_id, local_time)
    if due is None:
        return None
    standing = store.drafts.load(due.id)
    due, written = with_words(due, standing, local_time)
    draft_id, token = (standing.id, attempt(standing)) if standing else ("", "")
    change = loaded.transaction(due.title, settled(due, loaded.workbook))
    return store.commit(replace(change, draft_id=draft_id, token=token, if_undone=written), local_time.now)


def _found(store: Store, task_id: str, local_time: LocalTime) -> tuple[LoadedWorkbook, DerivedTask | None]:
    loaded = store.load_whole()
    due = plan_for(loaded.workbook, store.drafts.list(), local_time).find(task_id)
    if due is None and not any(task.id == task_id for task in loaded.workbook.tasks):
        raise Gone("This task")
    return loaded, due
