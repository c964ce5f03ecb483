"""How interviews were rated at each stage and in each format. This describes groups; it does not compare them."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Literal

from lib.english import counted, listed, paragraph
from lib.insight.hindsight import COLUMN, from_memory, hollow_caption
from lib.insight.result import ResultTable
from lib.insight.scores import Scored, mean, nothing_rated_sentence, scored_interviews, unrated_sentence
from lib.insight.wording import rating
from lib.records.labels import label, phrase
from lib.records.vocabulary import Format, Stage, words
from lib.records.workbook import Workbook

By = Literal["stage", "format"]


@dataclass(frozen=True)
class InterviewGroup:
    """The rated interviews that share a stage or a format, oldest first; ``key`` is empty if it was not given."""

    key: str
    label: str
    interviews: tuple[Scored, ...]

    @property
    def n(self) -> int:
        """How many interviews it holds, at least one."""
        return len(self.interviews)

    @property
    def counted(self) -> tuple[Scored, ...]:
        """The interviews that are in the average: not those that were rated after the outcome was known."""
        return tuple(entry for entry in self.interviews if not entry.is_hollow)

    @property
    def hollow(self) -> int:
        """How many interviews were rated after the outcome was known."""
        return self.n - len(self.counted)

    @property
    def means(self) -> list[float]:
        """The interviews' means, 1 to 5: of those that count, and where none does, of all, from memory."""
        return [entry.mean for entry in self.counted or self.interviews]

    @property
    def average(self) -> float:
        """The mean of the interviews' means, 1 to 5."""
        return mean(self.means)

    @property
    def in_short(self) -> str:
        """'4 interviews, 3.2 on average', with what is from afterwards."""
        if not self.counted:
            return f"{counted(self.n, 'interview')}, {rating(self.average)} from memory"
        average = f", {rating(self.average)} on average" if len(self.counted) > 1 else ""
        hollow = f", {self.hollow} hollow" if self.hollow else ""
        return f"{counted(len(self.counted), 'interview')}{average}{hollow}"

    @property
    def median(self) -> float:
        """The median of the interviews' means, 1 to 5."""
        return median(self.means)


@dataclass(frozen=True)
class Groups:
    """The groups that hold a rated interview, in the vocabulary's order, 'not given' last.

    ``n`` counts the interviews with ratings, ``interviews`` all that were debriefed. ``caption`` explains the hollow
    dots, and is empty if there are none.
    """

    title: str
    by: By
    n: int
    interviews: int
    groups: tuple[InterviewGroup, ...]
    sentence: str
    caption: str
    table: ResultTable


def by_stage(workbook: Workbook) -> Groups:
    """The mean rating of each interview, by its stage."""
    return _groups(workbook, "stage", "How did I rate myself at each stage?", words(Stage), lambda entry: entry.stage)


def by_format(workbook: Workbook) -> Groups:
    """The mean rating of each interview, by its format."""
    title = "How did I rate myself in each format?"
    return _groups(workbook, "format", title, words(Format), lambda entry: entry.format)


def _groups(workbook: Workbook, by: By, title: str, order: tuple[str, ...], key_of: Callable[[Scored], str]) -> Groups:
    interviews = scored_interviews(workbook)
    rated = tuple(entry for entry in interviews if entry.is_rated)
    groups = tuple(
        InterviewGroup(key, label(key) if key else f"{by.capitalize()} not given", members)
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
        caption=_caption(rated),
        table=_table(by, groups),
    )


def _caption(rated: tuple[Scored, ...]) -> str:
    """The hollow dots, and the ratings that are missing in dots that count."""
    single = sum(len(entry.afterwards) for entry in rated if entry.scores)
    beside = f"{counted(single, 'single rating')} from after you knew left out of its interview." if single else ""
    return paragraph(hollow_caption(sum(entry.is_hollow for entry in rated)), beside)


def _sentence(groups: tuple[InterviewGroup, ...], n: int, interviews: int) -> str:
    if not n:
        return nothing_rated_sentence(interviews)
    unrated = unrated_sentence(interviews - n, interviews)
    counting = [group for group in groups if group.counted]
    if not counting:
        return paragraph(
            from_memory(rating(mean([entry.mean for group in groups for entry in group.interviews]))), unrated
        )
    parts = [f"{_name(group)} {rating(group.average)} ({len(group.counted)})" for group in counting]
    first = counted(len(counting[0].counted), "interview")
    parts[0] = f"{_name(counting[0])} {rating(counting[0].average)} ({first})"
    return paragraph(f"Your average ratings, out of 5: {listed(parts)}.", unrated)


def _name(group: InterviewGroup) -> str:
    return phrase(group.key) if group.key else "not given"


def _table(by: By, groups: tuple[InterviewGroup, ...]) -> ResultTable:
    columns = (by.capitalize(), "Interviews", "Average", "Median", "Lowest", "Highest")
    if not any(group.hollow for group in groups):
        return ResultTable(columns, tuple(_row(group) for group in groups))
    return ResultTable((*columns, COLUMN), tuple((*_row(group), group.hollow) for group in groups))


def _row(group: InterviewGroup) -> tuple[str | int | float, ...]:
    values = (group.average, group.median, min(group.means), max(group.means))
    return (group.label, group.n, *(round(value, 2) for value in values))
