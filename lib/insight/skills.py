"""How each dimension was rated over time. This describes: it makes no claim that anything changed."""

from dataclasses import dataclass
from datetime import date

from lib.insight.result import Cell, Table
from lib.insight.scores import Scored, left_out, mean, nothing_rated, scored_interviews
from lib.insight.wording import counted, period, rating, said, short_date, weekday_and_date
from lib.records.dimension import Dimension, all_dimensions
from lib.records.labels import label
from lib.records.workbook import Workbook

TITLE = "How have I rated myself over time?"


@dataclass(frozen=True)
class Point:
    """One interview's score, 1 to 5, or its mean over ``of`` dimensions."""

    interview_id: str
    place: int
    on: date
    stage: str
    company: str
    score: float
    of: int = 1


@dataclass(frozen=True)
class Series:
    """One dimension, or the mean over them, through the interviews in which it was rated, oldest first.

    ``low`` and ``high`` are the ends of the scale in words. ``retired`` dimensions have ratings but are no
    longer asked for.
    """

    key: str
    label: str
    low: str
    high: str
    retired: bool
    points: tuple[Point, ...]

    @property
    def n(self) -> int:
        """In how many interviews it was rated."""
        return len(self.points)

    @property
    def average(self) -> float:
        """The mean over its interviews, 1 to 5."""
        return mean([point.score for point in self.points])

    @property
    def sentence(self) -> str:
        """Its n and its average."""
        ending = ", no longer asked for" if self.retired else ""
        return f"{self.label}{ending}: {rating(self.average)} of 5 on average in {counted(self.n, 'interview')}."


@dataclass(frozen=True)
class Skills:
    """All dimensions that were rated at least once, and before them the mean over those of each interview.

    ``n`` counts the interviews with ratings, ``interviews`` all that were debriefed. ``overall`` is None where
    ``n`` is 0.
    """

    title: str
    n: int
    interviews: int
    overall: Series | None
    dimensions: tuple[Series, ...]
    sentence: str
    table: Table


def skills(workbook: Workbook) -> Skills:
    """The ratings of every debriefed interview, as they were felt before the outcome was known."""
    interviews = scored_interviews(workbook)
    rated = tuple(entry for entry in interviews if entry.scores)
    dimensions = tuple(
        series for dimension in known_or_rated(workbook, rated) if (series := _series(dimension, rated)).points
    )
    overall = _overall(rated) if rated else None
    return Skills(
        title=TITLE,
        n=len(rated),
        interviews=len(interviews),
        overall=overall,
        dimensions=dimensions,
        sentence=_sentence(overall, dimensions, len(interviews)),
        table=_table(rated, dimensions),
    )


def known_or_rated(workbook: Workbook, rated: tuple[Scored, ...]) -> tuple[Dimension, ...]:
    """All dimensions, the retired ones and those that have lost their row too."""
    known = all_dimensions(workbook.dimensions)
    keys = {key for entry in rated for key, _ in entry.scores} - {dimension.key for dimension in known}
    lost = (Dimension(key=key, label=key.replace("_", " ").capitalize(), retired=True) for key in sorted(keys))
    return (*known, *lost)


def _series(dimension: Dimension, rated: tuple[Scored, ...]) -> Series:
    scores = ((entry, entry.score(dimension.key)) for entry in rated)
    points = tuple(_point(entry, score) for entry, score in scores if score is not None)
    return Series(
        key=dimension.key,
        label=dimension.label,
        low=dimension.low,
        high=dimension.high,
        retired=bool(dimension.retired),
        points=points,
    )


def _overall(rated: tuple[Scored, ...]) -> Series:
    points = tuple(_point(entry, entry.mean, len(entry.scores)) for entry in rated)
    return Series(key="", label="All together", low="", high="", retired=False, points=points)


def _point(entry: Scored, score: float, of: int = 1) -> Point:
    return Point(entry.interview_id, entry.place, entry.on, entry.stage, entry.company, score, of)


def _sentence(overall: Series | None, dimensions: tuple[Series, ...], interviews: int) -> str:
    if overall is None:
        return nothing_rated(interviews)
    unrated = left_out(interviews - overall.n, interviews)
    if overall.n == 1:
        return said(_of_one(overall.points[0]), unrated)
    when = period(overall.points[0].on, overall.points[-1].on)
    return said(
        f"In {overall.n} interviews, {when}, you rated yourself {rating(overall.average)} of 5 on average.",
        _range(dimensions),
        "These are your own ratings as they stand; whether anything is changing is not judged here.",
        unrated,
    )


def _of_one(point: Point) -> str:
    return (
        f"One interview so far, on {weekday_and_date(point.on)}: {rating(point.score)} of 5 over "
        f"{counted(point.of, 'rating')}. A second interview will give something to lay beside it."
    )


def _range(dimensions: tuple[Series, ...]) -> str:
    if len(dimensions) < 2:
        return ""
    low, high = min(dimensions, key=lambda one: one.average), max(dimensions, key=lambda one: one.average)
    if low.average == high.average:
        return f"All {len(dimensions)} things that you rated have the same average."
    return (
        f"Of the {len(dimensions)} things that you rated, the averages go from {rating(low.average)} "
        f"({low.label}, rated {_times(low.n)}) to {rating(high.average)} ({high.label}, rated {_times(high.n)})."
    )


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def _table(rated: tuple[Scored, ...], dimensions: tuple[Series, ...]) -> Table:
    def row(entry: Scored) -> tuple[Cell, ...]:
        scores = (entry.score(series.key) for series in dimensions)
        return (short_date(entry.on), label(entry.stage), entry.company, round(entry.mean, 2), *scores)

    columns = ("Date", "Stage", "Company", "All together", *(series.label for series in dimensions))
    return Table(_distinct(columns), tuple(row(entry) for entry in rated))


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """A person may call a dimension 'Stage', or two alike; a table's columns need names of their own."""
    taken: list[str] = []
    for name in names:
        tries = (name, *(f"{name} ({number})" for number in range(2, len(names) + 2)))
        taken.append(next(candidate for candidate in tries if candidate not in taken))
    return tuple(taken)
