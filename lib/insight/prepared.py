"""Prepared against unprepared: how the answers went. This describes; it does not say that preparing was the reason."""

from collections import defaultdict
from dataclasses import dataclass

from lib.insight.asked import was_asked
from lib.insight.result import Table
from lib.insight.scores import mean
from lib.insight.wording import counted, rating, said
from lib.records.workbook import Workbook

TITLE = "How did prepared answers go?"


@dataclass(frozen=True)
class Answers:
    """The rated answers of one side: how many, their mean from 1 to 5, how many went well (4 or 5) or hard (1 or 2)."""

    label: str
    n: int
    average: float | None
    well: int
    hard: int


@dataclass(frozen=True)
class Prepared:
    """The answer over ``n`` rated questions that were asked; ``unrated`` counts those without a rating.

    ``both`` counts the interviews that hold rated answers of both sides, and ``better_prepared`` those of them in which
    the prepared ones were rated higher on average.
    """

    title: str
    n: int
    unrated: int
    prepared: Answers
    unprepared: Answers
    both: int
    better_prepared: int
    sentence: str
    table: Table


def prepared(workbook: Workbook) -> Prepared:
    """The ratings of the questions that were prepared and asked beside those of all others that were asked."""
    held = {entry.id for entry in workbook.debriefed()}
    asked = [entry for entry in workbook.questions if entry.interview_id in held and was_asked(entry)]
    rated = [(entry.interview_id, bool(entry.prepared), entry.rating) for entry in asked if entry.rating is not None]
    sides = [
        _answers(label, [score for _, was, score in rated if was is side])
        for label, side in (("Prepared", True), ("Not prepared", False))
    ]
    both, better = _within_interviews(rated)
    return Prepared(
        title=TITLE,
        n=len(rated),
        unrated=len(asked) - len(rated),
        prepared=sides[0],
        unprepared=sides[1],
        both=both,
        better_prepared=better,
        sentence=_sentence(sides[0], sides[1], both, better),
        table=Table(
            ("Answers", "Rated", "Average", "Well (4 or 5)", "Hard (1 or 2)"),
            tuple(
                (side.label, side.n, None if side.average is None else round(side.average, 2), side.well, side.hard)
                for side in sides
            ),
        ),
    )


def _answers(label: str, scores: list[int]) -> Answers:
    average = mean(scores) if scores else None
    return Answers(label, len(scores), average, sum(one >= 4 for one in scores), sum(one <= 2 for one in scores))


def _within_interviews(rated: list[tuple[str, bool, int]]) -> tuple[int, int]:
    scores: dict[str, dict[bool, list[int]]] = defaultdict(lambda: defaultdict(list))
    for interview_id, was_prepared, score in rated:
        scores[interview_id][was_prepared].append(score)
    pairs = [(mean(sides[True]), mean(sides[False])) for sides in scores.values() if len(sides) == 2]
    return len(pairs), sum(one > other for one, other in pairs)


def _sentence(ready: Answers, other: Answers, both: int, better: int) -> str:
    if ready.average is None or other.average is None:
        missing = "prepared" if ready.average is None else "unprepared"
        n = ready.n + other.n
        if not n:
            return "Nothing to show yet: no question that was asked is rated."
        return f"Not enough to say: {counted(n, 'answer')} rated, and no {missing} one among them to lay beside."
    return said(
        f"You rated {counted(ready.n, 'prepared answer')} {rating(ready.average)} of 5 on average, "
        f"and {counted(other.n, 'unprepared one')} {rating(other.average)}.",
        f"In {better or 'none'} of {counted(both, 'interview')} with both, the prepared ones went better."
        if both
        else "",
        "This describes, and is not tested: the questions that one prepares are not the same as the others.",
    )
