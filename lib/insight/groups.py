"""How interviews were rated at each stage and in each format. This describes groups; it does not compare them."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Literal

from lib.insight.result import Table
from lib.insight.scores import Scored, left_out, mean, nothing_rated, scored_interviews
from lib.insight.wording import counted, listed, rating, said
from lib.records.labels import label, phrase
from lib.records.vocabulary import Format, Stage, words
from lib.records.workbook import Workbook

By = Literal["stage", "format"]


@dataclass(frozen=True)
class Group:
    """The rated interviews that share a stage or a format, oldest first; ``key`` is empty where it was not given."""

    key: str
    label: str
    interviews: tuple[Scored, ...]

    @property
    def n(self) -> int:
        """How many interviews it holds, at least one."""
        return len(self.interviews)

    @property
    def average(self) -> float:
        """The mean of the interviews' means, 1 to 5."""
        return mean([entry.mean for entry in self.interviews])

    @property
    def median(self) -> float:
        """The median of the interviews' means, 1 to 5."""
        return median(entry.mean for entry in self.interviews)


@dataclass(frozen=True)
class Groups:
    """The groups that hold a rated interview, in the vocabulary's order, 'not given' last.

    ``n`` counts the interviews with ratings, ``interviews`` all that were debriefed.
    """

    title: str
    by: By
    n: int
    interviews: int
    groups: tuple[Group, ...]
    sentence: str
    table: Table


def by_stage(workbook: Workbook) -> Groups:
    """The mean rating of each interview, by its stage."""
    return _groups(workbook, "stage", "How did I rate myself at each stage?", words(Stage), lambda entry: entry.stage)


def by_format(workbook: Workbook) -> Groups:
    """The mean rating of each interview, by its format."""
    title = "How did I rate myself in each format?"
    return _groups(workbook, "format", title, words(Format), lambda entry: entry.format)


def _groups(workbook: Workbook, by: By, title: str, order: tuple[str, ...], key_of: Callable[[Scored], str]) -> Groups:
    interviews = scored_interviews(workbook)
    rated = tuple(entry for entry in interviews if entry.scores)
    groups = tuple(
        Group(key, label(key) if key else f"{by.capitalize()} not given", members)
        for key in (*order, "")
        if (members := tuple(entry for entry in rated if key_of(entry) == key))
    )
    return Groups(
        title=title,
        by=by,
        n=len(rated),
        interviews=len(interviews),
        groups=groups,
        sentence=_sentence(groups, len(rated), len(interviews)),
        table=_table(by, groups),
    )


def _sentence(groups: tuple[Group, ...], n: int, interviews: int) -> str:
    if not n:
        return nothing_rated(interviews)
    parts = [f"{_name(group)} {rating(group.average)} ({group.n})" for group in groups]
    parts[0] = f"{_name(groups[0])} {rating(groups[0].average)} ({counted(groups[0].n, 'interview')})"
    chance = "Averages of so few interviews differ by chance alone." if len(groups) > 1 else ""
    return said(
        f"Your average ratings, out of 5: {listed(parts)}.",
        chance,
        left_out(interviews - n, interviews),
    )


def _name(group: Group) -> str:
    return phrase(group.key) if group.key else "not given"


def _table(by: By, groups: tuple[Group, ...]) -> Table:
    columns = (by.capitalize(), "Interviews", "Average", "Median", "Lowest", "Highest")
    return Table(columns, tuple(_row(group) for group in groups))


def _row(group: Group) -> tuple[str | int | float, ...]:
    means = [entry.mean for entry in group.interviews]
    values = (group.average, group.median, min(means), max(means))
    return (group.label, group.n, *(round(value, 2) for value in values))
