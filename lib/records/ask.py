"""What I asked of someone: to be a reference, or for a good word."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text
from lib.records.vocabulary import AskKind


class Ask(Record):
    """One favour of one person for one application, with the date of each step; an absent date is a step not taken."""

    file: ClassVar[str] = "asks.csv"
    refers: ClassVar[dict[str, str]] = {"person_id": "people.csv", "application_id": "applications.csv"}

    id: Name
    person_id: Name
    application_id: Text = ""
    kind: AskKind
    asked_on: Day | None = None
    agreed_on: Day | None = None
    briefed_on: Day | None = None
    contacted_on: Day | None = None
    thanked_on: Day | None = None
    told_on: Day | None = None
    note: Text = ""
