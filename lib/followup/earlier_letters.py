"""What an earlier letter already told, so that no other one repeats it."""

import re

from lib.followup.kinds import TASK_KINDS
from lib.followup.note_parsing import unsaid_point
from lib.records.interview import Interview
from lib.records.task import Task
from lib.records.workbook import Workbook


def mentions(body: str, point: str) -> bool:
    """Whether a letter mentions a point: half of its longer words are there."""
    words = set(re.findall(r"\w{4,}", point.casefold()))
    return 2 * len(words & set(re.findall(r"\w{4,}", body.casefold()))) >= len(words)


def letters_to(workbook: Workbook, application_id: str, person_id: str) -> tuple[Task, ...]:
    """The letters of one process that were sent to a person."""
    return tuple(
        row
        for row in workbook.tasks
        if person_id and row.person_id == person_id and row.application_id == application_id and row.status == "done"
    )


def is_point_sent(workbook: Workbook, interview: Interview | None) -> bool:
    """Whether a letter after an interview has brought what was left unsaid there."""
    point = unsaid_point(interview.unsaid) if interview else ""
    return interview is not None and any(
        row.interview_id == interview.id and row.body and mentions(row.body, point)
        for row in workbook.tasks
        if TASK_KINDS[row.kind].carries_unsaid and row.status == "done"
    )
