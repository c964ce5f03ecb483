"""A question that was asked, or prepared and not asked."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from lib.records.record import Name, Record, Score, Text, YesNo
from lib.records.vocabulary import Asker, Category

HARD = 2
"""Up to this rating of the answer a question counts as hard, tapped or not."""


class Question(Record):
    """One wording of one question. ``position`` is its place in the interview, from 1.

    ``tapped_hard``: the person tapped it as hard, which is no rating. ``hard_order`` is its place among the tapped ones
    of its interview, 1 the hardest; gaps may be left. ``rating`` is only ever a number that was chosen.
    ``kind_guessed``: ``category`` was guessed from the wording at the save, not chosen by the person.
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
    hard_order: Annotated[int, Field(ge=1)] | None = None
    kind_guessed: YesNo | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_the_number_of_a_tap(cls, values: Any) -> Any:
        """Before there was an order, a tap stored a 2 that nobody had chosen: such a row is read as tapped alone."""
        if not isinstance(values, Mapping) or not values.get("tapped_hard") or values.get("hard_order"):
            return values
        was_tapped = str(values["tapped_hard"]).strip().casefold() in ("yes", "true")
        if was_tapped and str(values.get("rating", "")).strip() == str(HARD):
            return {**values, "rating": None}
        return values

    @property
    def came_up(self) -> bool:
        """Whether it was asked: a prepared one counts once it is marked so, one jotted down in a debrief was asked."""
        return not self.prepared if self.asked is None else self.asked

    @property
    def was_asked(self) -> bool:
        """Whether they asked it."""
        return self.came_up and self.asked_by != "me"

    @property
    def is_hard(self) -> bool:
        """Whether it was tapped as hard, or its answer rated 1 or 2."""
        return self.tapped_hard is True or (self.rating is not None and self.rating <= HARD)

    @property
    def hardness(self) -> tuple[bool, int, int, int, str]:
        """A sort key within one interview, the hardest first: as tapped, then the lowest ratings, then as asked."""
        order, rating = self.hard_order or 0, HARD if self.rating is None else self.rating
        return (not order, order, rating, self.position or 0, self.id)

    @property
    def went(self) -> str:
        """How the answer went, in words: '4 of 5', 'hard' if it was only tapped, or nothing."""
        if self.rating is not None:
            return f"{self.rating} of 5"
        return "hard" if self.is_hard else ""

    @property
    def is_only_hard(self) -> bool:
        """Whether it was tapped as hard, and its answer never rated."""
        return self.is_hard and self.rating is None


def wording_key(wording: str) -> str:
    """A wording as it is compared: without case, outer punctuation and doubled blanks."""
    return " ".join(wording.casefold().split()).strip("?!. ")
