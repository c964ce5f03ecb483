"""How long answers take, and whether they come at all: a lognormal with a share that never answers, on a grid.

A mixture cure model (Boag 1949; Farewell 1982). The share that never answers has the prior Beta(2, 3), the median of
the others exp(N(log 8 days, .7)), and the spread of their logarithm N(.9, .2). An answer is dated, or known only to
have come by some day; a silence means none came until its last day.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import erfc, log, sqrt

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

COVERAGE = 0.8
_TAILS = ((1 - COVERAGE) / 2, (1 + COVERAGE) / 2)
_NEVER = (np.arange(24) + 0.5) / 24
_LOG_MEDIANS = log(8) + 0.7 * np.linspace(-3, 3, 31)
_SPREADS = 0.9 + 0.2 * np.linspace(-3, 3, 11)
_LOG_PRIOR = (
    (np.log(_NEVER) + 2 * np.log(1 - _NEVER))[:, None, None]
    - 0.5 * ((_LOG_MEDIANS - log(8)) / 0.7)[:, None] ** 2
    - 0.5 * ((_SPREADS - 0.9) / 0.2) ** 2
).reshape(len(_NEVER), -1)
_LEAST_CHANCE = 1e-12
_BINS = 1000


@dataclass(frozen=True)
class ObservedWait:
    """One wait in whole days from the interview. ``end`` tells what is known of it.

    'answered' on that day, give or take half a day; 'answered_by' that day at the latest; or 'silent' up to it.
    """

    days: int
    end: str


@dataclass(frozen=True)
class ShareEstimate:
    """A share, 0 to 1, with its 80% band."""

    estimate: float
    low: float
    high: float


class SilenceModel:
    """What is believed after some waits: the prior alone after none."""

    def __init__(self, waits: tuple[ObservedWait, ...]) -> None:
        posterior = _LOG_PRIOR.copy()
        for wait, times in sorted(_counted(waits).items(), key=lambda entry: (entry[0].end, entry[0].days)):
            posterior += times * np.log(_likelihood(wait) + _LEAST_CHANCE)
        weights = np.exp(posterior - posterior.max())
        self._weights = weights / weights.sum()

    def still_to_hear(self, day: int) -> ShareEstimate:
        """The chance that an answer comes yet, when there was none up to that day after the interview."""
        late = (1 - _NEVER)[:, None] * _late(day)
        return self._belief(late / (_NEVER[:, None] + late))

    def never(self) -> ShareEstimate:
        """The share that never answers."""
        return self._belief(np.broadcast_to(_NEVER[:, None], self._weights.shape))

    def answered_by(self, day: int) -> ShareEstimate:
        """Of those who answer at all, the share that has answered by that day."""
        return self._belief(np.broadcast_to(1 - _late(day), self._weights.shape))

    def _belief(self, values: Floats) -> ShareEstimate:
        flat, weights = values.ravel(), self._weights.ravel()
        bins = np.minimum((flat * _BINS).astype(np.intp), _BINS - 1)
        below = np.concatenate([[0.0], np.cumsum(np.bincount(bins, weights, _BINS))])
        low, high = np.interp(_TAILS, below, np.linspace(0, 1, _BINS + 1))
        return ShareEstimate(float(flat @ weights), float(low), float(high))


def _counted(waits: tuple[ObservedWait, ...]) -> dict[ObservedWait, int]:
    counts: dict[ObservedWait, int] = {}
    for wait in waits:
        counts[wait] = counts.get(wait, 0) + 1
    return counts


def _likelihood(wait: ObservedWait) -> Floats:
    answers = (1 - _NEVER)[:, None]
    if wait.end == "silent":
        return np.asarray(1 - answers + answers * _late(wait.days), dtype=np.float64)
    before = _late(wait.days - 0.5) if wait.end == "answered" else 1.0
    return np.asarray(answers * (before - _late(wait.days + 0.5)), dtype=np.float64)


@lru_cache(maxsize=2000)
def _late(days: float) -> Floats:
    """By median and spread, the share of answers that take longer than that many days."""
    if days <= 0:
        return np.ones(len(_LOG_MEDIANS) * len(_SPREADS))
    z = (log(days) - _LOG_MEDIANS[:, None]) / _SPREADS
    late = 0.5 * np.array(list(map(erfc, (z.ravel() / sqrt(2)).tolist())))
    late.flags.writeable = False
    return late
