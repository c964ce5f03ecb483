"""Offers and my current job side by side: who leads, by what, and who is beaten in everything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from lib.decide.figures import CalculationLine
from lib.decide.options import Option
from lib.decide.verdict import CriterionCoverage, coverage_of
from lib.decide.weighted_sum import (
    TIE,
    Floats,
    contribution_lines,
    score_table,
    shares_known,
    totals,
    without_values,
)
from lib.decide.weights import CriterionWeights
from lib.english import counted, listed, paragraph
from lib.insight.result import Cell, ResultTable


@dataclass(frozen=True)
class RankedOption:
    """One option's place. ``total`` is 0 to 100 over what is known, None if that is too little.

    ``rank`` counts from 1 and level options share it; it is None for one that misses a must-have or has no total.
    ``lines`` add up to the total. ``dominated_by`` are the options that are as good in everything and better in
    something."""

    option: Option
    total: float | None
    rank: int | None
    share_known: float
    lines: tuple[CalculationLine, ...]
    dominated_by: tuple[Option, ...]

    @property
    def coverage(self) -> CriterionCoverage:
        """What is known of it."""
        return coverage_of(self.option.scores, self.share_known)


@dataclass(frozen=True)
class Comparison:
    """All options, the leading first, those without a rank last. ``n`` counts those with a rank.

    ``leaders`` is one option, several if they are level, or none. ``sentence`` names the option that is beaten in
    everything, or is empty. ``contributions`` is the table of what each criterion adds to each option.
    """

    n: int
    weights: CriterionWeights
    ranked_options: tuple[RankedOption, ...]
    sentence: str
    contributions: ResultTable

    @property
    def leaders(self) -> tuple[Option, ...]:
        """The option in the first place, or the options that share it."""
        return tuple(standing.option for standing in self.ranked_options if standing.rank == 1)

    @property
    def comparable_options(self) -> tuple[Option, ...]:
        """The options that can be weighed: they miss no must-have, and enough is known of them."""
        return tuple(standing.option for standing in self.ranked_options if standing.rank is not None)

    @property
    def eligible_options(self) -> tuple[RankedOption, ...]:
        """All that miss no must-have, whether or not enough is known of them."""
        return tuple(standing for standing in self.ranked_options if not standing.option.missed)


def comparison(options: Sequence[Option], by: CriterionWeights) -> Comparison:
    """Compare the options by the weighted sum on fixed anchors, must-haves first.

    An option's total does not depend on what other options there are.
    """
    standings = _rank([_ranked_option(option, by) for option in options])
    standings = tuple(replace(one, dominated_by=_dominating(one, standings)) for one in standings)
    return Comparison(
        n=sum(one.rank is not None for one in standings),
        weights=by,
        ranked_options=standings,
        sentence=_dominated_sentence(standings),
        contributions=_contributions(standings, by),
    )


def _ranked_option(option: Option, by: CriterionWeights) -> RankedOption:
    scores = score_table([option.scores])
    total, share = float(totals(scores, by.mine)[0]), float(shares_known(scores, by.mine)[0])
    lines = contribution_lines(option.scores, by.mine)
    if np.isnan(total) or not coverage_of(option.scores, share).is_enough:
        return RankedOption(option, None, None, share, without_values(lines), ())
    return RankedOption(option, total, None, share, lines, ())


def _rank(standings: list[RankedOption]) -> tuple[RankedOption, ...]:
    """The leading first, each with its rank; then what misses a must-have, then what is not scored."""
    able = sorted((one for one in standings if _is_eligible(one)), key=lambda one: -(one.total or 0))
    places: list[RankedOption] = []
    for number, one in enumerate(able, start=1):
        before = places[-1] if places else None
        is_level = before is not None and abs((before.total or 0) - (one.total or 0)) < TIE
        places.append(replace(one, rank=before.rank if before and is_level else number))
    rest = [one for one in standings if not _is_eligible(one)]
    return (*places, *sorted(rest, key=lambda one: one.total is None))


def _is_eligible(standing: RankedOption) -> bool:
    return standing.total is not None and not standing.option.missed


def _dominating(standing: RankedOption, standings: tuple[RankedOption, ...]) -> tuple[Option, ...]:
    if standing.rank is None:
        return ()
    own = score_table([standing.option.scores])[0]
    others = [other.option for other in standings if other.rank is not None and other is not standing]
    return tuple(other for other in others if dominates(score_table([other.scores])[0], own))


def dominates(one: Floats, other: Floats) -> bool:
    """Whether the first is known to be as good in everything and better in something."""
    return bool(np.all(one >= other) and np.any(one > other))


def _dominated_sentence(standings: tuple[RankedOption, ...]) -> str:
    dominated = ((one.option.label, [option.name for option in one.dominated_by]) for one in standings)
    return paragraph(*(f"{name} scores no better than {listed(by)} on anything." for name, by in dominated if by))


def _contributions(standings: tuple[RankedOption, ...], by: CriterionWeights) -> ResultTable:
    def row(position: int) -> tuple[Cell, ...]:
        values = (one.lines[position].value for one in standings)
        weight = by.rows[position]
        return (weight.criterion.name, round(weight.mine, 3), *(v if v is None else round(v, 1) for v in values))

    names = tuple(one.option.label for one in standings)
    sums = (one.total if one.total is None else round(one.total, 1) for one in standings)
    rows = tuple(row(position) for position in range(len(by.rows)))
    whole = f"Total of {counted(len(by.rows), 'criterion', 'criteria')}"
    return ResultTable(("Criterion", "Weight", *names), (*rows, (whole, 1.0 if rows else 0.0, *sums)))
