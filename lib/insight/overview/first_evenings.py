"""The content before anything can be checked: one interview, two side by side, three to five."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.english import listed
from lib.insight.overview.asked_often import AskedOften
from lib.insight.overview.dots import InterviewDot
from lib.insight.scores import Scored, scored_interviews
from lib.insight.skills.ratings import known_or_rated
from lib.insight.words.themes import Theme, Themes
from lib.records.workbook import Workbook

CHECKED_FROM = 6
"""From this many interviews on, findings with states take the place of these."""
_MOST = 3
_NAMED = 2


@dataclass(frozen=True)
class Skill:
    """One skill, with its rating in each of the interviews shown: 1 to 5, or None. ``afterwards`` marks hollow ones."""

    label: str
    ratings: tuple[int | None, ...]
    afterwards: tuple[bool, ...]


@dataclass(frozen=True)
class FirstEvenings:
    """All that a search of up to five interviews shows beside its numbers.

    ``shown`` are the first one or two interviews with a line a skill each. ``both_times`` was asked in both of two
    interviews; ``often`` are the most asked questions.
    """

    shown: tuple[InterviewDot, ...]
    skills: tuple[Skill, ...]
    headline: str
    both_times: tuple[AskedOften, ...]
    often: tuple[AskedOften, ...]
    words: tuple[Theme, ...]


def first_evenings(
    workbook: Workbook, dots: Sequence[InterviewDot], asked: Sequence[AskedOften], today: date, words: Themes | None
) -> FirstEvenings | None:
    """What to show of one to five interviews; None before and after."""
    if not 0 < len(dots) < CHECKED_FROM:
        return None
    shown = tuple(dots) if len(dots) <= _NAMED else ()
    lines = _skills(workbook, scored_interviews(workbook)) if shown else ()
    return FirstEvenings(
        shown=shown,
        skills=lines,
        headline=_headline(shown, lines, today),
        both_times=tuple(one for one in asked if one.times > 1)[:_MOST] if len(dots) == _NAMED else (),
        often=tuple(one for one in asked if one.times > 1)[:_MOST],
        words=(*words.well[:1], *words.badly[:1]) if words else (),
    )


def _skills(workbook: Workbook, interviews: Sequence[Scored]) -> tuple[Skill, ...]:
    values = [dict((*one.afterwards, *one.scores)) for one in interviews]
    return tuple(
        Skill(
            label=known.label,
            ratings=tuple(own.get(known.key) for own in values),
            afterwards=tuple(one.score_afterwards(known.key) is not None for one in interviews),
        )
        for known in known_or_rated(workbook, tuple(interviews))
        if any(known.key in own for own in values)
    )


def _headline(shown: Sequence[InterviewDot], lines: Sequence[Skill], today: date) -> str:
    if len(shown) != 1:
        return ""
    rated = [(line.label, line.ratings[0]) for line in lines if line.ratings[0] is not None]
    if not rated:
        return "You haven't rated how it went."
    when = "Tonight you" if shown[0].on == today else "You"
    high, low = max(score for _, score in rated if score), min(score for _, score in rated if score)
    if high == low:
        what = rated[0][0] if len(rated) == 1 else f"all {len(rated)} skills"
        return f"{when} rated {what} {high} of 5."
    ends = ((_named(rated, high), "highest"), (_named(rated, low), "lowest"))
    known = ", ".join(f"{labels} {name}" for labels, name in ends if labels)
    return f"{when} rated {known}." if known else f"{when} rated all {len(rated)} skills {low} to {high} of 5."


def _named(rated: Sequence[tuple[str, int | None]], score: int) -> str:
    """The skills of that rating, if they are few enough to name."""
    labels = [label for label, own in rated if own == score]
    return listed(labels) if len(labels) <= _NAMED else ""
