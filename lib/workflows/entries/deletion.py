"""Deleting a debrief with all that belongs to it, so that one undo brings all of it back."""

from datetime import datetime

from lib.records.record import Record
from lib.records.workbook import Workbook
from lib.store import Receipt, Store, Transaction
from lib.workflows.entries.plan_checks import without_plans
from lib.workflows.entries.rounds import propagate_outcomes
from lib.workflows.errors import Gone

BELONGING = (
    *("ratings", "conversations", "claims", "questions", "plans", "plan_checks", "goal_answers"),
    *("promises", "tasks", "activity"),
)
"""The tables whose rows go with their interview; people, applications and all other activity stay."""


def delete_debrief(store: Store, interview_id: str, now: datetime) -> Receipt:
    """Delete the interview and what belongs to it; what others answered about its plans goes too.

    Raises ``Gone`` if it was deleted already, and what the store raises. Bring it back with ``store.undo``.
    """
    loaded = store.load_whole()
    interview = loaded.workbook.interview(interview_id)
    if interview is None:
        raise Gone("This debrief")
    lost_plans = {plan.id for plan in loaded.workbook.plans if plan.interview_id == interview_id}
    put, answers = without_plans(loaded.workbook, lost_plans, interview_id)
    remove = (interview, *belonging(loaded.workbook, interview_id), *answers)
    application = loaded.workbook.application(interview.application_id)
    label = f"{application.company}, {application.role}" if application else "An interview"
    step = propagate_outcomes(loaded.workbook, put, now, remove)
    row_versions = loaded.row_versions_of((*step.put, *remove))
    change = Transaction(
        label=label, put=step.put, remove=remove, row_versions=row_versions, undoable=True, message=step.sentence
    )
    return store.commit(change, now)


def belonging(workbook: Workbook, interview_id: str) -> tuple[Record, ...]:
    """Every row that belongs to one interview."""
    return tuple(row for table in BELONGING for row in getattr(workbook, table) if row.interview_id == interview_id)
