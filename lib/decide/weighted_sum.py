"""The weighted sum on fixed anchors, over what is known.

The anchors are each criterion's own words for 0 and 100, not the best and worst of the options: so a further option
cannot change the order of the others (with anchors taken from the options it does in 6 to 13% of cases).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from lib.decide.figures import CalculationLine
from lib.decide.scores import CriterionScore
from lib.english import percent

Floats = NDArray[np.float64]

TIE = 1e-6
"""Totals that differ by less, in points of 100, are level."""
ALL = 1 - 1e-9
"""A share of the weight above this is all of it."""


def score_table(options: Sequence[Sequence[CriterionScore]]) -> Floats:
    """The scores, one row an option and one column a criterion; not known is NaN."""
    rows = [[np.nan if score.value is None else float(score.value) for score in scores] for scores in options]
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1)


def spread_table(options: Sequence[Sequence[CriterionScore]]) -> Floats:
    """How far each score may be off, as a standard deviation, in the shape of ``score_table``."""
    rows = [[score.spread for score in scores] for scores in options]
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1)


def totals(scores: Floats, weights: Sequence[float] | Floats) -> Floats:
    """Each option's mean score, 0 to 100, over the criteria known of it, weighted; NaN if none that weighs is.

    The scale of the weights does not matter. An option's total depends on its own scores and on the weights only.
    """
    parts = contributions(scores, weights)
    summed: Floats = np.nansum(parts, axis=1) if parts.size else np.zeros(len(parts))
    return np.where(shares_known(scores, weights) > 0, summed, np.nan)


def contributions(scores: Floats, weights: Sequence[float] | Floats) -> Floats:
    """What each criterion adds to an option's total; not known is NaN. A row adds up to its total."""
    weight = np.asarray(weights, dtype=np.float64)
    known = np.where(np.isnan(scores), 0.0, weight)
    of_known = known.sum(axis=1, keepdims=True)
    shares = np.divide(known, of_known, out=np.zeros_like(known), where=of_known > 0)
    parts: Floats = np.where(np.isnan(scores), np.nan, shares * np.nan_to_num(scores))
    return parts


def shares_known(scores: Floats, weights: Sequence[float] | Floats) -> Floats:
    """The share of the weight, 0 to 1, on criteria known for each option."""
    weight = np.asarray(weights, dtype=np.float64)
    whole = float(weight.sum())
    shares: Floats = np.where(np.isnan(scores), 0.0, weight).sum(axis=1) / whole if whole > 0 else np.zeros(len(scores))
    return shares


def contribution_lines(scores: Sequence[CriterionScore], weights: Sequence[float]) -> tuple[CalculationLine, ...]:
    """How one option's total is calculated, a line per criterion: score times the weight's share of what is known."""
    table = score_table([scores])
    share, parts = float(shares_known(table, weights)[0]), contributions(table, weights)[0]
    whole = sum(weights)
    return tuple(
        _line(score, weight / whole if whole else 0.0, share, float(part))
        for score, weight, part in zip(scores, weights, parts, strict=True)
    )


def without_values(lines: Sequence[CalculationLine]) -> tuple[CalculationLine, ...]:
    """The lines with what each score is and weighs, but not what it adds: for a job that has no total yet."""
    return tuple(replace(line, value=None) for line in lines)


def _line(score: CriterionScore, weight: float, share_known: float, part: float) -> CalculationLine:
    name = score.criterion.name
    if score.value is None:
        return CalculationLine(name, f"not known; it counts for {percent(weight)}", None)
    if not share_known:
        return CalculationLine(name, "weighs nothing", 0.0)
    of_known = "" if share_known > ALL else " of what is known"
    return CalculationLine(name, f"{score.value} × {percent(min(1.0, weight / share_known))}{of_known}", part)


def with_share(weights: Sequence[float], position: int, share: float) -> tuple[float, ...]:
    """The weights with the one at ``position`` at ``share`` of the whole, 0 to 1, the others keeping their proportions.

    Raises ValueError if the others weigh nothing, and so have no proportions.
    """
    others = sum(weights) - weights[position]
    if others <= 0:
        raise ValueError("the other criteria weigh nothing")
    return tuple(share if at == position else weight * (1 - share) / others for at, weight in enumerate(weights))
