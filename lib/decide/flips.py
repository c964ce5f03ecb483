"""The smallest change of one weight that puts another option first, in closed form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt

import numpy as np

from lib.decide.comparison import Comparison
from lib.decide.options import Option
from lib.decide.verdict import ENOUGH
from lib.decide.weighted_sum import ALL, Floats, moved, score_table, shares_known, totals
from lib.insight.result import Table
from lib.records.criterion import Criterion

TITLE = "What would put another one first?"

_BEYOND = 1e-7
_MARGIN = 0.002
"""How far past a threshold enough must still be known, so that the next tenth of a percent can be looked at."""
_ROUNDING = 1e-6
"""What a threshold on a whole tenth may be off by, in tenths of a percent, for being computed."""


@dataclass(frozen=True)
class Flip:
    """One weight's nearest threshold. ``now`` and ``at`` are shares of the whole, 0 to 1.

    Between the two the leader stays first; beyond ``at`` the ``winner`` comes first, the other weights keeping their
    proportions. ``swing_at`` is the swing that brings the weight there, the other swings unchanged; it may be over 100.
    """

    criterion: Criterion
    now: float
    at: float
    winner: Option
    swing_at: float

    @property
    def change(self) -> float:
        """By how much the weight moves, as a share of the whole; below 0 it loses."""
        return self.at - self.now

    @property
    def sentence(self) -> str:
        """The threshold in words."""
        way = "more" if self.change > 0 else "less"
        return (
            f"{self.winner.label} comes first once {self.criterion.name} counts {way} than "
            f"{self.edge:.1f}% (now {self.now * 100:.1f}%)."
        )

    @property
    def edge(self) -> float:
        """The threshold in percent, as it is said: the last tenth at which the ``winner`` is not first yet."""
        tenths = self.at * 1000
        return (floor(tenths + _ROUNDING) if self.change > 0 else ceil(tenths - _ROUNDING)) / 10

    @property
    def beyond(self) -> float | None:
        """The first tenth of a percent at which the ``winner`` comes first; None where that lies off the scale."""
        tenth = round(self.edge + (0.1 if self.change > 0 else -0.1), 1)
        return tenth if 0 <= tenth <= 100 else None


@dataclass(frozen=True)
class Flips:
    """The nearest threshold of every weight that has one, the smallest change first; ``n`` counts the options."""

    title: str
    n: int
    flips: tuple[Flip, ...]
    sentence: str
    table: Table

    @property
    def smallest(self) -> Flip | None:
        """The smallest change of one weight that puts another option first."""
        return self.flips[0] if self.flips else None


def flips(compared: Comparison) -> Flips:
    """How far each weight alone must move before another option comes first.

    A weight at which too little is known of one of the options has no threshold: there is nothing to compare.

    The others keep their proportions, so each total is a ratio of two linear functions of that weight, and two of them
    cross where a quadratic is 0 (a linear one where all is known).
    """
    placed, weight = compared.placed, compared.weights.mine
    found: list[Flip] = []
    if len(compared.leaders) == 1 and len(placed) > 1:
        scores = score_table([option.scores for option in placed])
        leader = placed.index(compared.leaders[0])
        for place in range(len(weight)):
            nearest = _nearest(scores, weight, place, leader)
            if nearest:
                at, winner = nearest
                swing = _swing_at(compared.weights.swings, place, at)
                found.append(Flip(compared.weights.rows[place].criterion, weight[place], at, placed[winner], swing))
    found.sort(key=lambda flip: abs(flip.change))
    return Flips(TITLE, len(placed), tuple(found), _sentence(compared, found), _table(found))


def _nearest(scores: Floats, weights: Sequence[float], place: int, leader: int) -> tuple[float, int] | None:
    """The nearest share at which another option than the leader comes first, and which; None where there is none."""
    now = weights[place]
    if now >= 1:
        return None
    others = (other for other in range(len(scores)) if other != leader)
    crossings = {at for other in others for at in _crossings(scores, weights, place, leader, other)}
    for at in sorted(crossings, key=lambda share: abs(share - now)):
        beyond = at + (_BEYOND if at >= now else -_BEYOND)
        if 0 < beyond < 1 and _is_enough_known(scores, weights, place, at + (_MARGIN if at >= now else -_MARGIN)):
            reached = totals(scores, moved(weights, place, beyond))
            winner = int(np.nanargmax(reached))
            if winner != leader and reached[winner] > reached[leader]:
                return at, winner
    return None


def _is_enough_known(scores: Floats, weights: Sequence[float], place: int, share: float) -> bool:
    """Whether every option is known well enough at that share of one weight; then it is at all shares up to it."""
    return bool(np.all(shares_known(scores, moved(weights, place, min(1.0, max(0.0, share)))) >= ENOUGH))


def _crossings(scores: Floats, weights: Sequence[float], place: int, one: int, other: int) -> Iterator[float]:
    """The shares of one weight, within 0 to 1, at which two totals are equal."""
    (n0, n1), (d0, d1) = _ratio(scores[one], weights, place)
    (m0, m1), (e0, e1) = _ratio(scores[other], weights, place)
    constant = n0 * e0 - m0 * d0
    slope = n0 * e1 + n1 * e0 - m0 * d1 - m1 * d0
    square = n1 * e1 - m1 * d1
    yield from (root for root in _roots(square, slope, constant) if 0 <= root <= 1)


def _ratio(scores: Floats, weights: Sequence[float], place: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """A total as (a + b v) / (c + d v) of the share v of one weight, the others keeping their proportions."""
    rest = np.array(moved(weights, place, 0.0))
    known = np.where(np.isnan(scores), 0.0, rest)
    summed, of_known = float((known * np.nan_to_num(scores)).sum()), float(known.sum())
    if np.isnan(scores[place]):
        return (summed, 0.0), (of_known, 0.0)
    whole = 1.0 if abs(of_known - 1) < 1e-12 else of_known
    return (summed, float(scores[place]) - summed), (whole, 1 - whole)


def _roots(square: float, slope: float, constant: float) -> tuple[float, ...]:
    if abs(square) < 1e-12 * max(abs(slope), abs(constant), 1.0):
        return (-constant / slope,) if abs(slope) > 1e-12 else ()
    inner = slope * slope - 4 * square * constant
    if inner < 0:
        return ()
    far = -(slope + (sqrt(inner) if slope >= 0 else -sqrt(inner))) / 2
    return (far / square, constant / far) if far else (0.0,)


def _swing_at(swings: Sequence[float], place: int, share: float) -> float:
    others = sum(swings) - swings[place]
    return share * others / (1 - share) if share < 1 else float("inf")


def _sentence(compared: Comparison, found: list[Flip]) -> str:
    if len(compared.leaders) > 1:
        return "They are level, so any change of a weight that tells them apart decides."
    if compared.n < 2:
        return "With fewer than two options to weigh there is nothing to put first instead."
    leader = compared.leaders[0].label
    if not found and any(one.share_known <= ALL for one in compared.standings if one.place):
        return f"{leader} stays first at every weight of a single criterion at which enough is known to compare them."
    if not found:
        return f"{leader} stays first however much any single criterion counts."
    return f"{found[0].sentence.removesuffix('.')}: the smallest change of one weight that puts another one first."


def _table(found: list[Flip]) -> Table:
    columns = ("Criterion", "Weight now, %", "Flips at, %", "Change in points", "Then first")
    return Table(
        columns,
        tuple(
            (one.criterion.name, round(100 * one.now, 1), one.edge, round(100 * one.change, 1), one.winner.label)
            for one in found
        ),
    )
