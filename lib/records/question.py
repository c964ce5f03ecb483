"""A question that was asked, or prepared and not asked."""

from typing import Annotated, ClassVar

from pydantic import Field

from lib.records.record import Name, Record, Score, Text, YesNo
from lib.records.vocabulary import Asker, Category

HARD = 2
"""The rating that tapping a question as hard stores; untouched questions stay unrated."""


class Question(Record):
    """One wording of one question. ``position`` is its place in the interview, from 1.

    ``tapped_hard`` says that the rating stands for a tap on 'hard': nobody chose its number.
    """

    file: ClassVar[str] = "questions.csv"
    refers: ClassVar[dict[str, str]] = {
        "interview_id": "interviews.csv",
        "application_id": "applications.csv",
        "topic_id": "topics.csv",
        "story_id": "stories.csv",
    }

    id: Name
    interview_id: Text = ""
    application_id: Text = ""
    position: Annotated[int, Field(ge=1)] | None = None
    asked_by: Asker | None = None
    asked: YesNo | None = None
    text: Name
    category: Category | None = None
    answer: Text = ""
    rating: Score | None = None
    better_answer: Text = ""
    prepared: YesNo | None = None
    topic_id: Text = ""
    story_id: Text = ""
    tapped_hard: YesNo | None = None

    @property
    def is_only_hard(self) -> bool:
        """Whether it was marked as hard, and never rated."""
        return self.tapped_hard is True and self.rating == HARD

    @property
    def went(self) -> str:
        """How the answer went, as it was said: 'hard', '4 of 5', or nothing."""
        if self.is_only_hard:
            return "hard"
        return f"{self.rating} of 5" if self.rating else ""


def wording_key(wording: str) -> str:
    """A wording as it is compared: without case, outer punctuation and doubled blanks."""
    return " ".join(wording.casefold().split()).strip("?!. ")
