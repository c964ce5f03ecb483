"""How strongly each of many factors is associated with a no, and how often chance alone does as well.

The strength is a one-sided Bayes factor. The chance of a no is logistic in the factor, in standard deviations, with a
half-normal prior on the effect (scale 1.5 log-odds) and a level for each stage; the levels share a normal prior. Given
how many interviews of each stage ended in a no, the likelihood depends on the outcomes only through the factor's sum
over the rejections, so one table of weights serves the data and all permutations.

Outcomes are permuted within each stage, and the largest strength over all factors is compared with that of each
permutation (maxT, Westfall and Young 1993): this controls false alarms over all of them even if the model is wrong.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]

PERMUTATIONS = 1999
_EFFECT_SCALE = 1.5
_EFFECTS = (np.arange(24) + 0.5) * 5 / 24
_PRIOR = -0.5 * (_EFFECTS / _EFFECT_SCALE) ** 2
_EFFECT_WEIGHTS = _PRIOR - np.log(np.exp(_PRIOR).sum())
_CENTRE_SCALE = 0.7
_INTERCEPT_SCALE = 0.7
_INTERCEPTS = np.linspace(-4, 4, 33)
_NODES, _NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(15)
_CENTRES = _CENTRE_SCALE * _NODES
_CENTRE_WEIGHTS = _NODE_WEIGHTS / _NODE_WEIGHTS.sum()
_TIE = 1e-7
_HALVINGS = 48


@dataclass(frozen=True, eq=False)
class FactorEvidence:
    """``strengths`` are natural logarithms of Bayes factors, one a thing: above 0 is evidence for it.

    ``chance`` is the share of shuffles, the data counted among them, whose strongest thing is as strong as the
    strongest here: above 0, at most 1.
    """

    strengths: Floats
    chance: float


def weigh(
    badness: Floats, rejected: Floats, strata: Integers, random: np.random.Generator, permutations: int = PERMUTATIONS
) -> FactorEvidence:
    """The evidence that each column of ``badness`` is associated with a no (1 in ``rejected``), within the strata.

    A row is an interview; a higher value is the declared bad direction, and NaN is not known, which speaks neither
    way. Needs at least one column, and each has to vary.
    """
    factors = standardise(badness, strata)
    log_weights = _log_weights(factors, rejected, strata)
    strengths = _strengths(rejected @ factors, log_weights)
    needed = _sums_as_strong(float(strengths.max()), log_weights, np.abs(factors).sum(axis=0))
    sums = permute_outcomes(rejected, strata, random, permutations) @ factors
    as_strong = int((sums >= needed - _TIE).any(axis=1).sum())
    return FactorEvidence(strengths, (1 + as_strong) / (1 + permutations))


def standardise(badness: Floats, strata: Integers) -> Floats:
    """The columns with mean 0 and standard deviation 1; what is not known takes the mean of its stratum."""
    factors = badness.copy()
    for rows in _rows(strata):
        factors[rows] = np.where(np.isnan(factors[rows]), _known_mean(badness[rows]), factors[rows])
    factors = np.where(np.isnan(factors), _known_mean(badness), factors)
    centred = factors - factors.mean(axis=0)
    return np.asarray(centred / np.nanstd(badness, axis=0, ddof=1), dtype=np.float64)


def permute_outcomes(rejected: Floats, strata: Integers, random: np.random.Generator, times: int) -> Floats:
    """The outcomes shuffled within each stratum, one shuffle a row."""
    by_stratum = np.argsort(strata, kind="stable")
    keys = random.random((times, len(rejected))) + strata[by_stratum]
    rows = np.empty((times, len(rejected)))
    rows[:, by_stratum] = rejected[by_stratum][np.argsort(keys, axis=1)]
    return rows


def _rows(strata: Integers) -> list[npt.NDArray[np.bool_]]:
    return [strata == stratum for stratum in np.unique(strata)]


def _known_mean(values: Floats) -> Floats:
    known = ~np.isnan(values)
    count = known.sum(axis=0)
    total = np.where(known, values, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _log_weights(things: Floats, rejected: Floats, strata: Integers) -> Floats:
    """For each thing and effect the logarithm of what multiplies exp(effect x sum) in the likelihood ratio.

    That is the likelihood's normalising part, with the levels of the strata and their centre integrated out, over the
    same without an effect.
    """
    effects = np.concatenate([[0.0], _EFFECTS])
    given_centre = sum(_log_stratum(things[rows], float(rejected[rows].sum()), effects) for rows in _rows(strata))
    peak = np.max(given_centre, axis=2, keepdims=True)
    total = np.log(np.exp(given_centre - peak) @ _CENTRE_WEIGHTS) + peak[..., 0]
    return np.asarray(total[:, 1:] - total[:, :1], dtype=np.float64)


def _log_stratum(things: Floats, rejections: float, effects: Floats) -> Floats:
    """One stratum's part, by thing, effect and centre, with its level integrated out."""
    shift = things.T[:, None, :, None] * effects[:, None, None] + _INTERCEPTS
    log_likelihood = _INTERCEPTS * rejections - np.log1p(np.exp(shift)).sum(axis=2)
    prior = np.exp(-0.5 * ((_INTERCEPTS[:, None] - _CENTRES) / _INTERCEPT_SCALE) ** 2)
    prior /= prior.sum(axis=0)
    peak = log_likelihood.max(axis=2, keepdims=True)
    return np.asarray(np.log(np.exp(log_likelihood - peak) @ prior) + peak, dtype=np.float64)


def _strengths(sums: Floats, log_weights: Floats) -> Floats:
    """The log Bayes factor of each thing, given its sum over the rejections, with which it rises."""
    terms = sums[:, None] * _EFFECTS + log_weights + _EFFECT_WEIGHTS
    peak = terms.max(axis=1)
    return np.asarray(peak + np.log(np.exp(terms - peak[:, None]).sum(axis=1)), dtype=np.float64)


def _sums_as_strong(strength: float, log_weights: Floats, bound: Floats) -> Floats:
    """For each factor the smallest sum over the rejections that is as strong, by bisection.

    Sums stay within ``bound``; what cannot be as strong comes back above it.
    """
    low, high = -bound - 1, bound + 1
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        enough = _strengths(middle, log_weights) >= strength
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high
