"""My goals and how each interview of one job answered them."""

from dataclasses import dataclass
from datetime import date

from lib.records.goal import Goal
from lib.records.interview import Interview
from lib.records.vocabulary import Opinion
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class GoalAnswerView:
    """One interview's answer to one goal."""

    interview: Interview
    answer: Opinion

    @property
    def on(self) -> date:
        """The day of the interview."""
        return self.interview.held_on


@dataclass(frozen=True)
class GoalView:
    """One goal with its answers, the oldest first; ``goal`` is None for an older debrief's answer on all together."""

    goal: Goal | None
    answered: tuple[GoalAnswerView, ...]


def goal_views(workbook: Workbook, application_id: str) -> tuple[GoalView, ...]:
    """Every goal in its order, answered or not; last the answers of older debriefs on all of them."""
    held = [entry for entry in workbook.debriefed if entry.application_id == application_id]
    answers = {(row.interview_id, row.goal_id): row.answer for row in workbook.goal_answers}
    views = [
        GoalView(
            goal,
            tuple(GoalAnswerView(one, answers[one.id, goal.id]) for one in held if (one.id, goal.id) in answers),
        )
        for goal in workbook.goals
    ]
    asked_alone = {interview_id for interview_id, _ in answers}
    together = tuple(
        GoalAnswerView(one, one.serves_goals) for one in held if one.serves_goals and one.id not in asked_alone
    )
    return (*views, GoalView(None, together)) if together else tuple(views)
