"""How often each option comes first when weights and scores vary at random together, and how well that separates
them."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import numpy as np

from lib.decide.comparison import Comparison
from lib.decide.figures import points
from lib.decide.options import Option
from lib.decide.scores import MIDDLE, UNKNOWN_SPREAD
from lib.decide.verdict import CLEAR, Candidate, Level, Verdict, verdict_of_all
from lib.decide.weighted_sum import Floats, score_table, spread_table

DRAWS = 4000
"""With this many draws a share is within .016 of its limit, 19 times in 20."""
CONCENTRATION = 3.0
"""The concentration of drawn weights around the stated ones, per criterion but one: for weights judged off by a factor
e^(+-.5) the draws spread as far (measured in docs/benchmarks/deciding.md)."""


PRIOR_COUNT = 0.5
"""Added to each option's count of first places (Jeffreys), so that none is certain."""
OUT = 1000.0
"""The penalty in a draw that misses a must-have: more than any total has."""

_RANKED: Final[tuple[Level, ...]] = ("close", "ahead", "clear")
_LEAST = 2.0
"""The least that two ranges that overlap reach towards each other, in points of 100, so that both are seen."""
_APART = 0.9
"""The most of the way between two totals that ranges which don't overlap may fill."""


@dataclass(frozen=True)
class FirstRankShare:
    """How often an option comes first, 0 to 1."""

    option: Option
    first: float


@dataclass(frozen=True)
class Range:
    """Where an option's total likely is, 0 to 100, as far as it matters against the leader's."""

    option: Option
    low: float
    total: float
    high: float

    def overlaps(self, other: "Range") -> bool:
        """Whether the two have a part in common: then either may turn out better."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class Stability:
    """The verdict, and the shares and ranges of all options that can be weighed, in their order; shares add up to 1.

    Without two options, or where it is too early, there are no ranges; if it is too early there are no shares either: a
    number would be made up.
    """

    shares: tuple[FirstRankShare, ...]
    ranges: tuple[Range, ...]
    verdict: Verdict

    def of(self, option_id: str) -> float:
        """The share of an option, 0 if it cannot be chosen."""
        return next((share.first for share in self.shares if share.option.id == option_id), 0.0)


def stability(compared: Comparison, random: np.random.Generator, draws: int = DRAWS) -> Stability:
    """Shake the weights (Dirichlet) and the scores (normal, by how sure each is) together, and count who comes first.

    With the weights alone the share would be overstated. Seed the generator by the content (``seed_of``), so that the
    same data give the same result.
    """
    placed = compared.comparable_options
    reached = np.zeros((draws, len(placed)))
    if len(placed) > 1:
        scores, spreads = (table([option.scores for option in placed]) for table in (score_table, spread_table))
        reached = sampled_totals(scores, spreads, compared.weights.mine, random, draws, must_have_thresholds(placed))
    first = first_shares(reached) if len(placed) > 1 else np.ones(len(placed))
    shares = tuple(FirstRankShare(option, float(share)) for option, share in zip(placed, first, strict=True))
    of = {share.option.id: share.first for share in shares}
    verdict = verdict_of_all(
        [
            Candidate(one.option, one.total, one.coverage, of.get(one.option.id, 0.0))
            for one in compared.eligible_options
        ],
        [one.option for one in compared.ranked_options if one.option.missed],
    )
    if verdict.level == "too_early":
        return Stability((), (), verdict)
    return Stability(shares, _ranges(compared, reached, verdict.level), verdict)


def sampled_totals(
    scores: Floats,
    spreads: Floats,
    weights: Sequence[float] | Floats,
    random: np.random.Generator,
    draws: int,
    thresholds: Sequence[float] | Floats | None = None,
) -> Floats:
    """The total of each option (a column) in each draw (a row). ``thresholds`` is the most that an unknown must-have of
    each asks for.

    The true score is between the given one and the middle of the scale, nearer to the middle the less sure it is
    (normal prior over the scale, Gelman and others 2013, section 2.5). The noise of a weighted sum of normal errors is
    itself normal, so one draw per total is enough.

    What is not known of an option is drawn from the whole scale, one level for all of it: its unknown sides may be good
    or bad together. If that level is below ``thresholds``, the option is out of that draw.
    """
    shaken = sampled_weights(np.asarray(weights, dtype=np.float64), random, draws)
    unknown = np.isnan(scores)
    trust = np.where(unknown, 0.0, UNKNOWN_SPREAD**2 / (UNKNOWN_SPREAD**2 + spreads**2))
    expected = np.where(unknown, 0.0, MIDDLE + trust * (np.nan_to_num(scores) - MIDDLE))
    left = np.where(unknown, 0.0, (1 - trust) * UNKNOWN_SPREAD**2)
    noise = np.sqrt(_sums(shaken**2, left)) * random.standard_normal((draws, len(scores)))
    reached = _sums(shaken, expected) + noise
    if unknown.any():
        levels = random.uniform(0, 100, (draws, len(scores)))
        reached += _sums(shaken, unknown.astype(np.float64)) * levels
        reached -= OUT * (levels < (np.zeros(len(scores)) if thresholds is None else np.asarray(thresholds)))
    return reached


def first_shares(totals: Floats) -> Floats:
    """How often each option has the largest total, above 0 and below 1: no number of copies shows that it never or
    always happens."""
    draws, options = totals.shape
    counts = np.bincount(np.argmax(totals, axis=1), minlength=options)
    shares: Floats = (counts.astype(np.float64) + PRIOR_COUNT) / (draws + PRIOR_COUNT * options)
    return shares


def _ranges(compared: Comparison, totals: Floats, level: Level) -> tuple[Range, ...]:
    """The ranges by which the leader and each other option overlap, unless the leader is the better one at least as
    often as a clear leader comes first: made for comparing (as in Goldstein and Healy 1995), so each is narrower than
    what is known of an option by itself.
    """
    if level not in _RANKED:
        return ()
    placed = [one for one in compared.ranked_options if one.rank is not None]
    total = [one.total or 0.0 for one in placed]
    ahead = totals[:, :1] - totals[:, 1:]
    better = ((ahead > 0).sum(axis=0) + PRIOR_COUNT) / (len(ahead) + 2 * PRIOR_COUNT)
    apart = better >= CLEAR
    if level == "close":
        apart[np.argmin(better)] = False
    apart &= [points(one) != points(total[0]) for one in total[1:]]
    gaps = total[0] - np.array(total[1:])
    reach = gaps - np.quantile(ahead, 1 - CLEAR, axis=0)
    reach = np.where(apart, np.clip(reach, gaps / 2, gaps * _APART), np.maximum(reach, np.maximum(gaps, _LEAST)))
    own = float(reach.min()) / 2
    halves = [own, *(float(one) - own for one in reach)]
    return tuple(
        Range(one.option, max(0.0, middle - half), middle, min(100.0, middle + half))
        for one, middle, half in zip(placed, total, halves, strict=True)
    )


def _sums(weights: Floats, scores: Floats) -> Floats:
    """The weighted sum of each option by each copy of the weights.

    By einsum: with matrices this small, the threads of a matrix product wait for each other on a busy machine.
    """
    sums: Floats = np.einsum("dc,oc->do", weights, scores)
    return sums


def must_have_thresholds(options: Sequence[Option]) -> list[float]:
    """The most that an unknown must-have of each option asks for, 0 if it has none."""
    unknown = ([one.least for one in option.must_haves if one.state == "unknown"] for option in options)
    return [float(max(asked, default=0)) for asked in unknown]


def sampled_weights(weights: Floats, random: np.random.Generator, draws: int) -> Floats:
    """Copies of the weights from a Dirichlet distribution around them, one row a copy; what weighs nothing stays so."""
    parts = weights / weights.sum()
    concentration = CONCENTRATION * max(1, int(np.count_nonzero(parts)) - 1)
    drawn: Floats = random.standard_gamma(concentration * parts, size=(draws, len(parts)))
    whole: Floats = drawn / drawn.sum(axis=1, keepdims=True)
    return whole


def seed_of(*content: object) -> int:
    """A seed that follows from what is shown alone: the same rows, the same seed, on every machine."""
    return int.from_bytes(sha256(repr(content).encode("utf-8", "backslashreplace")).digest()[:8], "big")
