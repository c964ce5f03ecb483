"""What the person did with a task: one that was added, done, dropped, snoozed or written on is a row."""

from typing import ClassVar

from lib.records.record import Moment, Name, Record, Text, Time
from lib.records.vocabulary import Channel, TaskKind, TaskStatus


class Task(Record):
    """One touched task. ``rule`` names what derived it, and is empty for one that the person added.

    ``due_at`` is what was due when the row was written; ``done_at`` the moment it was done or dropped; ``channel``,
    ``subject`` and ``body`` the message as sent, or so far; ``reason`` why it was done sooner than planned.
    """

    file: ClassVar[str] = "tasks.csv"
    refers: ClassVar[dict[str, str]] = {
        "application_id": "applications.csv",
        "interview_id": "interviews.csv",
        "person_id": "people.csv",
    }

    id: Name
    kind: TaskKind
    rule: Text = ""
    application_id: Text = ""
    interview_id: Text = ""
    person_id: Text = ""
    due_at: Moment | None = None
    status: TaskStatus
    snoozed_until: Moment | None = None
    done_at: Time | None = None
    channel: Channel | None = None
    subject: Text = ""
    body: Text = ""
    reason: Text = ""
    created_at: Time | None = None
