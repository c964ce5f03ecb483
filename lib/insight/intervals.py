"""The interval of a share that was counted."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

COVERAGE = 0.8
_TAILS = ((1 - COVERAGE) / 2, (1 + COVERAGE) / 2)


@dataclass(frozen=True)
class Proportion:
    """A count out of ``n``, with the 80% interval of the share, 0 to 1. ``n`` is at least 1."""

    yes: int
    n: int
    low: float
    high: float

    @property
    def estimate(self) -> float:
        """The share that was counted, 0 to 1."""
        return self.yes / self.n


def share_of(yes: int, n: int) -> Proportion | None:
    """The share with its Jeffreys interval, or None if there is nothing to count."""
    return Proportion(yes, n, *jeffreys(yes, n)) if n else None


@lru_cache(maxsize=500)
def jeffreys(yes: int, n: int) -> tuple[float, float]:
    """The 80% Jeffreys interval of a share, 0 to 1, reaching its end if none or all are (Brown et al. 2001).

    With share = sin(t) squared, its Beta density becomes smooth in t, so that a sum over a grid is exact enough.
    """
    angles = (np.arange(20_000) + 0.5) * (np.pi / 2 / 20_000)
    log_density = 2 * yes * np.log(np.sin(angles)) + 2 * (n - yes) * np.log(np.cos(angles))
    density = np.exp(log_density - log_density.max())
    below = (np.cumsum(density) - density / 2) / density.sum()
    low, high = np.sin(np.interp(_TAILS, below, angles)) ** 2
    return (0.0 if yes == 0 else float(low)), (1.0 if yes == n else float(high))
