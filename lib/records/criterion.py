"""What I weigh a job by."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from lib.records.record import Name, Percent, Record, Text, YesNo


class Criterion(Record):
    """One thing that a job is weighed by. ``worst`` and ``best`` say in words what 0 and 100 look like for me.

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
        worst="days that drain me",
        best="work I would do unasked",
    ),
    Criterion(
        id="cr-growth",
        name="Growth towards my goals",
        worst="leads away from them, or nowhere",
        best="the straightest step there that I can see",
    ),
    Criterion(
        id="cr-manager",
        name="The manager",
        worst="someone I would work around",
        best="someone I would follow to another company",
    ),
    Criterion(
        id="cr-team",
        name="The team",
        worst="alone, or among people I would avoid",
        best="people I learn from and like to see",
    ),
    Criterion(
        id="cr-mission",
        name="A mission that resonates",
        worst="I would rather not say where I work",
        best="I would tell friends about it unasked",
    ),
    Criterion(
        id="cr-pay",
        name="Pay",
        worst="what I can only just live on",
        best="more than I hoped for",
    ),
    Criterion(
        id="cr-security",
        name="Security",
        worst="it may be gone within a year",
        best="safe for as long as I want it",
    ),
    Criterion(
        id="cr-hours",
        name="Hours and flexibility",
        worst="evenings and weekends are theirs",
        best="my hours are mine to arrange",
    ),
    Criterion(
        id="cr-place",
        name="Place and commute",
        worst="a way that eats the day",
        best="where I want to be, at no cost of time",
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
