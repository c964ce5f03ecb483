"""What I want from my next job."""

from typing import ClassVar

from lib.records.record import Name, Record, Text


class Goal(Record):
    """A goal in the person's own words, with the why."""

    file: ClassVar[str] = "goals.csv"

    id: Name
    goal: Name
    why: Text = ""
