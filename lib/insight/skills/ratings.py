"""How each dimension was rated over time. This describes: it makes no claim that anything changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lib.dates import DateStyle
from lib.english import counted, paragraph, times
from lib.insight.hindsight import COLUMN, from_memory, hollow_caption
from lib.insight.result import Cell, ResultTable
from lib.insight.scores import Scored, mean, nothing_rated_sentence, scored_interviews, unrated_sentence
from lib.insight.wording import rating
from lib.records.dimension import Dimension, all_dimensions
from lib.records.labels import label
from lib.records.workbook import Workbook

TITLE = "How have I rated myself over time?"


@dataclass(frozen=True)
class Point:
    """One interview's score, 1 to 5, or its mean over ``of`` dimensions.

    ``afterwards``: the outcome was known when it was given, so it's drawn hollow and not averaged.
    """

    interview_id: str
    position: int
    on: date
    stage: str
    company: str
    score: float
    of: int = 1
    afterwards: bool = False


@dataclass(frozen=True)
class Series:
    """One dimension, or the mean over them, through the interviews that rated it, oldest first.

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
        """In how many interviews it was rated, before the outcome or afterwards."""
        return len(self.points)

    @property
    def counted(self) -> tuple[Point, ...]:
        """The points that are in the average."""
        return tuple(point for point in self.points if not point.afterwards)

    @property
    def hollow(self) -> int:
        """How many points are from afterwards."""
        return self.n - len(self.counted)

    @property
    def average(self) -> float:
        """The mean over the points that count, 1 to 5; if none does, over all of them, from memory."""
        return mean([point.score for point in self.counted or self.points])

    @property
    def in_short(self) -> str:
        """'3.4 in 5, 2 hollow', beside its name in a chart."""
        of, average = len(self.counted), rating(self.average)
        if not of:
            return f"{average}, from memory"
        hollow = f", {self.hollow} hollow" if self.hollow else ""
        return f"{average} in {of}{hollow}" if self.key else f"average {average} in {counted(of, 'interview')}{hollow}"

    @property
    def sentence(self) -> str:
        """Its n and its average."""
        ending = ", no longer asked for" if self.retired else ""
        of = len(self.counted)
        if not of:
            return f"{self.label}{ending}: {rating(self.average)} of 5, from memory, {self.hollow} hollow."
        more = f", and {self.hollow} hollow" if self.hollow else ""
        return f"{self.label}{ending}: {rating(self.average)} of 5 on average in {counted(of, 'interview')}{more}."


@dataclass(frozen=True)
class Skills:
    """All dimensions that were rated at least once, and before them the mean over those of each interview.

    ``n`` counts the interviews with ratings, ``interviews`` all that were debriefed. ``overall`` is None if ``n`` is
    0. ``caption`` explains the hollow dots, and is empty if there are none.
    """

    title: str
    n: int
    interviews: int
    overall: Series | None
    dimensions: tuple[Series, ...]
    sentence: str
    caption: str
    table: ResultTable


def skills(workbook: Workbook, dates: DateStyle) -> Skills:
    """The ratings of every debriefed interview; those from after the outcome are marked, and in no average."""
    interviews = scored_interviews(workbook)
    rated = tuple(entry for entry in interviews if entry.is_rated)
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
        sentence=_sentence(overall, dimensions, len(interviews), dates=dates),
        caption=caption_of(rated),
        table=_table(rated, dimensions, dates=dates),
    )


def known_or_rated(workbook: Workbook, rated: tuple[Scored, ...]) -> tuple[Dimension, ...]:
    """All dimensions, the retired ones and those that have lost their row too."""
    known = all_dimensions(workbook.dimensions)
    keys = {key for entry in rated for key, _ in (*entry.scores, *entry.afterwards)}
    keys -= {dimension.key for dimension in known}
    lost = (Dimension(key=key, label=key.replace("_", " ").capitalize(), retired=True) for key in sorted(keys))
    return (*known, *lost)


def _series(dimension: Dimension, rated: tuple[Scored, ...]) -> Series:
    points = tuple(point for entry in rated if (point := _point_of(entry, dimension.key)))
    return Series(
        key=dimension.key,
        label=dimension.label,
        low=dimension.low,
        high=dimension.high,
        retired=bool(dimension.retired),
        points=points,
    )


def _point_of(entry: Scored, dimension: str) -> Point | None:
    score, afterwards = entry.score(dimension), entry.score_afterwards(dimension)
    if score is not None:
        return _point(entry, score)
    return None if afterwards is None else _point(entry, afterwards, afterwards=True)


def _overall(rated: tuple[Scored, ...]) -> Series:
    points = tuple(_point(entry, entry.mean, len(entry.shown), entry.is_hollow) for entry in rated)
    return Series(key="", label="All together", low="", high="", retired=False, points=points)


def _point(entry: Scored, score: float, of: int = 1, afterwards: bool = False) -> Point:
    return Point(entry.interview_id, entry.position, entry.on, entry.stage, entry.company, score, of, afterwards)


def caption_of(rated: Iterable[Scored]) -> str:
    """What the hollow dots of these interviews are, and hollow ratings beside ones that count."""
    rated = tuple(rated)
    single = sum(len(entry.afterwards) for entry in rated if entry.scores)
    return hollow_caption(sum(entry.is_hollow for entry in rated), single)


def _sentence(overall: Series | None, dimensions: tuple[Series, ...], interviews: int, dates: DateStyle) -> str:
    if overall is None:
        return nothing_rated_sentence(interviews)
    unrated = unrated_sentence(interviews - overall.n, interviews)
    points = overall.counted
    if not points:
        return paragraph(from_memory(rating(overall.average)), unrated)
    if len(points) == 1:
        return paragraph(_of_one(points[0], overall.n, dates=dates), unrated)
    when = dates.period(points[0].on, points[-1].on)
    return paragraph(
        f"In {len(points)} interviews, {when}, you rated yourself {rating(overall.average)} of 5 on average.",
        _range(dimensions),
        unrated,
    )


def _of_one(point: Point, interviews: int, dates: DateStyle) -> str:
    counts = " counts" if interviews > 1 else ""
    return (
        f"One interview{counts} so far, on {dates.spoken_day(point.on)}: {rating(point.score)} of 5 over "
        f"{counted(point.of, 'rating')}."
    )


def _range(rated: tuple[Series, ...]) -> str:
    dimensions = tuple(series for series in rated if series.counted)
    if len(dimensions) < 2:
        return ""
    low, high = min(dimensions, key=lambda one: one.average), max(dimensions, key=lambda one: one.average)
    if low.average == high.average:
        return f"All {len(dimensions)} skills have the same average."
    return (
        f"Skill by skill, the averages go from {rating(low.average)} "
        f"({low.label}, rated {times(len(low.counted))}) to {rating(high.average)} ({high.label}, "
        f"rated {times(len(high.counted))})."
    )


def _table(rated: tuple[Scored, ...], dimensions: tuple[Series, ...], dates: DateStyle) -> ResultTable:
    marks = any(entry.afterwards for entry in rated)

    def row(entry: Scored) -> tuple[Cell, ...]:
        points = (_point_of(entry, series.key) for series in dimensions)
        scores = (None if point is None else int(point.score) for point in points)
        after = ", ".join(series.label for series in dimensions if entry.score_afterwards(series.key) is not None)
        cells = (dates.short_day(entry.on), label(entry.stage), entry.company, round(entry.mean, 2), *scores)
        return (*cells, after) if marks else cells

    columns = ("Date", "Stage", "Company", "All together", *(series.label for series in dimensions))
    columns = (*columns, COLUMN) if marks else columns
    return ResultTable(_distinct(columns), tuple(row(entry) for entry in rated))


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """A person may call a dimension 'Stage', or two alike; a table's columns need names of their own."""
    taken: list[str] = []
    for name in names:
        tries = (name, *(f"{name} ({number})" for number in range(2, len(names) + 2)))
        taken.append(next(candidate for candidate in tries if candidate not in taken))
    return tuple(taken)
