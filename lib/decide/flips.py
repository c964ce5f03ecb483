"""The smallest change of one weight that puts another option first, in closed form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Final

import numpy as np

from lib.decide.comparison import Comparison
from lib.decide.options import Option
from lib.decide.verdict import ENOUGH
from lib.decide.weighted_sum import ALL, Floats, score_table, shares_known, totals, with_share
from lib.records.criterion import Criterion

TITLE = "What would change the result?"

_BEYOND = 1e-7
_MARGIN = 0.002
"""How far past a threshold enough must still be known, so that a bit beyond can be looked at."""
_ROUNDING = 1e-6
"""What a threshold on a whole percent may be off by, in percent, for being computed."""
_MUCH: Final = ((0.05, "a little "), (0.15, ""), (1.0, "much "))
"""How large a change of a weight is in words: the largest change, as a share of the whole, of each."""


@dataclass(frozen=True)
class Flip:
    """One weight's nearest threshold. ``now`` and ``at`` are shares of the whole, 0 to 1.

    Between the two the leader stays first; beyond ``at`` the ``winner`` comes first, the other weights keeping their
    proportions.
    """

    criterion: Criterion
    now: float
    at: float
    winner: Option

    @property
    def change(self) -> float:
        """By how much the weight moves, as a share of the whole; below 0 it loses."""
        return self.at - self.now

    @property
    def sentence(self) -> str:
        """The threshold in words."""
        way = "more" if self.change > 0 else "less"
        much = next(words for most, words in _MUCH if abs(self.change) <= most)
        return f"If {self.criterion.name} counted {much}{way}, {self.winner.name} would come first."

    @property
    def beyond(self) -> int | None:
        """The first whole percent past the threshold; None if that is off the scale."""
        percent = floor(self.at * 100 + _ROUNDING) + 1 if self.change > 0 else ceil(self.at * 100 - _ROUNDING) - 1
        return percent if 0 <= percent <= 100 else None


@dataclass(frozen=True)
class Flips:
    """The nearest threshold of every weight that has one, the smallest change first; ``n`` counts the options."""

    n: int
    flips: tuple[Flip, ...]
    sentence: str

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
    placed, weight = compared.comparable_options, compared.weights.mine
    found: list[Flip] = []
    if len(compared.leaders) == 1 and len(placed) > 1:
        scores = score_table([option.scores for option in placed])
        leader = placed.index(compared.leaders[0])
        for position in range(len(weight)):
            nearest = _nearest(scores, weight, position, leader)
            if nearest:
                at, winner = nearest
                found.append(Flip(compared.weights.rows[position].criterion, weight[position], at, placed[winner]))
    found.sort(key=lambda flip: abs(flip.change))
    return Flips(len(placed), tuple(found), _sentence(compared, found))


def _nearest(scores: Floats, weights: Sequence[float], position: int, leader: int) -> tuple[float, int] | None:
    """The nearest share at which another option than the leader comes first, and which; None if there is none."""
    now = weights[position]
    if now >= 1:
        return None
    others = (other for other in range(len(scores)) if other != leader)
    crossings = {at for other in others for at in _crossings(scores, weights, position, leader, other)}
    for at in sorted(crossings, key=lambda share: abs(share - now)):
        beyond = at + (_BEYOND if at >= now else -_BEYOND)
        if 0 < beyond < 1 and _is_enough_known(scores, weights, position, at + (_MARGIN if at >= now else -_MARGIN)):
            reached = totals(scores, with_share(weights, position, beyond))
            winner = int(np.nanargmax(reached))
            if winner != leader and reached[winner] > reached[leader]:
                return at, winner
    return None


def _is_enough_known(scores: Floats, weights: Sequence[float], position: int, share: float) -> bool:
    """Whether every option is known well enough at that share of one weight; then it is at all shares up to it."""
    return bool(np.all(shares_known(scores, with_share(weights, position, min(1.0, max(0.0, share)))) >= ENOUGH))


def _crossings(scores: Floats, weights: Sequence[float], position: int, one: int, other: int) -> Iterator[float]:
    """The shares of one weight, within 0 to 1, at which two totals are equal."""
    (n0, n1), (d0, d1) = _ratio(scores[one], weights, position)
    (m0, m1), (e0, e1) = _ratio(scores[other], weights, position)
    constant = n0 * e0 - m0 * d0
    slope = n0 * e1 + n1 * e0 - m0 * d1 - m1 * d0
    square = n1 * e1 - m1 * d1
    yield from (root for root in _roots(square, slope, constant) if 0 <= root <= 1)


def _ratio(scores: Floats, weights: Sequence[float], position: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """A total as (a + b v) / (c + d v) of the share v of one weight, the others keeping their proportions."""
    rest = np.array(with_share(weights, position, 0.0))
    known = np.where(np.isnan(scores), 0.0, rest)
    summed, of_known = float((known * np.nan_to_num(scores)).sum()), float(known.sum())
    if np.isnan(scores[position]):
        return (summed, 0.0), (of_known, 0.0)
    whole = 1.0 if abs(of_known - 1) < 1e-12 else of_known
    return (summed, float(scores[position]) - summed), (whole, 1 - whole)


def _roots(square: float, slope: float, constant: float) -> tuple[float, ...]:
    if abs(square) < 1e-12 * max(abs(slope), abs(constant), 1.0):
        return (-constant / slope,) if abs(slope) > 1e-12 else ()
    inner = slope * slope - 4 * square * constant
    if inner < 0:
        return ()
    far = -(slope + (sqrt(inner) if slope >= 0 else -sqrt(inner))) / 2
    return (far / square, constant / far) if far else (0.0,)


def _sentence(compared: Comparison, found: list[Flip]) -> str:
    if compared.n < 2:
        return ""
    if len(compared.leaders) > 1:
        return "They're level, so any change decides."
    if found:
        return found[0].sentence
    leader = compared.leaders[0].label
    if any(one.share_known <= ALL for one in compared.ranked_options if one.rank):
        return f"{leader} stays first, whichever one you weigh more or less, as far as enough is known."
    return f"{leader} stays first, whichever one you weigh more or less."
