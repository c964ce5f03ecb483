"""This job against my criteria: must-haves first, then the weighted profile, then what is still to be asked."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from lib.decide.criteria import Asking, asking_for
from lib.decide.figures import Line, percent, points
from lib.decide.must_haves import MustHave, must_haves
from lib.decide.scores import Score, scores_of
from lib.decide.weighted_sum import contribution_lines, contributions, score_table, shares_known, totals
from lib.decide.weights import Weights, weights
from lib.insight.result import Table
from lib.insight.wording import counted, listed, said
from lib.records.criterion import active_criteria
from lib.records.labels import label
from lib.records.workbook import Workbook

TITLE = "Is this job right for me?"
WIDTH = 1.2816
"""How many standard deviations to either side hold 80 % of a normal distribution."""


@dataclass(frozen=True)
class JobFit:
    """One job against the active criteria, as of a day.

    ``n`` counts the criteria known. ``total`` is the weighted mean of their scores, 0 to 100, None where none that
    weighs is known; ``low`` to ``high`` is where it lies in 8 of 10 cases, given how sure each score is.
    ``share_known`` is the share of the weight that is known, 0 to 1. ``lines`` add up to the total; ``questions`` ask
    for what is not known, the weightiest first.
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
    sentence: str
    table: Table

    @property
    def missed(self) -> tuple[MustHave, ...]:
        """The must-haves that it is known to miss."""
        return tuple(one for one in self.must_haves if one.state == "missed")

    @property
    def glance(self) -> str:
        """How it stands in a line: what it misses, and what it comes to over how much that is known."""
        if self.total is None:
            return "Not scored yet." if self.scores else "There is no criterion to weigh it by yet."
        missed = f"Misses {listed([one.criterion.name for one in self.missed])}." if self.missed else ""
        known = "" if self.n == len(self.scores) else f", over {self.n} of {len(self.scores)} criteria"
        return said(missed, f"Comes to {points(self.total)} of 100{known}.")

    @property
    def beside(self) -> str:
        """What it would come to by rank weights and by equal ones; empty where nothing that weighs is known."""
        table, rows = score_table([self.scores]), self.weights.rows
        by_rank = float(totals(table, [row.by_rank for row in rows])[0])
        equal = float(totals(table, [row.equal for row in rows])[0])
        if self.total is None or np.isnan(by_rank) or np.isnan(equal):
            return ""
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
    parts = contributions(table, by.mine)[0]
    known = None if np.isnan(total) else total
    half = WIDTH * float(np.sqrt(sum((row.mine * one.spread) ** 2 for row, one in zip(by.rows, scores, strict=True))))
    musts = must_haves(scores)
    return JobFit(
        title=TITLE,
        n=sum(one.value is not None for one in scores),
        scores=scores,
        must_haves=musts,
        weights=by,
        total=known,
        low=None if known is None else max(0.0, known - half),
        high=None if known is None else min(100.0, known + half),
        share_known=share,
        lines=contribution_lines(scores, by.mine),
        questions=_questions(scores, by),
        sentence=_sentence(scores, musts, known, half, share),
        table=_table(scores, by, parts),
    )


def best_first(fit: JobFit) -> tuple[bool, float]:
    """The key that sorts jobs by what they come to, the most first, and those without a score after all others."""
    return fit.total is None, -(fit.total or 0.0)


def _questions(scores: tuple[Score, ...], by: Weights) -> tuple[Asking, ...]:
    unknown = [(row.mine, one.criterion) for one, row in zip(scores, by.rows, strict=True) if one.value is None]
    unknown.sort(key=lambda entry: -entry[0])
    return tuple(asking_for(criterion) for _, criterion in unknown)


def _sentence(
    scores: tuple[Score, ...], musts: tuple[MustHave, ...], total: float | None, half: float, share: float
) -> str:
    if not scores:
        return "There is no criterion to weigh it by yet."
    return said(_of_must_haves(musts), _of_total(scores, total, half, share), _of_unknown(scores))


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
    return f"It has {'the one thing' if len(musts) == 1 else 'everything'} that you must have."


def _of_total(scores: tuple[Score, ...], total: float | None, half: float, share: float) -> str:
    known = [one for one in scores if one.value is not None]
    if not known:
        return "None of your criteria is scored yet."
    if total is None:
        return "Only criteria that weigh nothing are scored yet."
    guesses = sum(one.newest is not None and one.newest.sure == "guess" for one in known)
    guessed = f" {counted(guesses, 'score')} {'is a guess' if guesses == 1 else 'are guesses'}." if guesses else ""
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
    taken = "1 score is" if unsaid == 1 else f"{unsaid} scores are"
    return f" given how sure you are; {taken} taken as fairly sure, since you did not say"


def _of_unknown(scores: tuple[Score, ...]) -> str:
    unknown = [one.criterion.name for one in scores if one.value is None]
    if not unknown or len(unknown) == len(scores):
        return ""
    return f"Not known yet: {listed(unknown)}."


def _table(scores: tuple[Score, ...], by: Weights, parts: np.ndarray) -> Table:
    columns = ("Criterion", "Score", "How sure", "As of", "Before", "Weight", "Adds", "Must have")
    rows = tuple(
        (
            one.criterion.name,
            one.value,
            label(one.newest.sure) if one.newest and one.newest.sure else None,
            one.newest.as_of.isoformat() if one.newest else None,
            None if one.change is None or one.value is None else one.value - one.change,
            round(row.mine, 3),
            None if one.value is None else round(float(part), 1),
            one.criterion.must_have,
        )
        for one, row, part in zip(scores, by.rows, parts, strict=True)
    )
    return Table(columns, rows)
