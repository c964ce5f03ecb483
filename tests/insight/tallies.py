"""How many interviews, dots, answers, ratings and questions each result shows, and how many of them it counts.

Numbers never shrink silently: ``shown`` never falls when a fact is added, and where ``counted`` is less, the result
mentions it. A property test holds every result to it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lib.english import paragraph
from lib.insight.findings import Findings
from lib.insight.groups import Groups, by_format, by_stage
from lib.insight.outcome_factors.factors import frame_of
from lib.insight.scores import scored_interviews
from lib.insight.skills.ratings import skills


@dataclass(frozen=True)
class Tally:
    """What one result shows of one thing, how much of it counts, and the words beside it.

    ``afterwards`` of what doesn't count was given when the outcome was known.
    """

    result: str
    thing: str
    shown: int
    counted: int
    words: str
    afterwards: int = 0

    @property
    def left_out(self) -> int:
        """How many are shown and not counted."""
        return self.shown - self.counted


def tallies(findings: Findings) -> Iterator[Tally]:
    """Every count on the Progress page that may not fall."""
    yield from _first_screen(findings)
    yield from _ratings(findings)
    workbook = findings.workbook
    yield from _groups("by stage", by_stage(workbook))
    yield from _groups("by format", by_format(workbook))
    yield from _changes(findings)
    yield from _separators(findings)
    yield from _forecasts(findings)
    yield from _plain(findings)


def _first_screen(findings: Findings) -> Iterator[Tally]:
    found = findings.overview
    numbers, better = found.numbers, found.better
    words = paragraph(better.conclusion.sentence, better.mine.caption)
    yield _whole("first screen", "interviews", numbers.interviews, "")
    yield _whole("first screen", "answers", numbers.moved_on.answered, numbers.moved_on.beside)
    yield Tally("getting better", "dots", better.n, better.mine.n, words, better.mine.hollow)
    for goal in numbers.goals:
        yield _whole("my goals", f"jobs of {goal.goal_id}", goal.jobs, goal.headline)
    yield _whole("asked", "different questions", len(findings.asked_often), "")


def _ratings(findings: Findings) -> Iterator[Tally]:
    result = skills(findings.workbook, dates=findings.dates)
    words = paragraph(result.sentence, result.caption)
    overall = result.overall.points if result.overall else ()
    hollow = sum(point.afterwards for point in overall)
    yield _whole("over time", "interviews", result.interviews, words)
    yield Tally("over time", "dots", len(overall), len(overall) - hollow, words, hollow)
    for series in result.dimensions:
        words = paragraph(series.sentence, result.caption)
        yield Tally("over time", f"ratings of {series.key}", series.n, len(series.counted), words, series.hollow)


def _groups(name: str, result: Groups) -> Iterator[Tally]:
    dots, hollow = (sum(getattr(group, of) for group in result.groups) for of in ("n", "hollow"))
    yield Tally(name, "dots", dots, dots - hollow, paragraph(result.sentence, result.caption), hollow)
    yield _whole(name, "interviews", result.interviews, result.sentence)


def _changes(findings: Findings) -> Iterator[Tally]:
    result = findings.skills
    scored = scored_interviews(findings.workbook)
    timely = Counter(key for entry in scored for key, _ in entry.scores)
    after = Counter(key for entry in scored for key, _ in entry.afterwards)
    all_of = timely.total() + after.total()
    yield Tally("changes", "ratings", all_of, timely.total(), result.sentence, after.total())
    for change in result.dimensions:
        shown, words = timely[change.key] + after[change.key], paragraph(change.sentence, result.sentence)
        yield Tally("changes", f"ratings of {change.key}", shown, change.n, words, after[change.key])


def _separators(findings: Findings) -> Iterator[Tally]:
    look = findings.outcome_factors.look
    yield Tally("yes and no", "answers", look.answered, look.n, look.sentence)
    frame = frame_of(findings.workbook)
    after = len(frame.afterwards)
    timely = sum(int((~np.isnan(column)).sum()) for name, column in frame.columns.items() if name.startswith("rating:"))
    yield Tally("yes and no", "ratings", timely + after, timely, look.sentence, after)


def _forecasts(findings: Findings) -> Iterator[Tally]:
    result = findings.forecasts
    words = paragraph(result.sentence, result.caption)
    after = len(result.afterwards)
    yield Tally("forecasts", "dots", result.n + after, result.n, words, after)
    every = result.n + result.open + result.silent + result.withdrew + result.broken + result.late
    yield Tally("forecasts", "forecasts", every, result.n, words, result.late)


def _plain(findings: Findings) -> Iterator[Tally]:
    """Where all that's shown is counted."""
    asked, plans, stages = findings.asked, findings.plans, findings.stages
    yield _whole("asked", "questions", asked.n, asked.sentence)
    yield _whole("asked", "interviews", asked.interviews, asked.sentence)
    yield _whole("prepared", "answers", findings.prepared.n, findings.prepared.sentence)
    yield _whole("plans", "answers", plans.n, plans.sentence)
    yield _whole("own words", "interviews", findings.themes.n, findings.themes.sentence)
    yield _whole("stages", "interviews", stages.n, stages.sentence)
    yield _whole("applications", "applications", findings.applications.n, findings.applications.sentence)


def _whole(result: str, thing: str, n: int, words: str) -> Tally:
    return Tally(result, thing, n, n, words)
