"""A decision about a job, and what became of it."""

from typing import ClassVar

from lib.records.record import Day, Name, Percent, Record, Text, Time
from lib.records.vocabulary import Choice, RightCall


class Decision(Record):
    """One choice with its reasons. ``confidence`` is the chance in percent that I will call it right when I look back.

    ``review_on`` is when to look back; ``right_call`` and ``learned`` are what I then said, on ``reviewed_on``.
    """

    file: ClassVar[str] = "decisions.csv"
    refers: ClassVar[dict[str, str]] = {"application_id": "applications.csv"}

    id: Name
    application_id: Text = ""
    decided_at: Time
    choice: Choice
    reasons: Text = ""
    change_my_mind: Text = ""
    confidence: Percent | None = None
    review_on: Day | None = None
    reviewed_on: Day | None = None
    right_call: RightCall | None = None
    learned: Text = ""
