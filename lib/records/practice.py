"""One answer that was practised."""

from typing import Annotated, ClassVar

from pydantic import Field

from lib.records.record import Name, Record, Text, Time
from lib.records.vocabulary import Grade


class Review(Record):
    """A line of the practice log: which wording was tried aloud, when, and how well it came; ``minutes`` it took.

    The log outlives what it is about: ``question_id`` and ``topic_id`` may name rows that were deleted since, and that
    is no fault of the files. ``topic_id`` is the topic at that time; the wording's own topic of today goes before it.
    """

    file: ClassVar[str] = "practice.csv"

    id: Name
    question_id: Text = ""
    topic_id: Text = ""
    reviewed_at: Time
    grade: Grade
    minutes: Annotated[float, Field(ge=0, le=1440)] | None = None
    note: Text = ""
