"""How much each criterion counts: by rank, by swing, and all alike, side by side.

Weights mean something only over the range that a criterion covers, so both rank and swing ask for the way from
``worst`` to ``best`` (Edwards and Barron 1994).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lib.english import counted, listed, percent
from lib.insight.result import Table
from lib.records.criterion import Criterion

TITLE = "How much does each criterion count?"
MOST_SWING = 100
"""The swing of the most important criterion, which the others are compared with."""

Source = Literal["swing", "rank", "equal"]

_TERMS_SHOWN = 5


@dataclass(frozen=True)
class Weight:
    """One criterion's weights, each 0 to 1: by rank, by swing, equal, and ``mine``, the one that counts.

    ``by_rank_working`` and ``by_swing_working`` say in figures how they come about.
    """

    criterion: Criterion
    by_rank: float
    by_swing: float
    equal: float
    mine: float
    by_rank_working: str
    by_swing_working: str


@dataclass(frozen=True)
class Weights:
    """The weights of all active criteria, in their order; each column sums to 1. ``source`` is what ``mine`` is.

    ``swings`` are the swings as they stand, 0 to 100: given, or what the rank comes to. Unless all are 0, ``mine`` are
    in their proportion.
    """

    title: str
    n: int
    source: Source
    rows: tuple[Weight, ...]
    swings: tuple[float, ...]
    sentence: str
    table: Table

    @property
    def mine(self) -> tuple[float, ...]:
        """My weights, in the order of the criteria."""
        return tuple(row.mine for row in self.rows)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that are weighed."""
        return tuple(row.criterion for row in self.rows)

    @property
    def beside(self) -> str:
        """Where the three sets lie furthest apart; empty for fewer than two criteria."""
        if len(self.rows) < 2:
            return ""
        widest = max(self.rows, key=_apart)
        if _apart(widest) < 0.005:
            return "All of them come to the same."
        return (
            f"They lie furthest apart on {widest.criterion.name}: {percent(widest.mine)} mine, "
            f"{percent(widest.by_rank)} by rank, {percent(widest.equal)} if all counted alike."
        )


def _apart(row: Weight) -> float:
    sets = (row.mine, row.by_rank, row.equal)
    return max(sets) - min(sets)


def rank_order_centroid(ranks: Sequence[int | None]) -> tuple[float, ...]:
    """The weight of each rank, 1 mattering most: the centre of all weights that agree with the ranking.

    The place k of n weighs (1/k + … + 1/n) / n (Barron and Barrett 1996). Equal ranks take up as many places as they
    are and share their mean; those without a rank share the last places. Only the order of the ranks matters.
    """
    return tuple(_mean_of_places(first, last, len(ranks)) for first, last in _places(ranks))


def swing_weights(swings: Sequence[float]) -> tuple[float, ...]:
    """Each swing's part of their sum (von Winterfeldt and Edwards 1986); all alike where the sum is 0.

    Raises ValueError for a swing below 0.
    """
    if any(swing < 0 for swing in swings):
        raise ValueError("a swing is not below 0")
    total = sum(swings)
    return tuple(swing / total for swing in swings) if total > 0 else equal_weights(len(swings))


def equal_weights(n: int) -> tuple[float, ...]:
    """All alike: in prediction even these beat a hunch (Dawes 1979)."""
    return (1 / n,) * n if n else ()


def weights(criteria: Sequence[Criterion]) -> Weights:
    """The three sets of weights, and which of them is mine: swings where one was given, else ranks, else equal.

    A criterion without a swing takes the one that its rank comes to, the first of the ranking being 100.
    """
    ranks = [one.rank for one in criteria]
    by_rank = rank_order_centroid(ranks)
    swings = _swings(criteria, by_rank)
    by_swing, equal = swing_weights(swings), equal_weights(len(criteria))
    source = _source(criteria)
    mine = {"swing": by_swing, "rank": by_rank, "equal": equal}[source]
    workings = zip(_places(ranks), criteria, swings, strict=True)
    rows = tuple(
        Weight(one, *values, _rank_working(place, len(criteria)), _swing_working(one, swing, sum(swings)))
        for values, (place, one, swing) in zip(zip(by_rank, by_swing, equal, mine, strict=True), workings, strict=True)
    )
    return Weights(TITLE, len(rows), source, rows, swings, _sentence(rows, source, sum(swings)), _table(rows))


def suggested_swings(criteria: Sequence[Criterion]) -> tuple[int, ...]:
    """Where each criterion's swing stands before it is moved, 0 to 100: its own, or what its rank comes to."""
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


def _places(ranks: Sequence[int | None]) -> list[tuple[int, int]]:
    """The first and the last place that each takes up with its equals, counted from 1."""
    keys = [(rank is None, rank or 0) for rank in ranks]
    return [(1 + sum(other < key for other in keys), sum(other <= key for other in keys)) for key in keys]


def _mean_of_places(first: int, last: int, n: int) -> float:
    return sum(sum(1 / k for k in range(place, n + 1)) / n for place in range(first, last + 1)) / (last - first + 1)


def _rank_working(place: tuple[int, int], n: int) -> str:
    first, last = place
    if (first, last) == (1, n):
        return f"all alike: 1 ÷ {n}"
    if first < last:
        shared = listed([f"{_mean_of_places(at, at, n):.3f}" for at in range(first, last + 1)])
        return f"shares the places {first} to {last} of {n}: the mean of {shared}"
    terms = ["1" if k == 1 else f"1/{k}" for k in range(first, n + 1)]
    if len(terms) > _TERMS_SHOWN:
        terms[3:-1] = ["…"]
    return f"place {first} of {n}: ({' + '.join(terms)}) ÷ {n}"


def _swing_working(criterion: Criterion, swing: float, total: float) -> str:
    if not total:
        return "all ranges were given 0, so all count alike"
    given = "" if criterion.swing is not None else ", from its rank"
    return f"{swing:.0f}{given}, of {total:.0f} in all"


def _sentence(rows: tuple[Weight, ...], source: Source, total: float) -> str:
    if not rows:
        return "There is no criterion yet: one is enough to begin with."
    if source == "equal":
        return f"Nothing is ranked yet, so the {counted(len(rows), 'criterion', 'criteria')} count alike."
    if source == "swing" and not total:
        return "All ranges were given 0, so all criteria count alike."
    first = max(rows, key=lambda row: row.mine)
    by = "By your ranking" if source == "rank" else "By the ranges you compared"
    missing = sum(row.criterion.swing is None for row in rows) if source == "swing" else 0
    rest = f" {counted(missing, 'of them still follows', 'of them still follow')} the ranking." if missing else ""
    return f"{by}, {first.criterion.name} counts most: {percent(first.mine)} of the whole.{rest}"


def _table(rows: tuple[Weight, ...]) -> Table:
    columns = ("Criterion", "Rank", "Range", "Mine", "By rank", "By range", "Equal", "By rank, how", "By range, how")
    return Table(
        columns,
        tuple(
            (
                row.criterion.name,
                row.criterion.rank,
                row.criterion.swing,
                *(round(weight, 3) for weight in (row.mine, row.by_rank, row.by_swing, row.equal)),
                row.by_rank_working,
                row.by_swing_working,
            )
            for row in rows
        ),
    )
