"""Skill by skill: every rating as a mark, the average, and the state of its check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.english import listed, paragraph
from lib.insight.overview.dots import MOST, InterviewDot
from lib.insight.result import ResultTable
from lib.insight.skills.changes import SkillChange, SkillChanges
from lib.insight.skills.ratings import Point, Series, Skills
from lib.insight.state import STATE_LABELS, Conclusion, too_early_sentence
from lib.insight.wording import rating

TITLE = "Skill by skill, over time"
_LEVEL_FROM = 5


@dataclass(frozen=True)
class SkillRow:
    """One skill. Each of ``dots`` is an interview with its rating of this skill alone, the last 400 at the most.

    ``level`` is the average from five ratings that count on, else None; ``average`` is that of all that count, or from
    memory. ``conclusion`` is None if it was never checked.
    """

    key: str
    label: str
    dots: tuple[InterviewDot, ...]
    average: float
    counted: int
    conclusion: Conclusion | None

    @property
    def level(self) -> float | None:
        """Where its level line is, from five ratings on."""
        return self.average if self.counted >= _LEVEL_FROM else None

    @property
    def beside(self) -> str:
        """Its average and its state in a few words: '3.4, could be chance'."""
        if not self.counted:
            return f"{rating(self.average)}, from memory"
        if self.conclusion is None:
            return rating(self.average)
        if self.conclusion.state == "too_early":
            return f"{rating(self.average)}, {self.conclusion.have} of {self.conclusion.need}"
        return f"{rating(self.average)}, {STATE_LABELS[self.conclusion.state].lower()}"


@dataclass(frozen=True)
class SkillRows:
    """All skills that were ever rated. ``table`` holds the checks, ``ratings`` every rating as it was given."""

    title: str
    rows: tuple[SkillRow, ...]
    headline: str
    sure: str
    caption: str
    table: ResultTable
    ratings: ResultTable

    @property
    def n(self) -> int:
        """How many skills."""
        return len(self.rows)


def skill_rows(dots: Sequence[InterviewDot], rated: Skills, changes: SkillChanges) -> SkillRows:
    """Each skill with its marks in the shape of the interview's outcome."""
    shown = [dot for dot in dots if dot.rating is not None][-MOST:]
    by_id = {dot.interview_id: dot for dot in shown}
    earlier = rated.n - len(shown)
    checks = {change.key: change for change in changes.dimensions}
    rows = tuple(_row(series, by_id, checks.get(series.key)) for series in rated.dimensions)
    proofs = (f"{row.label}: {row.conclusion.sentence}" for row in rows if row.conclusion)
    return SkillRows(
        title=TITLE,
        rows=rows,
        headline=_headline(rows, changes),
        sure="\n\n".join(filter(None, (*proofs, changes.warning))),
        caption=paragraph(
            rated.caption, f"The last {MOST} of {rated.n} interviews; averages use all." if earlier else ""
        ),
        table=changes.table,
        ratings=rated.table,
    )


def _row(series: Series, by_id: dict[str, InterviewDot], change: SkillChange | None) -> SkillRow:
    return SkillRow(
        key=series.key,
        label=series.label,
        dots=tuple(_dot(dot, point) for point in series.points if (dot := by_id.get(point.interview_id))),
        average=series.average,
        counted=len(series.counted),
        conclusion=change.conclusion if change else None,
    )


def _dot(dot: InterviewDot, point: Point) -> InterviewDot:
    return replace(dot, rating=point.score, afterwards=point.afterwards)


def _headline(rows: Sequence[SkillRow], changes: SkillChanges) -> str:
    likely, chance = (
        [row.label for row in rows if row.conclusion and row.conclusion.state == state]
        for state in ("likely_real", "could_be_chance")
    )
    if likely or chance:
        return _named(likely, "likely_real") if likely else _named(chance, "could_be_chance")
    if not rows:
        return "No skill rated yet."
    if changes.overall.conclusion.state == "too_early":
        return too_early_sentence(changes.overall.conclusion.have, changes.overall.conclusion.need, "ratings needed")
    return "No skill shows a clear change."


def _named(labels: list[str], state: str) -> str:
    return f"{STATE_LABELS[state]}: {listed(labels[:3])}."
