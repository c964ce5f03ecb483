"""How often each option comes first when weights and scores are shaken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from lib.decide.comparison import Comparison
from lib.decide.options import Option
from lib.decide.scores import MIDDLE, UNKNOWN_SPREAD
from lib.decide.verdict import Candidate, Verdict, verdict_of_all
from lib.decide.weighted_sum import Floats, score_table, spread_table
from lib.english import listed, percent
from lib.insight.result import Table

TITLE = "How sure is that?"
DRAWS = 4000
"""So many shaken copies put a share within about .016 of what endless ones would say, 19 times in 20."""
CONCENTRATION = 3.0
"""How closely the shaken weights keep to the stated ones, for each criterion but one: weights judged off by a factor
e^(+-.5) are shaken as far as they may be off (measured in docs/benchmarks/deciding.md)."""


UNSEEN = 0.5
"""What an option is counted beyond the copies in which it came first (Jeffreys), so that none is said to be certain."""
OUT = 1000.0
"""What a draw in which a must-have is missed takes off a total: more than any total has."""


@dataclass(frozen=True)
class Share:
    """How often an option comes first, 0 to 1."""

    option: Option
    first: float


@dataclass(frozen=True)
class Stability:
    """The verdict, and the shares of all options that can be weighed, in their order; they add up to 1.

    ``n`` counts the options. Where it is too early there are no shares: a number would be made up.
    """

    title: str
    n: int
    shares: tuple[Share, ...]
    verdict: Verdict
    sentence: str
    table: Table

    def of(self, option_id: str) -> float:
        """The share of an option, 0 where it cannot be chosen."""
        return next((share.first for share in self.shares if share.option.id == option_id), 0.0)


def stability(compared: Comparison, random: np.random.Generator, draws: int = DRAWS) -> Stability:
    """Shake the weights (Dirichlet) and the scores (normal, by how sure each is) together, and count who comes first.

    With the weights alone the share would be overstated. Seed the generator by the content (``seed_of``), so that the
    same data say the same.
    """
    placed = compared.placed
    first: Sequence[float] | Floats = [1.0] * len(placed)
    if len(placed) > 1:
        scores, spreads = (table([option.scores for option in placed]) for table in (score_table, spread_table))
        first = first_shares(scores, spreads, compared.weights.mine, random, draws, _least(placed))
    shares = tuple(Share(option, float(share)) for option, share in zip(placed, first, strict=True))
    of = {share.option.id: share.first for share in shares}
    verdict = verdict_of_all(
        [Candidate(one.option, one.total, one.known, of.get(one.option.id, 0.0)) for one in compared.takeable]
    )
    if verdict.level == "too_early":
        shares = ()
    return Stability(TITLE, len(shares), shares, verdict, _sentence(shares, verdict), _table(shares))


def first_shares(
    scores: Floats,
    spreads: Floats,
    weights: Sequence[float] | Floats,
    random: np.random.Generator,
    draws: int = DRAWS,
    least: Sequence[float] | Floats | None = None,
) -> Floats:
    """How often each row of scores has the largest total, above 0 and below 1: no number of copies shows that it never
    or always happens.

    What a score may truly be lies between what was said and the middle of the scale, the nearer to the middle the less
    sure it is (normal prior over the scale, Gelman and others 2013, section 2.5). The noise of a weighted sum of normal
    errors is itself normal, so each total is shaken once and not each score.

    What is not known of an option is drawn from the whole scale, one level for all of it: its unknown sides may be
    good or bad together. Where that level is below ``least``, the most that an unknown must-have of it asks for, the
    option is out of that draw.
    """
    shaken = shaken_weights(np.asarray(weights, dtype=np.float64), random, draws)
    unknown = np.isnan(scores)
    trust = np.where(unknown, 0.0, UNKNOWN_SPREAD**2 / (UNKNOWN_SPREAD**2 + spreads**2))
    expected = np.where(unknown, 0.0, MIDDLE + trust * (np.nan_to_num(scores) - MIDDLE))
    left = np.where(unknown, 0.0, (1 - trust) * UNKNOWN_SPREAD**2)
    noise = np.sqrt(_sums(shaken**2, left)) * random.standard_normal((draws, len(scores)))
    reached = _sums(shaken, expected) + noise
    if unknown.any():
        levels = random.uniform(0, 100, (draws, len(scores)))
        reached += _sums(shaken, unknown.astype(np.float64)) * levels
        reached -= OUT * (levels < (np.zeros(len(scores)) if least is None else np.asarray(least)))
    counts = np.bincount(np.argmax(reached, axis=1), minlength=len(scores))
    shares: Floats = (counts.astype(np.float64) + UNSEEN) / (draws + UNSEEN * len(scores))
    return shares


def _sums(weights: Floats, scores: Floats) -> Floats:
    """The weighted sum of each option by each copy of the weights.

    By einsum: with matrices this small, the threads of a matrix product wait for each other on a busy machine.
    """
    sums: Floats = np.einsum("dc,oc->do", weights, scores)
    return sums


def _least(options: Sequence[Option]) -> list[float]:
    """The most that an unknown must-have of each option asks for, 0 where it has none."""
    unknown = ([one.least for one in option.must_haves if one.state == "unknown"] for option in options)
    return [float(max(asked, default=0)) for asked in unknown]


def shaken_weights(weights: Floats, random: np.random.Generator, draws: int) -> Floats:
    """Copies of the weights from a Dirichlet distribution around them, one row a copy; what weighs nothing stays so."""
    parts = weights / weights.sum()
    concentration = CONCENTRATION * max(1, int(np.count_nonzero(parts)) - 1)
    drawn: Floats = random.standard_gamma(concentration * parts, size=(draws, len(parts)))
    whole: Floats = drawn / drawn.sum(axis=1, keepdims=True)
    return whole


def seed_of(*content: object) -> int:
    """A seed that follows from what is shown alone: the same rows, the same seed, on every machine."""
    return int.from_bytes(sha256(repr(content).encode("utf-8", "backslashreplace")).digest()[:8], "big")


def _sentence(shares: tuple[Share, ...], verdict: Verdict) -> str:
    if len(shares) < 2:
        return verdict.sentence
    ordered = sorted(shares, key=lambda share: -share.first)
    counts = listed([f"{share.option.name} in {percent(share.first)}" for share in ordered])
    return f"With your weights and scores shaken as far as such judgements are usually off, this comes first: {counts}."


def _table(shares: tuple[Share, ...]) -> Table:
    return Table(("Option", "Comes first"), tuple((share.option.label, percent(share.first)) for share in shares))
