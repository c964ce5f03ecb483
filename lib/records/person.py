"""A person met, or one who vouches or knows someone."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text
from lib.records.vocabulary import Channel, Language, PersonKind


class Person(Record):
    """A person in the workbook. They are never rated, and can be forgotten.

    ``kind`` is how I know the person; who interviewed me follows from the conversations. ``salutation`` is how my
    letters begin: a whole greeting such as 'Dear Dr. Orbán', or what follows 'Dear' or 'Hi'; empty for the usual one.
    ``language`` is the one that my letters to them are in, if not English.
    ``agency`` is the recruiting firm they work for; their employers are those of the applications that name them
    (``Application.via_person``).
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
    agency: Text = ""
    language: Language | None = None

    @property
    def works_at(self) -> str:
        """Where they work, to show beside the name: their agency, else their company."""
        return self.agency or self.company

    @property
    def with_house(self) -> str:
        """'Dana Cole, Bright Staffing'; the name alone if it isn't known where they work."""
        return f"{self.name}, {self.works_at}" if self.works_at else self.name
