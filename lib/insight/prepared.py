"""Prepared against unprepared: how the answers went. This describes; preparing needn't be the reason.

Only questions with a yes or no on preparation count; an empty cell isn't a no.
"""

from collections import defaultdict
from dataclasses import dataclass

from lib.english import counted, paragraph
from lib.insight.result import ResultTable
from lib.insight.scores import mean
from lib.insight.wording import rating
from lib.records.question import Question
from lib.records.workbook import Workbook

TITLE = "How did prepared answers go?"
FEWEST = 3
"""The fewest rated answers per side for a comparison."""


@dataclass(frozen=True)
class AnswerRatings:
    """One side: its ``n`` rated answers, their mean from 1 to 5, how many of them went well (4 or 5), and how many of
    its questions were hard, rated or not."""

    label: str
    n: int
    average: float | None
    well: int
    hard: int


@dataclass(frozen=True)
class Prepared:
    """The answer over ``n`` rated questions that were asked, with preparation noted; ``unrated`` counts those without a
    rating. ``sentence`` is empty if that is known of none.
    """

    title: str
    n: int
    unrated: int
    prepared: AnswerRatings
    unprepared: AnswerRatings
    sentence: str
    table: ResultTable


def prepared(workbook: Workbook) -> Prepared:
    """The ratings of the questions that were prepared and asked beside those that were asked and not prepared."""
    debriefed = {entry.id for entry in workbook.debriefed}
    known = [
        entry
        for entry in workbook.questions
        if entry.interview_id in debriefed and entry.was_asked and entry.prepared is not None
    ]
    rated = [(entry.interview_id, bool(entry.prepared), entry.rating) for entry in known if entry.rating is not None]
    sides = [
        _answers(label, [entry for entry in known if entry.prepared is side])
        for label, side in (("Prepared", True), ("Not prepared", False))
    ]
    both, better = _within_interviews(rated)
    return Prepared(
        title=TITLE,
        n=len(rated),
        unrated=len(known) - len(rated),
        prepared=sides[0],
        unprepared=sides[1],
        sentence=_sentence(sides[0], sides[1], both, better) if known else "",
        table=ResultTable(
            ("Answers", "Rated", "Average", "Well (4 or 5)", "Hard"),
            tuple(
                (side.label, side.n, None if side.average is None else round(side.average, 2), side.well, side.hard)
                for side in sides
            ),
        ),
    )


def _answers(label: str, questions: list[Question]) -> AnswerRatings:
    scores = [entry.rating for entry in questions if entry.rating is not None]
    average = mean(scores) if scores else None
    hard = sum(entry.is_hard for entry in questions)
    return AnswerRatings(label, len(scores), average, sum(one >= 4 for one in scores), hard)


def _within_interviews(rated: list[tuple[str, bool, int]]) -> tuple[int, int]:
    scores: dict[str, dict[bool, list[int]]] = defaultdict(lambda: defaultdict(list))
    for interview_id, was_prepared, score in rated:
        scores[interview_id][was_prepared].append(score)
    pairs = [(mean(sides[True]), mean(sides[False])) for sides in scores.values() if len(sides) == 2]
    return len(pairs), sum(one > other for one, other in pairs)


def _sentence(ready: AnswerRatings, other: AnswerRatings, both: int, better: int) -> str:
    if ready.average is None or other.average is None:
        missing = "prepared" if ready.average is None else "unprepared"
        n = ready.n + other.n
        if not n:
            return "Nothing to compare yet: none of the answers you marked as prepared or not is rated."
        return (
            f"Nothing to compare yet: of {counted(n, 'rated answer')} you marked as prepared or not, none is {missing}."
        )
    if min(ready.n, other.n) < FEWEST:
        rated = f"{counted(ready.n, 'prepared answer')} and {counted(other.n, 'unprepared one')} rated"
        return f"Too early to compare: {rated}; it takes {FEWEST} of each."
    return paragraph(
        f"You rated {counted(ready.n, 'prepared answer')} {rating(ready.average)} of 5 on average, "
        f"and {counted(other.n, 'unprepared one')} {rating(other.average)}.",
        f"In {better or 'none'} of {counted(both, 'interview')} with both, the prepared ones went better."
        if both
        else "",
        "This describes, and is not tested: the questions that one prepares are not the same as the others.",
    )
