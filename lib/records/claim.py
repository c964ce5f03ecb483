"""What I told a company about myself."""

from typing import ClassVar

from lib.records.record import Name, Record, Text


class Claim(Record):
    """A strength or fact that I claimed in an interview, so that the next round hears the same."""

    file: ClassVar[str] = "claims.csv"
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv"}

    id: Name
    interview_id: Name
    claim: Name
    dimension: Text = ""
