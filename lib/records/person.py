"""A person met, or one who vouches or knows someone."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text
from lib.records.vocabulary import Channel, PersonKind


class Person(Record):
    """A third person in the workbook. Nothing rates them, and they can be forgotten.

    ``kind`` says how I know the person; who interviewed me follows from the conversations. ``salutation`` is how my
    letters begin: a whole greeting such as 'Dear Dr. Orbán', or what follows 'Dear' or 'Hi'; empty for the usual one.
    """

    file: ClassVar[str] = "people.csv"

    id: Name
    name: Name
    kind: PersonKind | None = None
    title: Text = ""
    company: Text = ""
    email: Text = ""
    phone: Text = ""
    linkedin: Text = ""
    prefers: Channel | None = None
    connected_on: Day | None = None
    import_ref: Text = ""
    notes: Text = ""
    salutation: Text = ""
