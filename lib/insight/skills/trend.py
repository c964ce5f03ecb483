"""Does a rating go up or down over the interviews? Permutation tests of the linear contrast, and the size of a change.

The statistic of a column is its correlation with the order of the interviews that rated it. Whole interviews are
permuted, so that ratings given together stay together, and the largest statistic over all columns is compared (maxT,
Westfall and Young 1993). A column with missing ratings is permuted over its own interviews, so each column's test is
exact. The mean over the columns is a second test: both share the level by the smaller of their two p-values, compared
with that of the permutations.
"""

from dataclasses import dataclass
from math import exp, expm1, sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

PERMUTATIONS = 9999
LEAST = 6
"""In how many interviews a column has to be rated before it is judged."""
CHANGE_SCALE = 0.75
"""The standard deviation, in points of the scale, of the changes that are expected before any rating is seen."""
POWER = 0.8
"""The power aimed at; the ends of the scale leave about three in four of it (docs/benchmarks/skills.md)."""
_TIE = 1e-9
_NOISE_WORTH = 4
_NORMAL = NormalDist()
_Z_OF_80 = _NORMAL.inv_cdf(0.9)


@dataclass(frozen=True, eq=False)
class Chances:
    """How often permutations are as extreme as the data: above 0, at most 1.

    ``together`` is the p of the mean over the columns and ``alone`` that of each column. ``together_of_all`` and
    ``of_all`` are the same among everything that was looked at.
    """

    together: float
    alone: Floats
    together_of_all: float
    of_all: Floats


@dataclass(frozen=True)
class Size:
    """A change from the first to the last interview, in points of the scale; up is above 0.

    ``raw`` is the straight line's, with its standard ``error``; ``change`` is drawn towards none, with its 80%
    interval from ``low`` to ``high``.
    """

    raw: float
    error: float
    change: float
    low: float
    high: float


def chances(
    places: Floats, together: Floats, columns: Floats, random: np.random.Generator, shuffles: int = PERMUTATIONS
) -> Chances:
    """The chances of the mean and of each column (a row an interview, NaN for not rated), given the order ``places``.

    ``places`` rise, with equal ones for interviews whose order is not known. What is constant has the chance 1.
    """
    order = np.argsort(random.random((shuffles, len(places)), dtype=np.float32), axis=1)
    all_columns = np.column_stack([together, columns])
    observed = np.array([_contrast(places, column, np.arange(len(places))[None, :])[0] for column in all_columns.T])
    drawn = np.column_stack([_contrast(places, column, order) for column in all_columns.T])
    alone = _share_at_least(drawn, observed)
    strongest = drawn[:, 1:].max(axis=1, initial=0.0)
    among_columns = _share_at_least(strongest[:, None], observed[1:])
    smaller = np.minimum(_own_chances(drawn[:, 0]), _own_chances(strongest))
    both = np.sort(smaller)
    of_all = (1 + np.searchsorted(both, np.append(alone[0], among_columns) + _TIE, side="right")) / (1 + shuffles)
    of_all = np.where(observed > _TIE, of_all, 1.0)
    return Chances(float(alone[0]), alone[1:], float(of_all[0]), of_all[1:])


def _contrast(places: Floats, column: Floats, order: npt.NDArray[np.intp]) -> Floats:
    """The correlation of column and places in each of the orders, without its sign; 0 for a constant.

    It is in units of its standard deviation over all orders, so that columns with few and many ratings compare.
    """
    rated = ~np.isnan(column)
    values, contrast = _standard(column[rated]), _standard(_midranks(places[rated]))
    if values is None or contrast is None:
        return np.zeros(len(order))
    whole = np.zeros(len(column))
    whole[rated] = values
    items = order if rated.all() else order[rated[order]].reshape(len(order), -1)
    return np.asarray(sqrt(rated.sum() - 1) * np.abs(whole[items] @ contrast), dtype=np.float64)


def _standard(values: Floats) -> Floats | None:
    centred = values - values.mean() if len(values) else values
    length = sqrt(float(centred @ centred))
    return centred / length if length > _TIE else None


def _midranks(places: Floats) -> Floats:
    _, inverse, counts = np.unique(places, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)


def _share_at_least(drawn: Floats, observed: Floats) -> Floats:
    as_much = (drawn >= observed - _TIE).sum(axis=0)
    return np.where(observed > _TIE, (1 + as_much) / (1 + len(drawn)), 1.0)


def _own_chances(drawn: Floats) -> Floats:
    """The chance of each shuffle among all of them."""
    ranked = np.sort(drawn)
    return (1 + len(drawn) - np.searchsorted(ranked, drawn - _TIE, side="left")) / (1 + len(drawn))


def benjamini_hochberg(p: Floats) -> Floats:
    """The q of each p: the smallest rate of false discoveries at which it would count (Benjamini and Hochberg 1995)."""
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum.accumulate(scaled[::-1])[::-1] if len(p) else scaled
    return np.minimum(q, 1.0)


def size_of(places: Floats, column: Floats, noise: float) -> Size:
    """How large the change is. ``noise`` is the standard deviation expected, worth four observations of its own.

    Needs at least three ratings, not all at one place.
    """
    rated = ~np.isnan(column)
    order, values = _midranks(places[rated]), column[rated]
    centred = order - order.mean()
    spread = float(centred @ centred)
    slope = float(centred @ values) / spread
    residuals = values - values.mean() - slope * centred
    variance = (_NOISE_WORTH * noise**2 + float(residuals @ residuals)) / (_NOISE_WORTH + len(values) - 2)
    span = float(order[-1] - order[0])
    raw, error = slope * span, sqrt(variance / spread) * span
    weight = CHANGE_SCALE**2 / (CHANGE_SCALE**2 + error**2)
    half = _Z_OF_80 * sqrt(weight) * error
    return Size(raw, error, weight * raw, weight * raw - half, weight * raw + half)


def strength_of(size: Size) -> float:
    """The Bayes factor of a change drawn from N(0, ``CHANGE_SCALE``) against none, above 0; 1 favours neither.

    That of a normal estimate with a known error: the density of ``raw`` with the change over that without.
    """
    with_change = CHANGE_SCALE**2 + size.error**2
    gain = size.raw**2 / 2 * (1 / size.error**2 - 1 / with_change)
    return sqrt(size.error**2 / with_change) * exp(min(gain, 500.0))


def smallest_found(size: Size, n: int, level: float, looks: int) -> float:
    """The change that is found about three times in four, in points, over ``n`` ratings, with that many things tested.

    As for a t test of the line, with the quantile by Peizer and Pratt (1968) and the spread of t's own estimate. ``n``
    is above 3.
    """
    free = n - 2
    z = _NORMAL.inv_cdf(1 - level / (2 * looks))
    limit = sqrt(free * expm1(z**2 * (free - 5 / 6) / (free - 2 / 3 + 0.1 / free) ** 2))
    return (limit + _NORMAL.inv_cdf(POWER) * sqrt(1 + limit**2 / (2 * free))) * size.error


def carried_over(values: Floats) -> float | None:
    """How much of one interview's deviation from the line is found again in the next: lag-1 autocorrelation, -1 to 1.

    Taken for its bias in so few values. None under six values, or where they are exactly on the line.
    """
    if len(values) < LEAST:
        return None
    order = np.arange(len(values)) - (len(values) - 1) / 2
    residuals = values - values.mean() - float(order @ values) / float(order @ order) * order
    total = float(residuals @ residuals)
    if total <= _TIE:
        return None
    return min(float(residuals[1:] @ residuals[:-1]) / total + 2 / len(values), 1.0)
