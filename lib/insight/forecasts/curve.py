"""What came true by forecast: pooled groups with intervals, and the recalibrated curve with its band."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from lib.insight.intervals import jeffreys

Floats = npt.NDArray[np.float64]

GROUPS = 3
OF_A_GROUP = 5
_COVERAGE = 0.8
_TAILS = ((1 - _COVERAGE) / 2, (1 + _COVERAGE) / 2)
_EDGE = 0.005
_SHIFTS = np.linspace(-4, 4, 81)
_SLOPES = np.linspace(-1, 3, 81)
_LOG_PRIOR = -0.5 * _SHIFTS[:, None] ** 2 - 0.5 * ((_SLOPES - 1) / 0.5) ** 2
_POINTS = 21


@dataclass(frozen=True)
class ForecastGroup:
    """Forecasts next to each other: their mean, how many of ``n`` came true, and the share with its 80% interval."""

    first: float
    last: float
    mean: float
    yes: int
    n: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """What share came true, 0 to 1."""
        return self.yes / self.n


@dataclass(frozen=True)
class CurvePoint:
    """What a forecast of ``chance`` has been worth: the estimate and its 80% band, all 0 to 1."""

    chance: float
    estimate: float
    low: float
    high: float


def pool_forecasts(chances: Floats, outcomes: Floats) -> tuple[ForecastGroup, ...]:
    """At most three groups of at least five forecasts in order of their chance; equal forecasts stay together."""
    order = np.argsort(chances, kind="stable")
    count = min(GROUPS, len(chances) // OF_A_GROUP)
    if not count:
        return ()
    ranked = chances[order]
    bounds = [0]
    for part in range(1, count):
        end = int(np.searchsorted(ranked, ranked[len(ranked) * part // count]))
        if end - bounds[-1] >= OF_A_GROUP and len(ranked) - end >= OF_A_GROUP:
            bounds.append(end)
    groups = (order[start:end] for start, end in pairwise([*bounds, len(ranked)]))
    return tuple(_group(chances[group], int(outcomes[group].sum())) for group in groups)


def _group(chances: Floats, yes: int) -> ForecastGroup:
    low, high = jeffreys(yes, len(chances))
    mean = float(np.sort(chances).mean())
    return ForecastGroup(float(chances.min()), float(chances.max()), mean, yes, len(chances), low, high)


def recalibrated_curve(chances: Floats, outcomes: Floats) -> tuple[CurvePoint, ...]:
    """What the forecasts made so far are worth, over their range: logit(true) = a + b logit(forecast).

    With the priors a ~ N(0, 1) and b ~ N(1, .5), on a grid; forecasts of 0 and 100% are taken as half a percent off.
    """
    logits = _logit(chances)
    shift, slope = _SHIFTS[:, None, None], _SLOPES[:, None]
    values, position = np.unique(logits, return_inverse=True)
    yes, n = np.bincount(position, weights=outcomes), np.bincount(position)
    log_odds = shift + slope * values
    log_likelihood = (yes * log_odds - n * np.logaddexp(0, log_odds)).sum(axis=2)
    weights = np.exp((posterior := _LOG_PRIOR + log_likelihood) - posterior.max()).ravel()
    weights /= weights.sum()
    at = np.linspace(chances.min(), chances.max(), _POINTS)
    worth = 1 / (1 + np.exp(-(shift + slope * _logit(at))))
    return tuple(
        _point(float(chance), column, weights) for chance, column in zip(at, worth.reshape(-1, _POINTS).T, strict=True)
    )


def _point(chance: float, worth: Floats, weights: Floats) -> CurvePoint:
    order = np.argsort(worth)
    low, high = np.interp(_TAILS, np.cumsum(weights[order]), worth[order])
    return CurvePoint(chance, float(worth @ weights), float(low), float(high))


def _logit(chances: Floats) -> Floats:
    inside = np.clip(chances, _EDGE, 1 - _EDGE)
    return np.asarray(np.log(inside / (1 - inside)), dtype=np.float64)
