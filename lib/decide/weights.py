"""How much each criterion counts: by rank, by swing, and all alike, side by side.

Weights mean something only over the range that a criterion covers, so both rank and swing ask for the way from
``worst`` to ``best`` (Edwards and Barron 1994).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lib.english import counted, percent
from lib.records.criterion import Criterion

MOST_SWING = 100
"""The swing of the most important criterion, which the others are compared with."""

Source = Literal["swing", "rank", "equal"]


@dataclass(frozen=True)
class Weight:
    """One criterion and my weight for it, 0 to 1."""

    criterion: Criterion
    mine: float


@dataclass(frozen=True)
class CriterionWeights:
    """The weights of all active criteria, in their order; they sum to 1. ``source`` is what ``mine`` is."""

    n: int
    source: Source
    rows: tuple[Weight, ...]
    sentence: str

    @property
    def mine(self) -> tuple[float, ...]:
        """My weights, in the order of the criteria."""
        return tuple(row.mine for row in self.rows)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that are weighed."""
        return tuple(row.criterion for row in self.rows)


def rank_order_centroid(ranks: Sequence[int | None]) -> tuple[float, ...]:
    """The weight of each rank, 1 mattering most: the centre of all weights that agree with the ranking.

    The place k of n weighs (1/k + … + 1/n) / n (Barron and Barrett 1996). Equal ranks take up as many places as they
    are and share their mean; those without a rank share the last places. Only the order of the ranks matters.
    """
    return tuple(_mean_centroid(first, last, len(ranks)) for first, last in _tied_ranks(ranks))


def swing_weights(swings: Sequence[float]) -> tuple[float, ...]:
    """Each swing's part of their sum (von Winterfeldt and Edwards 1986); all alike if the sum is 0.

    Raises ValueError for a swing below 0.
    """
    if any(swing < 0 for swing in swings):
        raise ValueError("a swing is not below 0")
    total = sum(swings)
    return tuple(swing / total for swing in swings) if total > 0 else equal_weights(len(swings))


def equal_weights(n: int) -> tuple[float, ...]:
    """All alike: in prediction even these beat a hunch (Dawes 1979)."""
    return (1 / n,) * n if n else ()


def weights(criteria: Sequence[Criterion]) -> CriterionWeights:
    """My weights, and where they are from: swings if one was given, else ranks, else equal.

    A criterion without a swing gets one from its rank; the first has 100.
    """
    ranks = [one.rank for one in criteria]
    by_rank = rank_order_centroid(ranks)
    swings = _swings(criteria, by_rank)
    source = _source(criteria)
    mine = swing_weights(swings) if source == "swing" else by_rank if source == "rank" else equal_weights(len(criteria))
    rows = tuple(Weight(one, weight) for one, weight in zip(criteria, mine, strict=True))
    return CriterionWeights(len(rows), source, rows, _sentence(rows, source, sum(swings)))


def suggested_swings(criteria: Sequence[Criterion]) -> tuple[int, ...]:
    """Each criterion's swing before it is moved, 0 to 100: given, or derived from the rank."""
    return tuple(round(swing) for swing in _swings(criteria, rank_order_centroid([one.rank for one in criteria])))


def _swings(criteria: Sequence[Criterion], by_rank: Sequence[float]) -> tuple[float, ...]:
    most = max(by_rank, default=1.0)
    return tuple(
        MOST_SWING * weight / most if one.swing is None else float(one.swing)
        for one, weight in zip(criteria, by_rank, strict=True)
    )


def _source(criteria: Sequence[Criterion]) -> Source:
    if any(one.swing is not None for one in criteria):
        return "swing"
    return "rank" if any(one.rank is not None for one in criteria) else "equal"


def _tied_ranks(ranks: Sequence[int | None]) -> list[tuple[int, int]]:
    """The first and the last place that each takes up with its equals, counted from 1."""
    keys = [(rank is None, rank or 0) for rank in ranks]
    return [(1 + sum(other < key for other in keys), sum(other <= key for other in keys)) for key in keys]


def _mean_centroid(first: int, last: int, n: int) -> float:
    return sum(sum(1 / k for k in range(place, n + 1)) / n for place in range(first, last + 1)) / (last - first + 1)


def _sentence(rows: tuple[Weight, ...], source: Source, total: float) -> str:
    if not rows:
        return "No criterion yet. One is enough to start."
    if source == "equal":
        return f"Nothing is ranked yet, so the {counted(len(rows), 'criterion', 'criteria')} count the same."
    if source == "swing" and not total:
        return "All ranges were given 0, so all criteria count the same."
    first = max(rows, key=lambda row: row.mine)
    by = "By your ranking" if source == "rank" else "By the ranges you compared"
    missing = sum(row.criterion.swing is None for row in rows) if source == "swing" else 0
    rest = f" {counted(missing, 'of them still follows', 'of them still follow')} the ranking." if missing else ""
    return f"{by}, {first.criterion.name} counts most: {percent(first.mine)} of the total.{rest}"
