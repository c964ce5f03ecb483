"""What was done in the search, by day."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text
from lib.records.vocabulary import ActivityKind


class Activity(Record):
    """One dated act of the search; a change of an application's status is one of kind ``status``."""

    file: ClassVar[str] = "activity.csv"
    refers: ClassVar[dict[str, str]] = {"application_id": "applications.csv"}

    id: Name
    on: Day
    kind: ActivityKind
    application_id: Text = ""
    company: Text = ""
    note: Text = ""
