"""A decision about a job, and its review."""

from datetime import date, timedelta
from typing import ClassVar

from lib.records.record import Day, Name, Percent, Record, Text, Time
from lib.records.vocabulary import Choice, Gut, RightCall

REVIEW_AFTER = timedelta(days=30)
"""How long after a decision to look back on it, if no date was chosen."""


class Decision(Record):
    """One choice with its reasons. ``confidence`` is the chance in percent that I will call it right when I look back.

    ``review_on`` is when to look back; ``right_call`` and ``learned`` are my review of it, on ``reviewed_on``. ``gut``
    is how the answer felt when I decided.
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
    gut: Gut | None = None

    @property
    def look_back_on(self) -> date:
        """The day to look back on it: the chosen one, else ``REVIEW_AFTER`` later."""
        decided_on = self.decided_at.date()
        usual = decided_on + REVIEW_AFTER if decided_on <= date.max - REVIEW_AFTER else date.max
        return self.review_on or usual

    @property
    def is_reviewed(self) -> bool:
        """Whether it was looked back on: a verdict was given, or a day of looking back is noted."""
        return self.right_call is not None or self.reviewed_on is not None
