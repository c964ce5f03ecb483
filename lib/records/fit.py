"""How well a job meets one criterion, as judged on one day."""

from typing import ClassVar

from lib.records.record import Day, Name, Percent, Record, Text
from lib.records.vocabulary import Sure


class Fit(Record):
    """A score from 0 (the criterion's ``worst``) to 100 (its ``best``). The newest row counts, older ones are history.

    An empty ``score`` means 'not known any more'. ``application_id`` may also hold the id of a row of offers.csv: the
    job I have is no application, and of two offers from one company each may have scores of its own. ``criterion_id``
    may name a starting criterion that has no row. So neither is followed as a reference.
    """

    file: ClassVar[str] = "fit.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("application_id", "criterion_id", "as_of")

    application_id: Name
    criterion_id: Name
    as_of: Day
    score: Percent | None = None
    sure: Sure | None = None
    note: Text = ""
