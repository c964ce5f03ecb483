"""What was done in the search, by day."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text
from lib.records.vocabulary import ActivityKind


class Activity(Record):
    """One dated act of the search; a change of an application's status is one of kind ``status``.

    One of kind ``interview_moved`` keeps the moment at which the interview of ``interview_id`` was to be before
    (``lib.records.reschedules``); for all others that is empty.
    """

    file: ClassVar[str] = "activity.csv"
    refers: ClassVar[dict[str, str]] = {"application_id": "applications.csv", "interview_id": "interviews.csv"}

    id: Name
    on: Day
    kind: ActivityKind
    application_id: Text = ""
    company: Text = ""
    note: Text = ""
    interview_id: Text = ""
