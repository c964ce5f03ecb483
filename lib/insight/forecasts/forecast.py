"""Is my gut right? The score of my sealed guesses against my own base rate, and whether I am off beyond chance."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

import numpy as np

from lib.dates import DateStyle
from lib.english import in_paragraphs, paragraph
from lib.insight.forecasts.bias import Percents, boldness_p, count_p, spiegelhalter_z
from lib.insight.forecasts.curve import CurvePoint, ForecastGroup, pool_forecasts, recalibrated_curve
from lib.insight.forecasts.scores import (
    Decomposition,
    Floats,
    IsotonicStep,
    base_rates,
    brier,
    decomposition,
    isotonic_steps,
    mean_interval,
)
from lib.insight.forecasts.sentences import (
    boldness_sentence,
    checked_sentence,
    doubt_sentence,
    few_sentence,
    headline,
    left_out_sentence,
    places_sentence,
    score_sentence,
    silence_sentence,
    too_few,
)
from lib.insight.hindsight import following_rounds, guesses_caption, was_guessed_afterwards
from lib.insight.result import Cell, ResultTable
from lib.insight.rounds import answer_days
from lib.records.interview import Interview, chronological
from lib.records.labels import label
from lib.records.seal import seal_is_broken
from lib.records.workbook import Workbook

TITLE = "Is my gut right?"
LEAST = 5
JUDGED_AT = (5, 10, 15, 20, 30, 40, 60)
"""At how many answers the two tests are made: made after each one, they would raise half as many alarms again."""
CURVE_FROM = 15
STEPS_FROM = 40
ALPHA = 0.025
"""How often each of the two tests may raise a false alarm."""

Leaning = Literal["expects_less", "expects_more", "even"]
Spread = Literal["too_bold", "too_timid", "even"]

_EVEN = 0.5
"""Within this many standard deviations, the expected and the real count are called about the same."""
_YES = ("advanced", "offer")
_NO = ("rejected",)
_SILENT = ("no_reply",)


@dataclass(frozen=True)
class Forecast:
    """One sealed forecast that met its answer: the ``chance`` in percent given, and whether it ``came_true``."""

    interview_id: str
    made_on: date
    answered_on: date
    company: str
    stage: str
    chance: int
    came_true: bool


@dataclass(frozen=True)
class Deviation:
    """The outcome of one of the two tests: which way the forecasts lean, and its two-sided p at the last count reached.

    ``p`` is None if there were fewer than five answers, or where the forecasts cannot show it, and 1 if they leaned the
    other way then.
    """

    direction: Leaning | Spread
    p: float | None

    @property
    def beyond_chance(self) -> bool:
        """Whether chance alone gives as much in fewer than 2.5% of cases."""
        return self.p is not None and self.p <= ALPHA


@dataclass(frozen=True)
class BrierScore:
    """The Brier score, 0 best, with that of the base rate of the answers known at the time.

    ``low`` to ``high`` is the 80% interval of ``gain``, what the forecasts are better by.
    """

    brier: float
    base: float
    low: float
    high: float
    parts: Decomposition

    @property
    def gain(self) -> float:
        """Above 0 the forecasts did better than the base rate."""
        return self.base - self.brier

    @property
    def is_off(self) -> bool:
        """Whether being off costs more than chance alone costs nine perfect forecasters in ten."""
        return self.parts.miscalibration > self.parts.by_chance


@dataclass(frozen=True)
class Calibration:
    """All results on forecasts, the earliest answered first. ``expected`` and ``yes`` count those true.

    The tests are made on the first ``judged`` of them. ``score`` and ``groups`` are empty under five answers, ``curve``
    under fifteen, ``steps`` under forty.
    """

    forecasts: tuple[Forecast, ...]
    judged: int
    expected: float
    yes: int
    bias: Deviation
    boldness: Deviation
    score: BrierScore | None
    groups: tuple[ForecastGroup, ...]
    curve: tuple[CurvePoint, ...]
    steps: tuple[IsotonicStep, ...]
    headline: str
    """How many yeses were expected and came, and whether that could be chance."""
    details: str
    """Where the guesses are off, and what was checked."""

    @property
    def judgement(self) -> str:
        """The result in short."""
        return paragraph(self.headline, self.details)

    @property
    def score_in_words(self) -> str:
        """The score beside that of always guessing the base rate; empty if there is none yet."""
        score = self.score
        return score_sentence(score.brier, score.base, score.low, score.high) if score else ""

    @property
    def n(self) -> int:
        """How many forecasts met their answer."""
        return len(self.forecasts)


@dataclass(frozen=True)
class Forecasts:
    """The answer, over the ``n`` forecasts with a whole seal that met a yes or a no.

    ``open`` counts those still waiting, ``silent`` those without a reply, ``withdrew`` those about jobs that the person
    withdrew from, ``broken`` those that were changed outside of the workbook, ``late`` those made when the outcome was
    known: ``afterwards`` are those of them that met a yes or a no, to be drawn hollow, which ``caption`` explains.
    ``silence_as_no`` takes no reply for a no, and is None if there is none.
    """

    title: str
    n: int
    open: int
    silent: int
    withdrew: int
    broken: int
    late: int
    afterwards: tuple[Forecast, ...]
    record: Calibration
    silence_as_no: Calibration | None
    counted: str
    """Which guesses are not counted, and what counting no reply as a no would change."""
    caption: str
    table: ResultTable

    @property
    def sentence(self) -> str:
        """The result in words."""
        return in_paragraphs(self.record.judgement, self.record.score_in_words, self.counted)


def forecasts(workbook: Workbook, dates: DateStyle) -> Forecasts:
    """The sealed forecasts of the debriefed interviews against what happened.

    The same rows in another order give the same answer.
    """
    debriefed = workbook.debriefed
    broken = sum(seal_is_broken(entry) for entry in debriefed)
    sealed = [entry for entry in debriefed if entry.forecast is not None and not seal_is_broken(entry)]
    following = following_rounds(workbook.interviews)
    late = [entry for entry in sealed if was_guessed_afterwards(entry, following.get(entry.id))]
    timely = [entry for entry in sealed if not was_guessed_afterwards(entry, following.get(entry.id))]
    dated = _AnswerDates(answer_days(workbook.interviews), workbook)
    record = _calibration(timely, debriefed, dated, _NO)
    afterwards = _answered(late, dated, _NO)
    outcomes = Counter(entry.outcome or "pending" for entry in timely)
    second = _calibration(timely, debriefed, dated, (*_NO, *_SILENT)) if outcomes["no_reply"] else None
    silent, withdrew = outcomes["no_reply"], outcomes["withdrew"]
    left_out = left_out_sentence(outcomes["pending"], silent, withdrew, broken, len(late))
    silence = silence_sentence(second.n - record.n, second.expected, second.yes, second.n) if second else ""
    return Forecasts(
        title=TITLE,
        n=record.n,
        open=outcomes["pending"],
        silent=silent,
        withdrew=withdrew,
        broken=broken,
        late=len(late),
        afterwards=afterwards,
        record=record,
        silence_as_no=second,
        counted=paragraph(silence, left_out),
        caption=guesses_caption(len(afterwards)),
        table=_table(record.forecasts, afterwards, dates=dates),
    )


@dataclass(frozen=True)
class _AnswerDates:
    """The day that each interview's outcome is ordered by, and the workbook, for the companies' names."""

    answered_on: Mapping[str, date]
    workbook: Workbook


def _calibration(
    sealed: list[Interview], debriefed: tuple[Interview, ...], dated: _AnswerDates, no: tuple[str, ...]
) -> Calibration:
    """What the sealed forecasts were worth; the base rate is that of all interviews ``debriefed``."""
    met = _answered(sealed, dated, no)
    answers = [
        (dated.answered_on[entry.id], entry.outcome in _YES) for entry in debriefed if entry.outcome in (*_YES, *no)
    ]
    return _judge(met, base_rates([entry.made_on for entry in met], answers))


def _answered(sealed: list[Interview], dated: _AnswerDates, no: tuple[str, ...]) -> tuple[Forecast, ...]:
    """Those that met their answer, the earliest answered first."""
    return tuple(
        Forecast(
            interview_id=entry.id,
            made_on=entry.forecast_at.date(),
            answered_on=dated.answered_on[entry.id],
            company=dated.workbook.company_of(entry.application_id),
            stage=entry.stage,
            chance=entry.forecast,
            came_true=entry.outcome in _YES,
        )
        for entry in sorted(sealed, key=lambda entry: (dated.answered_on[entry.id], chronological(entry)))
        if entry.outcome in (*_YES, *no) and entry.forecast is not None and entry.forecast_at is not None
    )


def _judge(met: tuple[Forecast, ...], base: Floats) -> Calibration:
    percents = np.array([entry.chance for entry in met], dtype=np.int64)
    came_true = np.array([entry.came_true for entry in met], dtype=np.int64)
    chances, outcomes = percents / 100, came_true.astype(np.float64)
    judged = max((count for count in JUDGED_AT if count <= len(met)), default=0)
    bias, boldness = _test_forecasts(percents, came_true, judged)
    expected, yes = int(percents.sum()) / 100, int(came_true.sum())
    score = _score(chances, outcomes, base) if judged else None
    groups = pool_forecasts(chances, outcomes)
    return Calibration(
        forecasts=met,
        judged=judged,
        expected=expected,
        yes=yes,
        bias=bias,
        boldness=boldness,
        score=score,
        groups=groups,
        curve=recalibrated_curve(chances, outcomes) if len(met) >= CURVE_FROM else (),
        steps=isotonic_steps(chances, outcomes) if len(met) >= STEPS_FROM else (),
        headline=_headline(len(met), (expected, yes), (bias, boldness), score),
        details=_details(len(met), judged, (bias, boldness), score, groups) if score else "",
    )


def _test_forecasts(percents: Percents, came_true: Percents, judged: int) -> tuple[Deviation, Deviation]:
    """Which way all of them lean, and the p of the first ``judged``, which counts if these lean the same way."""
    leaning, spread = _leaning(percents, came_true), _spread(percents, came_true)
    if not judged:
        return Deviation(leaning, None), Deviation(spread, None)
    first = percents[:judged], came_true[:judged]
    bias, boldness = count_p(first[0], int(first[1].sum())), boldness_p(*first)
    return (
        Deviation(leaning, bias if _leaning(*first) == leaning else 1.0),
        Deviation(spread, boldness if boldness is None or _spread(*first) == spread else 1.0),
    )


def _leaning(percents: Percents, came_true: Percents) -> Leaning:
    chances = percents / 100
    excess = float(chances.sum() - came_true.sum())
    if abs(excess) <= _EVEN * float(np.sqrt((chances * (1 - chances)).sum())):
        return "even"
    return "expects_more" if excess > 0 else "expects_less"


def _spread(percents: Percents, came_true: Percents) -> Spread:
    z = spiegelhalter_z(percents, came_true)
    if not z:
        return "even"
    return "too_bold" if z > 0 else "too_timid"


def _score(chances: Floats, outcomes: Floats, base: Floats) -> BrierScore:
    content = sha256(chances.tobytes() + outcomes.tobytes() + base.tobytes()).digest()
    random = np.random.default_rng(int.from_bytes(content[:8]))
    low, high = mean_interval((base - outcomes) ** 2 - (chances - outcomes) ** 2, random)
    parts = decomposition(chances, outcomes, random)
    return BrierScore(brier(chances, outcomes), brier(base, outcomes), low, high, parts)


def _headline(n: int, counts: tuple[float, int], tests: tuple[Deviation, Deviation], score: BrierScore | None) -> str:
    """What is beyond chance comes first."""
    if score is None:
        return too_few(n, LEAST)
    bias, boldness = tests
    if boldness.beyond_chance and not bias.beyond_chance:
        return boldness_sentence(boldness.direction, True, True)
    return headline(bias.direction, *counts, bias.beyond_chance)


def _details(
    n: int, judged: int, tests: tuple[Deviation, Deviation], score: BrierScore, groups: tuple[ForecastGroup, ...]
) -> str:
    bias, boldness = tests
    against = _against_the_lean(bias.direction, groups) if score.is_off else ()
    says_spread = boldness.beyond_chance and not bias.beyond_chance
    spread = boldness_sentence(boldness.direction, boldness.p is not None, boldness.beyond_chance)
    next_at = next((count for count in JUDGED_AT if count > n), None)
    return paragraph(
        doubt_sentence(groups),
        places_sentence(against, boldness.beyond_chance),
        "" if says_spread else spread,
        few_sentence(n, bias.beyond_chance),
        checked_sentence(judged, n, next_at),
    )


def _against_the_lean(direction: Leaning | Spread, groups: tuple[ForecastGroup, ...]) -> tuple[ForecastGroup, ...]:
    """The groups that are off in another direction than all of them together."""
    fewer = tuple(group for group in groups if group.mean > group.high and direction != "expects_more")
    more = tuple(group for group in groups if group.mean < group.low and direction != "expects_less")
    return (*fewer, *more)


def _table(met: tuple[Forecast, ...], afterwards: tuple[Forecast, ...], dates: DateStyle) -> ResultTable:
    columns = ("Guess on", "Company", "Type", "Guess, %", "Came")
    rows = tuple(_row(entry, dates=dates) for entry in met)
    if not afterwards:
        return ResultTable(columns, rows)
    marked = (*((*row, "") for row in rows), *((*_row(entry, dates=dates), "yes") for entry in afterwards))
    return ResultTable((*columns, "Made after you knew"), marked)


def _row(entry: Forecast, dates: DateStyle) -> tuple[Cell, ...]:
    came_true = "yes" if entry.came_true else "no"
    return (dates.short_day(entry.made_on), entry.company, label(entry.stage), entry.chance, came_true)
