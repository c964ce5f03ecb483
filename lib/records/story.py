"""A story to tell in an interview."""

from typing import ClassVar

from lib.records.record import Lines, Name, Record, Text


class Story(Record):
    """Something I did, in STAR form with a reflection, and the strengths that it shows, one a line."""

    file: ClassVar[str] = "stories.csv"

    id: Name
    title: Name
    situation: Text = ""
    task: Text = ""
    action: Text = ""
    result: Text = ""
    reflection: Text = ""
    strengths: Lines = ()
