"""The answers of a debrief about the person's goals: as fields of a draft, and as rows."""

from collections.abc import Iterable
from typing import Final

from lib.records.goal import Goal
from lib.records.goal_answer import GoalAnswer
from lib.records.vocabulary import Opinion, words
from lib.records.workbook import Workbook
from lib.store import JsonValue
from lib.workflows import form_values
from lib.workflows.form_values import FormValues
from lib.workflows.ids import stable_id

GROUP: Final = "goal_answers"
ASKED: Final = 3
"""How many goals a debrief asks about: the first ones in the person's order."""
NEW_GOAL: Final = "goal"
"""The field of a goal that is named in a debrief, if there was none yet."""


def answer_field(goal_id: str) -> str:
    """The field of a draft that holds the answer about a goal."""
    return form_values.row_field(GROUP, goal_id, "answer")


def goals_asked(workbook: Workbook) -> tuple[Goal, ...]:
    """The goals that a debrief asks about."""
    return workbook.goals[:ASKED]


def new_goal_id(token: str) -> str:
    """The id that a goal named in a draft will have, from the draft's token."""
    return stable_id("go", token)


def named_goal(answers: FormValues, token: str) -> Goal | None:
    """The goal that the draft itself names, under the id that it will have."""
    wording = form_values.text(answers, NEW_GOAL)
    return Goal(id=new_goal_id(token), goal=wording) if wording else None


def answers_of(workbook: Workbook, interview_id: str) -> dict[str, JsonValue]:
    """The answers of a saved debrief, as fields."""
    rows = (row for row in workbook.goal_answers if row.interview_id == interview_id)
    return {answer_field(row.goal_id): row.answer for row in rows}


def rows_of(interview_id: str, goals: Iterable[Goal], answers: FormValues) -> tuple[GoalAnswer, ...]:
    """The rows that the answers make about goals that are there; what was not answered makes none."""
    said = {goal.id: form_values.text(answers, answer_field(goal.id)) for goal in goals}
    return tuple(
        GoalAnswer.from_cells({"interview_id": interview_id, "goal_id": goal_id, "answer": answer})
        for goal_id, answer in said.items()
        if answer in words(Opinion)
    )
