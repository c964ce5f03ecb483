"""A take-home: its due date checked, and handing it in."""

from datetime import date

from lib.followup import task_rows
from lib.records.interview import Interview
from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store
from lib.workflows import form_values
from lib.workflows.entries.tasks import LocalTime, finish_task, plan_for
from lib.workflows.errors import Gone, Incomplete
from lib.workflows.form_values import FormValues


def require_dates(answers: FormValues, given_on: date, today: date) -> None:
    """Raise ``Incomplete`` if a take-home's days can't be (``why_not_due``, ``why_not_handed_in``)."""
    for reason in (why_not_due(answers, given_on), why_not_handed_in(answers, given_on, today)):
        if reason:
            raise Incomplete(reason, "Correct the date.")


def why_not_due(answers: FormValues, given_on: date | None) -> str:
    """Why a take-home can't be due on the day of the answers, given on that day; empty if it can."""
    due_on = _day(answers, "due_on")
    return "It can't be due before the day you get it." if due_on and given_on and due_on < given_on else ""


def why_not_handed_in(answers: FormValues, given_on: date | None, today: date) -> str:
    """Why it can't have been handed in on the day of the answers; empty if it can."""
    handed_in_on = _day(answers, "handed_in_on")
    if handed_in_on and given_on and handed_in_on < given_on:
        return "It can't be handed in before the day you get it."
    return "You can't have handed it in after today." if handed_in_on and handed_in_on > today else ""


def _day(answers: FormValues, field: str) -> date | None:
    """The day of a take-home; of any other interview none is asked for."""
    text = form_values.text(answers, field) if form_values.text(answers, "format") == "take_home" else ""
    return date.fromisoformat(text) if text else None


def hand_in(store: Store, interview_id: str, local_time: LocalTime) -> Receipt | None:
    """Note that a take-home was handed in today, with its task where one is open. ``store.undo`` takes it back.

    None if it was handed in already. Raises ``Gone`` if it was deleted, and what the store raises.
    """
    loaded = store.load_whole()
    interview = loaded.workbook.interview(interview_id)
    if interview is None:
        raise Gone("This interview")
    if interview.handed_in_on:
        return None
    plan = plan_for(loaded.workbook, store.drafts.list(), local_time)
    task = next((due for due in plan.open_tasks if (due.kind, due.interview_id) == ("hand_in", interview_id)), None)
    if task:
        return finish_task(store, task.id, local_time)
    put = (interview.changed(handed_in_on=local_time.now.date()),)
    return store.commit(loaded.transaction("Take-home handed in", put), local_time.now)


def asked_again(workbook: Workbook, before: Interview, after: Interview) -> tuple[Record, ...]:
    """The done task of handing it in, open again if the day of handing in was removed."""
    if not before.handed_in_on or after.handed_in_on:
        return ()
    done = (row for row in workbook.tasks if (row.kind, row.interview_id) == ("hand_in", before.id))
    return tuple(task_rows.reopen(row) for row in done if row.status == "done")
