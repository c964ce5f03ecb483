"""This job against my criteria: must-haves first, then the weighted profile, then what is still to be asked."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from lib.decide.criteria import Asking, asking_for
from lib.decide.figures import Line, points
from lib.decide.must_haves import MustHave, must_haves
from lib.decide.scores import Score, scores_of
from lib.decide.verdict import ENOUGH, Verdict, known_of, verdict_of_fit
from lib.decide.weighted_sum import (
    Floats,
    contribution_lines,
    contributions,
    score_table,
    shares_known,
    totals,
    without_values,
)
from lib.decide.weights import Weights, weights
from lib.english import counted, listed, percent, plural, said
from lib.insight.result import Table
from lib.records.criterion import active_criteria
from lib.records.labels import label
from lib.records.workbook import Workbook

TITLE = "Is this job right for me?"
WIDTH = 1.2816
"""How many standard deviations to either side hold 80% of a normal distribution."""


@dataclass(frozen=True)
class JobFit:
    """One job against the active criteria, as of a day.

    ``n`` counts the criteria known. ``share_known`` is the share of the weight that they have, 0 to 1; below
    ``verdict.ENOUGH`` of it there is no number: ``total``, ``low`` and ``high`` are None, and so are the values of
    ``lines``. ``total`` is the weighted mean of the scores, 0 to 100, and ``low`` to ``high`` where it lies in 8 of 10
    cases, given how sure each score is. ``lines`` add up to the total; ``questions`` ask for what is not known, the
    weightiest first.
    """

    title: str
    n: int
    scores: tuple[Score, ...]
    must_haves: tuple[MustHave, ...]
    weights: Weights
    total: float | None
    low: float | None
    high: float | None
    share_known: float
    lines: tuple[Line, ...]
    questions: tuple[Asking, ...]
    verdict: Verdict
    sentence: str
    table: Table

    @property
    def missed(self) -> tuple[MustHave, ...]:
        """The must-haves that it is known to miss."""
        return tuple(one for one in self.must_haves if one.state == "missed")

    @property
    def glance(self) -> str:
        """How it stands in a line: what it misses, and what it comes to or that it is too early to say."""
        missed = f"Misses {listed([one.criterion.name for one in self.missed])}." if self.missed else ""
        return said(missed, self.verdict.sentence)

    @property
    def beside(self) -> str:
        """What it would come to by rank weights and by equal ones; empty where too little is known by any of them."""
        table, rows = score_table([self.scores]), self.weights.rows
        sets = [[row.by_rank for row in rows], [row.equal for row in rows]]
        shares = [float(shares_known(table, one)[0]) for one in sets]
        if self.total is None or not all(known_of(self.scores, share).is_enough for share in shares):
            return ""
        by_rank, equal = (float(totals(table, one)[0]) for one in sets)
        return f"By your ranking alone it would come to {points(by_rank)}, with all criteria alike to {points(equal)}."


def job_fit(workbook: Workbook, job: str, as_of: date) -> JobFit:
    """How a job meets the criteria, by the newest scores up to ``as_of``; ``job`` is an application's or offer's id."""
    criteria = active_criteria(workbook.criteria)
    application_id = next((offer.application_id for offer in workbook.offers if offer.id == job), "")
    return fit_of(scores_of(criteria, workbook.fit, job, as_of, application_id), weights(criteria))


def fit_of(scores: tuple[Score, ...], by: Weights) -> JobFit:
    """The same from scores and weights at hand; both follow the order of the same criteria."""
    table = score_table([scores])
    total, share = float(totals(table, by.mine)[0]), float(shares_known(table, by.mine)[0])
    verdict = verdict_of_fit(known_of(scores, share), total)
    number = total if verdict.level == "scored" else None
    half = WIDTH * float(np.sqrt(sum((row.mine * one.spread) ** 2 for row, one in zip(by.rows, scores, strict=True))))
    musts = must_haves(scores)
    lines = contribution_lines(scores, by.mine)
    return JobFit(
        title=TITLE,
        n=sum(one.value is not None for one in scores),
        scores=scores,
        must_haves=musts,
        weights=by,
        total=number,
        low=None if number is None else max(0.0, number - half),
        high=None if number is None else min(100.0, number + half),
        share_known=share,
        lines=lines if number is not None else without_values(lines),
        questions=_questions(scores, by),
        verdict=verdict,
        sentence=_sentence(scores, musts, (number, half, share), verdict),
        table=_table(scores, by, None if number is None else contributions(table, by.mine)[0]),
    )


def best_first(fit: JobFit) -> tuple[bool, bool, float]:
    """The key that sorts jobs by what they come to, the most first; then those too early to judge, then the others."""
    return fit.total is None, fit.n == 0, -(fit.total or 0.0)


def _questions(scores: tuple[Score, ...], by: Weights) -> tuple[Asking, ...]:
    unknown = [(row.mine, one.criterion) for one, row in zip(scores, by.rows, strict=True) if one.value is None]
    unknown.sort(key=lambda entry: -entry[0])
    return tuple(asking_for(criterion) for _, criterion in unknown)


def _sentence(
    scores: tuple[Score, ...],
    musts: tuple[MustHave, ...],
    number: tuple[float | None, float, float],
    verdict: Verdict,
) -> str:
    if not scores:
        return verdict.sentence
    return said(_of_must_haves(musts), _of_total(scores, *number, verdict), _of_unknown(scores))


def _of_must_haves(musts: tuple[MustHave, ...]) -> str:
    missed = [one for one in musts if one.state == "missed"]
    unknown = [one.criterion.name for one in musts if one.state == "unknown"]
    if missed:
        count = "a must-have" if len(missed) == 1 else f"{len(missed)} must-haves"
        return said(f"It misses {count}.", *(one.sentence for one in missed))
    if unknown:
        return f"Whether it has what it must is not known yet: {listed(unknown)}."
    if not musts:
        return ""
    guesses = sum(one.is_guess for one in musts)
    guessed = f" {guesses} of these {plural(guesses, 'is a guess', 'are guesses')}." if guesses else ""
    return f"By your scores it has {'the one thing' if len(musts) == 1 else 'everything'} that you must have.{guessed}"


def _of_total(scores: tuple[Score, ...], total: float | None, half: float, share: float, verdict: Verdict) -> str:
    known = [one for one in scores if one.value is not None]
    if not known:
        return "None of your criteria is scored yet."
    if not share:
        return "Only criteria that weigh nothing are scored yet."
    if total is None:
        return f"{verdict.sentence} There is a number from {percent(ENOUGH)} of the weight on."
    guesses = sum(one.newest is not None and one.newest.sure == "guess" for one in known)
    guessed = f" {counted(guesses, 'score is a guess', 'scores are guesses')}." if guesses else ""
    of = "all" if len(known) == len(scores) else f"the {len(known)} of {len(scores)} that you know"
    weight = "" if len(known) == len(scores) else f", {percent(share)} of the weight"
    low, high = points(max(0.0, total - half)), points(min(100.0, total + half))
    return (
        f"Over {of}{weight}, it comes to {points(total)} of 100, likely between {low} and {high}{_sureness(known)}."
        f"{guessed}"
    )


def _sureness(known: list[Score]) -> str:
    """What the range rests on: a score of which nothing is said is taken as fairly sure, and that is said."""
    unsaid = sum(one.newest is None or one.newest.sure is None for one in known)
    if unsaid == len(known):
        return f" with {'it' if unsaid == 1 else 'each score'} taken as fairly sure, since you did not say"
    if not unsaid:
        return " given how sure you are"
    taken = counted(unsaid, "score is", "scores are")
    return f" given how sure you are; {taken} taken as fairly sure, since you did not say"


def _of_unknown(scores: tuple[Score, ...]) -> str:
    unknown = [one.criterion.name for one in scores if one.value is None]
    if not unknown or len(unknown) == len(scores):
        return ""
    return f"Not known yet: {listed(unknown)}."


def _table(scores: tuple[Score, ...], by: Weights, parts: Floats | None) -> Table:
    columns = ("Criterion", "Score", "How sure", "As of", "Before", "Weight", "Adds", "Must have")
    rows = tuple(
        (
            one.criterion.name,
            one.value,
            label(one.newest.sure) if one.newest and one.newest.sure else None,
            one.newest.as_of.isoformat() if one.newest else None,
            None if one.change is None or one.value is None else one.value - one.change,
            round(row.mine, 3),
            None if one.value is None or parts is None else round(float(parts[at]), 1),
            one.criterion.must_have,
        )
        for at, (one, row) in enumerate(zip(scores, by.rows, strict=True))
    )
    return Table(columns, rows)
