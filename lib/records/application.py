"""An application: one role at one company."""

from typing import ClassVar

from lib.records.record import Day, Name, Record, Text, YesNo
from lib.records.vocabulary import ENDINGS, Formality, Status, WorkMode


class Application(Record):
    """One role at one company, from the first interest to its end. ``via_person`` is the recruiter in between."""

    file: ClassVar[str] = "applications.csv"
    refers: ClassVar[dict[str, str]] = {"via_person": "people.csv"}

    id: Name
    company: Name
    role: Name
    source: Text = ""
    url: Text = ""
    location: Text = ""
    work_mode: WorkMode | None = None
    formality: Formality | None = None
    applied_on: Day | None = None
    status: Status | None = None
    status_on: Day | None = None
    favourite: YesNo | None = None
    rival_of: Text = ""
    import_ref: Text = ""
    notes: Text = ""
    posting: Text = ""
    via_person: Text = ""

    @property
    def is_closed(self) -> bool:
        """Whether it has ended, with a job or without one."""
        return self.status in ENDINGS

    @property
    def is_over(self) -> bool:
        """Whether it ended without a job: a no from either side, or silence that was recorded as one."""
        return self.is_closed and self.status != "accepted"


def same_company(one: str, other: str) -> bool:
    """Whether two names are one company: the same after trimming and folding case, nothing looser."""
    return match_key(one) == match_key(other)


def match_key(name: str) -> str:
    """A company's name as it is compared."""
    return " ".join(name.split()).casefold()
