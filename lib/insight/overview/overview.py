"""The first screen of Progress as one value, made from the workbook alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.insight.outcome_factors.checks import OutcomeFactors
from lib.insight.overview.asked_often import AskedOften, hardest_first
from lib.insight.overview.dots import InterviewDot, all_dots
from lib.insight.overview.first_evenings import FirstEvenings, first_evenings
from lib.insight.overview.getting_better import GettingBetter, getting_better, of_one_type
from lib.insight.overview.numbers import Numbers, numbers
from lib.insight.overview.standing_out import STRENGTH, StandsOut, stands_out
from lib.insight.skills.changes import SkillChanges
from lib.insight.words.themes import Themes
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class Overview:
    """The first screen. ``evenings`` holds what up to five interviews show, and is None from six on.

    ``one_type`` is ``better`` of the commonest type of interview, and None if there is only one. ``hard`` are the hard
    questions, the hardest first.
    """

    dots: tuple[InterviewDot, ...]
    numbers: Numbers
    better: GettingBetter
    one_type: GettingBetter | None
    stands_out: StandsOut
    evenings: FirstEvenings | None
    hard: tuple[AskedOften, ...]

    @property
    def n(self) -> int:
        """How many interviews were debriefed."""
        return len(self.dots)


def overview(
    workbook: Workbook,
    today: date,
    changes: SkillChanges,
    separators: OutcomeFactors,
    asked: Sequence[AskedOften],
    words: Themes | None,
) -> Overview:
    """The first screen for one search, with the results of its checks.

    At most one thing on the screen could be chance: the strongest.
    """
    dots = all_dots(workbook)
    out = stands_out(separators, changes)
    strength = changes.overall.strength or 0.0
    is_strong = strength >= max(STRENGTH, out.strength)
    better = getting_better(dots, changes, is_strong)
    if better.conclusion.state == "could_be_chance":
        out = stands_out(separators, changes, above=strength)
    return Overview(
        dots=dots,
        numbers=numbers(workbook, dots),
        better=better,
        one_type=of_one_type(dots, changes),
        stands_out=out,
        evenings=first_evenings(workbook, dots, asked, today, words),
        hard=hardest_first(asked),
    )
