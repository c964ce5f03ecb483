"""The wall between mood and fit: is it the job that is wrong, or the day that went badly?

People judge their own interviews badly, and those who think that they did badly are three times less likely to want to
work with the interviewer (interviewing.io, 254 interviews). So a bad feeling passes for 'it is not for me'.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lib.decide.figures import CalculationLine, lines_table, number
from lib.decide.scores import CriterionScore, scores_of
from lib.decide.verdict import ENOUGH
from lib.decide.weights import weights
from lib.english import counted, paragraph
from lib.insight.result import ResultTable
from lib.insight.scores import mean, scored_interviews
from lib.insight.wording import rating
from lib.records.criterion import active_criteria
from lib.records.interview import Interview
from lib.records.workbook import Workbook

TITLE = "Is it the job, or how the interview went?"
QUESTION: Final = "Is it how you did, or how they treated you?"
FINDING: Final = (
    "People judge their own interviews badly: how it felt explains at most a quarter of how it went. Those who "
    "thought they did badly were three times less likely to want to work with the interviewer "
    "(interviewing.io, 254 interviews)."
)

FELL = 2
"""Interest fell if it is this many points of 10 lower than before the interview."""
LOW = 2.5
"""A mean self-rating, 1 to 5, at or below this is low."""
BELOW_USUAL = 0.75
"""So is one this far below the person's mean over at least ``USUAL_FROM`` other interviews."""
USUAL_FROM = 3
FIT_FELL = 5.0
"""Fit fell if the weighted mean, 0 to 100, over the criteria known both before and now is down by at least this."""


@dataclass(frozen=True)
class Interest:
    """Interest around one interview, each 0 to 10, None if it was not given."""

    interview_id: str
    on: date
    before: int | None
    after: int | None
    later: int | None

    @property
    def now(self) -> int | None:
        """The newest: two days later if it was asked, else right after."""
        return self.after if self.later is None else self.later

    @property
    def fall(self) -> int | None:
        """By how many points it went down, below 0 if it went up; None if either end is not known."""
        return None if self.before is None or self.now is None else self.before - self.now


@dataclass(frozen=True)
class Mood:
    """How interest went over an application's interviews, oldest first, and whether to ask before a no.

    ``asks`` tells whether to ask ``question`` before a decline or withdrawal; it never blocks. After 'how they treated
    me' nothing more is asked. After 'how I did', ``lines`` are the numbers, ``finding`` is what is known of this.
    ``n`` counts the interviews.
    """

    title: str
    n: int
    interests: tuple[Interest, ...]
    asks: bool
    question: str
    lines: tuple[CalculationLine, ...]
    finding: str
    sentence: str
    table: ResultTable


@dataclass(frozen=True)
class _Rated:
    """The mean self-rating of the last interview, and of the others, 1 to 5, with their number.

    What was rated after the outcome is in neither: ``hollow`` is the last one's if it was, and ``left_out`` counts such
    others.
    """

    last: float | None
    usual: float | None
    others: int
    hollow: float | None = None
    left_out: int = 0

    @property
    def is_low(self) -> bool:
        if self.last is None:
            return False
        return self.last <= LOW or (self.usual is not None and self.last <= self.usual - BELOW_USUAL)


@dataclass(frozen=True)
class _FitChange:
    """The weighted mean over the ``criteria`` known at both times, 0 to 100; both are None if there are none.

    ``share`` is the share of the weight that these criteria have, ``of`` how many there are in all.
    """

    before: float | None
    now: float | None
    criteria: int
    of: int
    share: float
    misses_newly: tuple[str, ...]

    @property
    def over(self) -> str:
        """Over which criteria, as a part of a sentence; empty if enough is known for a fit number."""
        return "" if self.share >= ENOUGH else f" over the {self.criteria} of {self.of} criteria scored both times"

    @property
    def fell(self) -> bool:
        if self.misses_newly:
            return True
        return self.before is not None and self.now is not None and self.before - self.now >= FIT_FELL


def mood(workbook: Workbook, application_id: str, today: date) -> Mood:
    """Interest over the application's interviews; it asks where interest fell together with a low self-rating of the
    last one, while the newest fit scores did not fall."""
    held = [entry for entry in workbook.debriefed if entry.application_id == application_id]
    held = [entry for entry in held if entry.held_on <= today]
    interests = tuple(_interest(entry) for entry in held)
    last = interests[-1] if interests else None
    rated = _rated(workbook, held[-1].id) if held else _Rated(None, None, 0)
    fit = _fit_change(workbook, application_id, last.on if last else today, today)
    fell = last is not None and last.fall is not None and last.fall >= FELL
    asks = fell and rated.is_low and not fit.fell
    lines = _lines(last, rated, fit)
    return Mood(
        title=TITLE,
        n=len(held),
        interests=interests,
        asks=asks,
        question=QUESTION if asks else "",
        lines=lines,
        finding=FINDING if asks else "",
        sentence=_sentence(last, rated, fit, fell),
        table=lines_table(lines, "Change"),
    )


def _interest(entry: Interview) -> Interest:
    return Interest(entry.id, entry.held_on, entry.interest_before, entry.interest_after, entry.interest_later)


def _rated(workbook: Workbook, interview_id: str) -> _Rated:
    rated = [entry for entry in scored_interviews(workbook) if entry.is_rated]
    means = {entry.interview_id: entry.mean for entry in rated if entry.scores}
    hollow = {entry.interview_id: entry.mean for entry in rated if entry.is_hollow}
    others = [value for key, value in means.items() if key != interview_id]
    usual = mean(others) if len(others) >= USUAL_FROM else None
    return _Rated(
        means.get(interview_id), usual, len(others), hollow.get(interview_id), len(hollow.keys() - {interview_id})
    )


def _fit_change(workbook: Workbook, application_id: str, held_on: date, today: date) -> _FitChange:
    """The fit by the rows from before the interview's day, against the newest; over the same criteria, so that a newly
    known one is no change."""
    criteria = active_criteria(workbook.criteria)
    before = scores_of(criteria, workbook.fit, application_id, held_on - timedelta(days=1))
    now = scores_of(criteria, workbook.fit, application_id, today)
    mine = weights(criteria).mine
    both = [at for at in range(len(criteria)) if before[at].value is not None and now[at].value is not None]
    whole = sum(mine[at] for at in both)
    newly = tuple(score.criterion.name for old, score in zip(before, now, strict=True) if _misses_newly(old, score))
    if not whole:
        return _FitChange(None, None, len(both), len(criteria), 0.0, newly)
    first, second = (_mean_over(scores, mine, both) / whole for scores in (before, now))
    return _FitChange(first, second, len(both), len(criteria), whole, newly)


def _mean_over(scores: Sequence[CriterionScore], mine: Sequence[float], places: list[int]) -> float:
    return sum(mine[at] * (scores[at].value or 0) for at in places)


def _misses_newly(before: CriterionScore, now: CriterionScore) -> bool:
    least = now.criterion.must_have
    if least is None or now.value is None or now.value >= least:
        return False
    return before.value is None or before.value >= least


def _lines(last: Interest | None, rated: _Rated, fit: _FitChange) -> tuple[CalculationLine, ...]:
    return (
        CalculationLine(
            "Interest, 0 to 10", _of_interest(last), None if last is None or last.fall is None else -last.fall
        ),
        CalculationLine("How you rated yourself, 1 to 5", *_of_rating(rated)),
        CalculationLine("Fit, 0 to 100", *_of_fit(fit)),
    )


def _of_interest(last: Interest | None) -> str:
    if last is None:
        return "no interview debriefed yet"
    parts = (("before", last.before), ("right after", last.after), ("two days later", last.later))
    return ", ".join(f"{'not given' if value is None else value} {when}" for when, value in parts)


def _of_rating(rated: _Rated) -> tuple[str, float | None]:
    if rated.hollow is not None:
        return f"{rating(rated.hollow)} in this interview, rated after you knew the outcome, so it isn't counted", None
    if rated.last is None:
        return "not rated", None
    if rated.usual is None:
        return f"{rating(rated.last)} in this interview", None
    others = counted(rated.others, "other interview")
    without = f", without {rated.left_out} rated after you knew" if rated.left_out else ""
    usual = f"{rating(rated.usual)} over {others}{without}"
    return f"{rating(rated.last)} in this interview, {usual}", rated.last - rated.usual


def _of_fit(fit: _FitChange) -> tuple[str, float | None]:
    if fit.before is None or fit.now is None:
        return "not scored both before this interview and after it", None
    if fit.over:  # too little for a number, but a change over the same criteria is a change
        points = number(round(abs(fit.now - fit.before)))
        change = "no change" if points == "0" else f"{points} points {'down' if fit.now < fit.before else 'up'}"
        return f"{change}{fit.over}", fit.now - fit.before
    over = counted(fit.criteria, "criterion", "criteria")
    return f"{fit.before:.0f} before this interview, {fit.now:.0f} now, over {over}", fit.now - fit.before


def _sentence(last: Interest | None, rated: _Rated, fit: _FitChange, fell: bool) -> str:
    if last is None:
        return "No interview here is debriefed yet."
    if last.fall is None:
        return "Rate your interest before and after an interview to see how it changes."
    if not fell:
        return paragraph(_how_it_went(last), "It didn't fall by much.") if last.fall > 0 else _how_it_went(last)
    if not rated.is_low:
        return paragraph(_how_it_went(last), _not_low(rated))
    lower = f"You rated yourself low in it, {rating(rated.last or 0)} of 5."
    return paragraph(_how_it_went(last), lower, _fit_beside(fit))


def _not_low(rated: _Rated) -> str:
    if rated.hollow is not None:
        return "You rated yourself in it after you knew the outcome, so that isn't counted."
    return "You didn't rate yourself low in it." if rated.last is not None else "You didn't rate yourself in it."


def _how_it_went(last: Interest) -> str:
    fall = last.fall or 0
    if not fall:
        return f"Your interest stayed at {last.now} of 10 over the last interview."
    way = "fell" if fall > 0 else "rose"
    return f"Over the last interview your interest {way} from {last.before} to {last.now} of 10."


def _fit_beside(fit: _FitChange) -> str:
    if fit.misses_newly:
        return f"The job changed too: it's now below your must-have {fit.misses_newly[0]}."
    if fit.before is None or fit.now is None:
        return "Whether the fit fell too isn't known: the job wasn't scored both before and after."
    change = number(round(abs(fit.now - fit.before)))
    if fit.fell:
        return f"The fit fell too, by {change} points{fit.over}."
    if change == "0":
        return f"The fit hasn't changed{fit.over}."
    return f"The fit {'rose by' if fit.now > fit.before else 'fell by only'} {change} points{fit.over}."
