"""What one debrief answers about one goal: would this job serve it?"""

from typing import ClassVar

from lib.records.record import Name, Record
from lib.records.vocabulary import Opinion


class GoalAnswer(Record):
    """One answer of one interview about one goal.

    Older debriefs hold one answer about all goals together, in the interview's own ``serves_goals``.
    """

    file: ClassVar[str] = "goal_answers.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("interview_id", "goal_id")
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv", "goal_id": "goals.csv"}

    interview_id: Name
    goal_id: Name
    answer: Opinion
