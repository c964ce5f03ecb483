"""What would come first if one criterion counted more or less: a trial that changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.decide.comparison import Comparison, comparison
from lib.decide.figures import points
from lib.decide.options import Option, opening
from lib.decide.weighted_sum import with_share
from lib.english import listed, paragraph
from lib.records.criterion import Criterion

TITLE = "Try different weights"


@dataclass(frozen=True)
class WhatIf:
    """The comparison with one weight moved to ``share``, 0 to 1, the others keeping their proportions.

    ``n`` counts the options with a rank.
    """

    n: int
    criterion: Criterion
    share: float
    comparison: Comparison
    sentence: str


def can_move(compared: Comparison, criterion_id: str) -> bool:
    """Whether the weight of that criterion can be moved: the others weigh something, and so have proportions."""
    return any(row.criterion.id != criterion_id and row.mine > 0 for row in compared.weights.rows)


def what_if(compared: Comparison, criterion_id: str, share: float) -> WhatIf:
    """The order of the options with a rank if a criterion weighed ``share`` of the whole.

    An option with too little known by those weights has no rank there, as the sentence explains. Raises ValueError if
    the share is not within 0 and 1, the criterion is not weighed, or the others weigh nothing.
    """
    if not 0 <= share <= 1:
        raise ValueError("a share lies between 0 and 1")
    places = [at for at, row in enumerate(compared.weights.rows) if row.criterion.id == criterion_id]
    if not places:
        raise ValueError("that criterion is not weighed")
    criterion = compared.weights.rows[places[0]].criterion
    shares = with_share(compared.weights.mine, places[0], share)
    rows = tuple(replace(row, mine=part) for row, part in zip(compared.weights.rows, shares, strict=True))
    looked = comparison(compared.comparable_options, replace(compared.weights, rows=rows))
    return WhatIf(
        n=looked.n,
        criterion=criterion,
        share=share,
        comparison=looked,
        sentence=_sentence(compared, looked),
    )


def swings_for(shares: Sequence[float]) -> tuple[int, ...]:
    """The whole swings, 0 to 100, that come closest to these weights; the weightiest criterion has 100."""
    most = max(shares, default=0.0)
    return tuple(round(100 * share / most) if most > 0 else 0 for share in shares)


def _ids(options: Sequence[Option]) -> frozenset[str]:
    return frozenset(option.id for option in options)


def _sentence(compared: Comparison, looked: Comparison) -> str:
    if not looked.leaders:
        return "Then too little is known of every offer."
    placed = [one for one in looked.ranked_options if one.rank is not None]
    numbers = [points(one.total or 0) for one in placed]
    early = [one.option.name for one in looked.ranked_options if one.rank is None]
    return paragraph(
        f"{_leader_sentence(compared, looked)}: {numbers[0]} each." if len(looked.leaders) == len(placed) > 1 else "",
        f"{_leader_sentence(compared, looked)}: {listed(numbers)}." if len(looked.leaders) < len(placed) else "",
        f"{_leader_sentence(compared, looked)}." if len(placed) == 1 else "",
        f"Then too little is known of {listed(early)}." if early else "",
    )


def _leader_sentence(compared: Comparison, looked: Comparison) -> str:
    names = opening(listed([option.name for option in looked.leaders]))
    if len(looked.leaders) > 1:
        return f"{names} would be level"
    return f"{names} stays first" if _ids(looked.leaders) == _ids(compared.leaders) else f"{names} would come first"
