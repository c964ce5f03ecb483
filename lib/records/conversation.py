"""Who was met in an interview, and what the two of us talked about."""

from typing import ClassVar

from lib.records.record import Name, Record, Text


class Conversation(Record):
    """One person met in one interview, with our topic."""

    file: ClassVar[str] = "conversations.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("interview_id", "person_id")
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv", "person_id": "people.csv"}

    interview_id: Name
    person_id: Name
    talked_about: Text = ""
