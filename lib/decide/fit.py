"""This job against my criteria: must-haves first, then the weighted profile, then what is still to be asked."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from lib.decide.criteria import CriterionQuestion, question_for
from lib.decide.figures import CalculationLine, points
from lib.decide.must_haves import MustHave, must_haves
from lib.decide.scores import CriterionScore, scores_of
from lib.decide.verdict import ENOUGH, CriterionCoverage, Verdict, coverage_of, verdict_of_fit
from lib.decide.weighted_sum import (
    contribution_lines,
    score_table,
    shares_known,
    totals,
    without_values,
)
from lib.decide.weights import CriterionWeights, weights
from lib.english import listed, paragraph, percent, sentence_case, spelled
from lib.records.criterion import active_criteria
from lib.records.workbook import Workbook

WIDTH = 1.2816
"""How many standard deviations to either side hold 80% of a normal distribution."""


@dataclass(frozen=True)
class JobFit:
    """One job against the active criteria, as of a day.

    ``n`` counts the criteria known. ``share_known`` is the share of the weight that they have, 0 to 1; below
    ``verdict.ENOUGH`` of it there is no number: ``total``, ``low`` and ``high`` are None, and so are the values of
    ``lines``. ``total`` is the weighted mean of the scores, 0 to 100, and ``low`` to ``high`` its 80% range, given how
    sure each score is. ``lines`` add up to the total; ``questions`` ask for what is not known, the weightiest first.
    """

    n: int
    scores: tuple[CriterionScore, ...]
    must_haves: tuple[MustHave, ...]
    weights: CriterionWeights
    total: float | None
    low: float | None
    high: float | None
    share_known: float
    lines: tuple[CalculationLine, ...]
    questions: tuple[CriterionQuestion, ...]
    verdict: Verdict
    sentence: str

    @property
    def missed(self) -> tuple[MustHave, ...]:
        """The must-haves that it is known to miss."""
        return tuple(one for one in self.must_haves if one.state == "missed")

    @property
    def summary(self) -> str:
        """It in one line: what it misses, and its total or that it's too early to tell."""
        missed = f"Below your must-have: {listed([one.criterion.name for one in self.missed])}." if self.missed else ""
        return paragraph(missed, self.verdict.sentence)


def job_fit(workbook: Workbook, job: str, as_of: date) -> JobFit:
    """How a job meets the criteria, by the newest scores up to ``as_of``; ``job`` is an application's or offer's id."""
    criteria = active_criteria(workbook.criteria)
    application_id = next((offer.application_id for offer in workbook.offers if offer.id == job), "")
    return fit_of(scores_of(criteria, workbook.fit, job, as_of, application_id), weights(criteria))


def fit_of(scores: tuple[CriterionScore, ...], by: CriterionWeights) -> JobFit:
    """The same from scores and weights at hand; both follow the order of the same criteria."""
    table = score_table([scores])
    total, share = float(totals(table, by.mine)[0]), float(shares_known(table, by.mine)[0])
    known = coverage_of(scores, share)
    verdict = verdict_of_fit(known, total)
    number = total if verdict.level == "scored" else None
    half = WIDTH * float(np.sqrt(sum((row.mine * one.spread) ** 2 for row, one in zip(by.rows, scores, strict=True))))
    low = None if number is None else max(0.0, number - half)
    high = None if number is None else min(100.0, number + half)
    lines = contribution_lines(scores, by.mine)
    return JobFit(
        n=sum(one.value is not None for one in scores),
        scores=scores,
        must_haves=must_haves(scores),
        weights=by,
        total=number,
        low=low,
        high=high,
        share_known=share,
        lines=lines if number is not None else without_values(lines),
        questions=_questions(scores, by),
        verdict=verdict,
        sentence=_sentence(scores, known, low, high),
    )


def fit_sort_key(fit: JobFit) -> tuple[bool, bool, float]:
    """The key that sorts jobs by total, highest first; then those too early to judge, then the others."""
    return fit.total is None, fit.n == 0, -(fit.total or 0.0)


def _questions(scores: tuple[CriterionScore, ...], by: CriterionWeights) -> tuple[CriterionQuestion, ...]:
    unknown = [(row.mine, one.criterion) for one, row in zip(scores, by.rows, strict=True) if one.value is None]
    unknown.sort(key=lambda entry: -entry[0])
    return tuple(question_for(criterion) for _, criterion in unknown)


def _sentence(
    scores: tuple[CriterionScore, ...], known: CriterionCoverage, low: float | None, high: float | None
) -> str:
    """The likely range of the number and its basis; without a number, when there will be one."""
    if low is None or high is None:
        return f"You get a number once {percent(ENOUGH)} of the weight is scored." if known.scored else ""
    rows = [one.newest for one in scores if one.newest and one.value is not None]
    guesses, unsaid = sum(row.sure == "guess" for row in rows), sum(row.sure is None for row in rows)
    return paragraph(
        f"Likely between {points(low)} and {points(high)}.",
        f"{sentence_case(spelled(guesses, 'score is a guess', 'scores are guesses'))}." if guesses else "",
        f"Where you left that open, it counts as fairly sure ({unsaid})." if unsaid else "",
    )
