"""How often each option comes first when weights and scores are shaken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from lib.decide.comparison import Comparison
from lib.decide.figures import percent
from lib.decide.options import Option
from lib.decide.scores import MIDDLE, UNKNOWN_SPREAD
from lib.decide.weighted_sum import Floats, score_table, spread_table
from lib.insight.result import Table
from lib.insight.wording import listed

TITLE = "How sure is that?"
DRAWS = 4000
"""So many shaken copies put a share within about .016 of what endless ones would say, 19 times in 20."""
CONCENTRATION = 3.0
"""How closely the shaken weights keep to the stated ones, for each criterion but one: weights judged off by a factor
e^(+-.5) are shaken as far as they may be off (measured in docs/benchmarks/deciding.md)."""
CLEAR, CLOSE = 0.9, 0.6


@dataclass(frozen=True)
class Share:
    """How often an option comes first, 0 to 1."""

    option: Option
    first: float


@dataclass(frozen=True)
class Stability:
    """The shares of all options that can be chosen, in their order; they add up to 1. ``n`` counts the options."""

    title: str
    n: int
    shares: tuple[Share, ...]
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
    if len(placed) < 2:
        shares = tuple(Share(option, 1.0) for option in placed)
    else:
        scores = score_table([option.scores for option in placed])
        spreads = spread_table([option.scores for option in placed])
        first = first_shares(scores, spreads, compared.weights.mine, random, draws)
        shares = tuple(Share(option, float(share)) for option, share in zip(placed, first, strict=True))
    return Stability(TITLE, len(placed), shares, _sentence(compared, shares), _table(shares))


def first_shares(
    scores: Floats, spreads: Floats, weights: Sequence[float] | Floats, random: np.random.Generator, draws: int = DRAWS
) -> Floats:
    """How often each row of scores has the largest total, 0 to 1.

    What a score may truly be lies between what was said and the middle of the scale, the nearer to the middle the less
    sure it is (normal prior over the scale, Gelman and others 2013, section 2.5); what is not known may lie anywhere.
    The noise of a weighted sum of normal errors is itself normal, so each total is shaken once and not each score.
    """
    shaken = shaken_weights(np.asarray(weights, dtype=np.float64), random, draws)
    trust = np.where(np.isnan(scores), 0.0, UNKNOWN_SPREAD**2 / (UNKNOWN_SPREAD**2 + spreads**2))
    expected = MIDDLE + trust * (np.nan_to_num(scores, nan=MIDDLE) - MIDDLE)
    left = (1 - trust) * UNKNOWN_SPREAD**2
    noise = np.sqrt(shaken**2 @ left.T) * random.standard_normal((draws, len(scores)))
    return np.bincount(np.argmax(shaken @ expected.T + noise, axis=1), minlength=len(scores)) / draws


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


def _sentence(compared: Comparison, shares: tuple[Share, ...]) -> str:
    if not shares:
        return "There is nothing to weigh yet."
    if len(shares) == 1:
        return "With one option to weigh there is nothing that could come first instead."
    ordered = sorted(shares, key=lambda share: -share.first)
    counts = listed([f"{share.option.name} in {percent(share.first)}" for share in ordered])
    return (
        f"{_verdict(compared, shares)} With your weights and scores shaken as far as such judgements are usually off, "
        f"this comes first: {counts}."
    )


def _verdict(compared: Comparison, shares: tuple[Share, ...]) -> str:
    if len(compared.leaders) > 1:
        return "They are too close to call."
    leader = compared.leaders[0]
    share = next(one.first for one in shares if one.option is leader)
    name = leader.label
    often = max(shares, key=lambda one: one.first)
    if often.first > share:
        return f"{name} leads by what is known, but too little of it is: {often.option.name} comes first more often."
    if share >= CLEAR:
        return f"{name} stays first almost whatever happens."
    if share >= CLOSE:
        return f"{name} is ahead, not beyond doubt."
    return f"{name} is ahead by too little to rely on."


def _table(shares: tuple[Share, ...]) -> Table:
    return Table(("Option", "Comes first"), tuple((share.option.label, percent(share.first)) for share in shares))
