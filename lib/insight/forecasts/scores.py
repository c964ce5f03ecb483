"""How good forecasts were: the Brier score, what it is made of, and the base rate to beat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

DRAWS = 500


@dataclass(frozen=True)
class Decomposition:
    """The Brier score as miscalibration - discrimination + uncertainty (Dimitriadis, Gneiting and Jordan 2021).

    ``by_chance`` is the miscalibration that nine in ten perfectly calibrated forecasters would stay under with the
    same forecasts: with few of them it is far from 0.
    """

    miscalibration: float
    discrimination: float
    uncertainty: float
    by_chance: float


@dataclass(frozen=True)
class IsotonicStep:
    """One level of the isotonic line: forecasts from ``first`` to ``last`` came true in this ``share``, all 0 to 1."""

    first: float
    last: float
    share: float
    n: int


def brier(chances: Floats, outcomes: Floats) -> float:
    """The mean squared difference of chance and outcome: 0 is perfect, guessing .5 each time scores .25 (Brier
    1950)."""
    return float(np.mean((chances - outcomes) ** 2))


def base_rates(made_on: Sequence[date], answers: Sequence[tuple[date, bool]]) -> Floats:
    """For each forecast the share of yes among the answers that came before its day, smoothed by Beta(1, 1)."""
    earlier = [[yes for on, yes in answers if on < day] for day in made_on]
    return np.array([(1 + sum(known)) / (2 + len(known)) for known in earlier])


def mean_interval(values: Floats, random: np.random.Generator) -> tuple[float, float]:
    """The 80% bootstrap interval of their mean (percentile, Efron 1979)."""
    means = values[random.integers(len(values), size=(2000, len(values)))].mean(axis=1)
    low, high = np.quantile(means, [0.1, 0.9])
    return float(low), float(high)


def isotonic(values: Floats, weights: Floats) -> Floats:
    """The rising sequence closest to the values in weighted squares, along the last axis (Ayer et al. 1955).

    Each fitted value is the largest, over starts before it, of the smallest mean, over ends after it.
    """
    size = values.shape[-1]
    totals = np.concatenate([np.zeros((*values.shape[:-1], 1)), np.cumsum(values * weights, axis=-1)], axis=-1)
    reach = np.concatenate([[0.0], np.cumsum(weights)])
    start, end = np.arange(size)[:, None], np.arange(1, size + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        means = (totals[..., None, 1:] - totals[..., :-1, None]) / (reach[end] - reach[start])
    means = np.where(end > start, means, np.inf)
    smallest = np.minimum.accumulate(means[..., ::-1], axis=-1)[..., ::-1]
    return np.asarray(np.where(end > start, smallest, -np.inf).max(axis=-2), dtype=np.float64)


def recalibrate(chances: Floats, outcomes: Floats) -> Floats:
    """For each forecast the share that came true by the isotonic line; equal forecasts share one value."""
    _, position, counts = np.unique(chances, return_inverse=True, return_counts=True)
    shares = np.bincount(position, weights=outcomes) / counts
    return isotonic(shares, counts.astype(np.float64))[position]


def isotonic_steps(chances: Floats, outcomes: Floats) -> tuple[IsotonicStep, ...]:
    """The isotonic line as its levels, the lowest first."""
    fitted = recalibrate(chances, outcomes)
    levels = (chances[np.isclose(fitted, level)] for level in np.unique(fitted.round(12)))
    return tuple(
        IsotonicStep(float(those.min()), float(those.max()), float(fitted[chances == those[0]][0]), len(those))
        for those in levels
    )


def decomposition(chances: Floats, outcomes: Floats, random: np.random.Generator) -> Decomposition:
    """The parts of the Brier score, with the miscalibration that chance alone would give."""
    score, best = brier(chances, outcomes), brier(recalibrate(chances, outcomes), outcomes)
    uncertainty = float(outcomes.mean() * (1 - outcomes.mean()))
    return Decomposition(score - best, uncertainty - best, uncertainty, _miscalibration_by_chance(chances, random))


def _miscalibration_by_chance(chances: Floats, random: np.random.Generator) -> float:
    """The nine in ten point of the miscalibration of outcomes that come true exactly as often as forecast."""
    values, counts = np.unique(chances, return_counts=True)
    shares = random.binomial(counts, values, size=(DRAWS, len(values))) / counts
    weights = counts / counts.sum()
    fitted = isotonic(shares, counts.astype(np.float64))
    # Within a forecast the spread of outcomes is the same for both scores, so only the shares differ.
    gains = ((shares - values) ** 2 - (shares - fitted) ** 2) @ weights
    return float(np.quantile(gains, 0.9))
