"""What several wordings of one question have in common."""

from typing import ClassVar

from lib.records.record import Name, Record, Text
from lib.records.vocabulary import Practise


class Topic(Record):
    """A question whatever its wording, with my best answer now and the story that it uses.

    The wordings name their topic, not the other way round. ``practise`` of ``auto``, or none, leaves it to the ratings
    whether it is practised; ``yes`` is a choice, ``suspended`` sets it aside until it is brought back.
    """

    file: ClassVar[str] = "topics.csv"
    refers: ClassVar[dict[str, str]] = {"story_id": "stories.csv"}

    id: Name
    text: Name
    best_answer: Text = ""
    story_id: Text = ""
    practise: Practise | None = None
