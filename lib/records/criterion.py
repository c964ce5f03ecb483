"""What I weigh a job by."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from lib.records.record import Name, Percent, Record, Text, YesNo


class Criterion(Record):
    """One thing that a job is weighed by. ``worst`` and ``best`` describe what 0 and 100 look like for me.

    ``rank`` 1 matters most, and equal ranks matter alike; ``swing`` is how much going from worst to best matters
    against the most important one, which is 100; ``must_have`` is the score below which the job will not do.
    """

    file: ClassVar[str] = "criteria.csv"
    refers: ClassVar[dict[str, str]] = {"goal_id": "goals.csv"}

    id: Name
    name: Name
    goal_id: Text = ""
    worst: Text = ""
    best: Text = ""
    rank: Annotated[int, Field(ge=1)] | None = None
    swing: Percent | None = None
    must_have: Percent | None = None
    retired: YesNo | None = None


KNOWN_CRITERIA = (
    Criterion(
        id="cr-work",
        name="The work itself",
        worst="work that drains me",
        best="work I'd do for fun",
    ),
    Criterion(
        id="cr-growth",
        name="Growth towards my goals",
        worst="a dead end",
        best="a big step forward",
    ),
    Criterion(
        id="cr-manager",
        name="The manager",
        worst="a bad manager",
        best="the best manager I've had",
    ),
    Criterion(
        id="cr-team",
        name="The team",
        worst="people I'd avoid",
        best="people I like and learn from",
    ),
    Criterion(
        id="cr-mission",
        name="A mission I believe in",
        worst="I'd rather not say where I work",
        best="I'd be proud to tell friends",
    ),
    Criterion(
        id="cr-pay",
        name="Pay",
        worst="only just enough to live on",
        best="more than I hoped for",
    ),
    Criterion(
        id="cr-security",
        name="Security",
        worst="could be gone within a year",
        best="safe for years",
    ),
    Criterion(
        id="cr-hours",
        name="Hours and flexibility",
        worst="evenings and weekends too",
        best="I choose my own hours",
    ),
    Criterion(
        id="cr-place",
        name="Place and commute",
        worst="a long commute",
        best="where I want to be, no commute",
    ),
)
"""The nine to start from. They need no row in criteria.csv until the person changes one; a changed one keeps its id."""


def all_criteria(own: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The known criteria as the person's own rows change them, then the added ones in file order."""
    by_id = {criterion.id: criterion for criterion in (*KNOWN_CRITERIA, *own)}
    return tuple(by_id.values())


def active_criteria(own: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria that a job is weighed by now."""
    return tuple(criterion for criterion in all_criteria(own) if not criterion.retired)
