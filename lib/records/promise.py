"""Something I promised to send or do."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text


class Promise(Record):
    """A promise to the people met, with its date if one was named."""

    file: ClassVar[str] = "promises.csv"
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv", "person_id": "people.csv"}

    id: Name
    interview_id: Name
    person_id: Text = ""
    what: Name
    by: Day | None = None
    kept_on: Day | None = None
