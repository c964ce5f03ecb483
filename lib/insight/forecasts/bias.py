"""Whether forecasts are off beyond chance: too low or too high as a whole, too bold or too timid in their spread.

Both tests are exact. Were every forecast right, the outcomes would be independent with those chances; the distribution
of the count of yes, and of Spiegelhalter's statistic, then follows from them by convolution. Both take the mid-p value,
which counts half of what is as likely as the data, since a plain p of a discrete count is too cautious.
"""

from math import sqrt

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Percents = npt.NDArray[np.int64]


def count_p(percents: Percents, yes: int) -> float:
    """The two-sided mid-p of that many yeses under a Poisson-binomial count with these chances in percent."""
    return _mid_p(_distribution(percents, np.ones_like(percents)), yes)


def boldness_p(percents: Percents, outcomes: Percents) -> float | None:
    """The two-sided mid-p of Spiegelhalter's statistic (1986), exact; None if all chances are 0, 50 or 100%."""
    weights = 100 - 2 * percents
    if not _spread(percents):
        return None
    lowest = int(np.minimum(weights, 0).sum())
    return _mid_p(_distribution(percents, weights), int(weights @ outcomes) - lowest)


def spiegelhalter_z(percents: Percents, outcomes: Percents) -> float | None:
    """Above 0 the forecasts are too bold, below 0 too timid; about normal with many forecasts (Spiegelhalter 1986).

    None if all chances are 0, 50 or 100%: they tell nothing about it.
    """
    chances, spread = percents / 100, _spread(percents)
    return float(((outcomes - chances) * (1 - 2 * chances)).sum() / sqrt(spread)) if spread else None


def _spread(percents: Percents) -> float:
    chances = percents / 100
    return float((((1 - 2 * chances) ** 2) * chances * (1 - chances)).sum())


def _distribution(percents: Percents, weights: Percents) -> Floats:
    """The distribution of the sum of the weights of those that come true, from its lowest possible value up."""
    known = np.ones(1)
    for chance, weight in zip(percents / 100, weights, strict=True):
        size = abs(int(weight))
        upper = chance if weight > 0 else 1 - chance
        longer = np.zeros(len(known) + size)
        longer[: len(known)] = known * (1 - upper)
        longer[size:] += known * upper
        known = longer
    return known


def _mid_p(distribution: Floats, position: int) -> float:
    half = 0.5 * distribution[position]
    return float(min(1.0, 2 * min(distribution[:position].sum() + half, distribution[position + 1 :].sum() + half)))
