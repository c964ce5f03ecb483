"""Am I getting better? Two witnesses: my ratings, one dot an interview, and the outcomes of both halves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.english import counted, paragraph
from lib.insight.hindsight import from_memory
from lib.insight.overview.dots import MOST, InterviewDot, Month, months
from lib.insight.overview.numbers import MyRating, my_rating
from lib.insight.scores import mean
from lib.insight.skills.changes import SkillChanges
from lib.insight.skills.sentences import checked_sentence, no_clear_pattern
from lib.insight.state import Conclusion, FindingState, too_early_sentence
from lib.insight.wording import rating

TITLE = "Am I getting better?"
LEVEL_FROM = 5
"""From this many ratings on there is a line at their average."""
HALVES_FROM = 12
"""From this many answers on the outcomes of the two halves are shown."""
MOST_EACH = 8
LEAST_OF_TYPE = 3


@dataclass(frozen=True)
class Ends:
    """My first ratings against my latest, ``k`` of each; the middle is left out."""

    k: int
    first: float
    latest: float

    @property
    def sentence(self) -> str:
        """'First 3.0, latest 3.5.', or of several each 'Your first 2 rated 3.0, your latest 2 rated 3.5.'"""
        if self.k > 1:
            return f"Your first {self.k} rated {rating(self.first)}, your latest {self.k} rated {rating(self.latest)}."
        return f"First {rating(self.first)}, latest {rating(self.latest)}."


@dataclass(frozen=True)
class Slope:
    """The line of a check over its interviews: the ``level`` in the middle, 1 to 5, and the ``change`` from end to end.

    The change is likely between ``low`` and ``high``, in points of the scale.
    """

    state: FindingState
    interview_ids: tuple[str, ...]
    level: float
    change: float
    low: float
    high: float


@dataclass(frozen=True)
class Halves:
    """How many moved on of those answered, in the first and the second half of the interviews with an answer."""

    first: tuple[int, int]
    second: tuple[int, int]

    def sentence(self, change: float = 0.0) -> str:
        """'Moved on: 9 of 16, then 13 of 17.'

        It mentions where the ratings clearly took a ``change`` and the outcomes went the other way.
        """
        first, second = (f"{yes} of {n}" for yes, n in (self.first, self.second))
        more = self.second[0] / self.second[1] - self.first[0] / self.first[1]
        if change * more < 0:
            return f"But {'more' if more > 0 else 'fewer'} moved on: {first}, then {second}."
        return f"Moved on: {first}, then {second}."


@dataclass(frozen=True)
class GettingBetter:
    """The two witnesses. ``dots`` are the rated interviews, ``months`` what came before the last 400 of them.

    ``level`` is the average, None under five ratings; ``slope`` is None if no check found one. ``only`` names the one
    type of interview that is looked at, and is empty for all: checks are made on all types alone.
    """

    dots: tuple[InterviewDot, ...]
    months: tuple[Month, ...]
    mine: MyRating
    level: float | None
    ends: Ends | None
    slope: Slope | None
    halves: Halves | None
    conclusion: Conclusion

    @property
    def title(self) -> str:
        """The question."""
        return TITLE

    @property
    def outcomes(self) -> str:
        """The sentence on outcomes; empty if there are too few."""
        sure = self.slope.change if self.slope and self.slope.state == "likely_real" else 0.0
        return self.halves.sentence(sure) if self.halves else ""

    @property
    def n(self) -> int:
        """How many interviews are rated."""
        return len(self.dots) + sum(month.n for month in self.months)


def getting_better(dots: Sequence[InterviewDot], changes: SkillChanges, is_strong: bool = True) -> GettingBetter:
    """The ratings and outcomes of one search, with the check of the mean over all skills.

    What could be chance is told as such only if it ``is_strong``; else there's no clear pattern.
    """
    conclusion = changes.overall.conclusion
    is_quiet = conclusion.state == "could_be_chance" and not is_strong
    found = _without_check(dots, _quiet(changes) if is_quiet else conclusion)
    return replace(found, conclusion=_conclusion(found), slope=None if is_quiet else _slope(changes))


def _quiet(changes: SkillChanges) -> Conclusion:
    overall, next_at = changes.overall, changes.next_at
    conclusion = no_clear_pattern("", overall.n, overall.smallest or 0.0, next_at)
    return replace(conclusion, sure=paragraph(conclusion.sure, checked_sentence(changes.n, changes.rated, next_at)))


def of_one_type(dots: Sequence[InterviewDot], changes: SkillChanges) -> GettingBetter | None:
    """The same for the type of interview that was rated most often, without a check; None if it adds nothing.

    Later rounds are rated differently, so a search that comes further looks like a change.
    """
    stages = Counter(dot.stage for dot in dots if dot.rating is not None)
    if len(stages) < 2 or max(stages.values()) < LEAST_OF_TYPE:
        return None
    (stage, _), *_ = stages.most_common(1)
    own = [dot for dot in dots if dot.stage == stage]
    found = _without_check(own, changes.overall.conclusion)
    name = own[-1].type
    headline = f"{name}: {counted(found.n, 'interview')}. Checks use all types."
    return replace(
        found, conclusion=Conclusion(changes.overall.conclusion.state, headline, changes.overall.conclusion.sure)
    )


def _without_check(dots: Sequence[InterviewDot], conclusion: Conclusion) -> GettingBetter:
    rated = [dot for dot in dots if dot.rating is not None]
    mine = my_rating(rated)
    return GettingBetter(
        dots=tuple(rated[-MOST:]),
        months=months(rated[:-MOST]),
        mine=mine,
        level=mine.average if mine.n >= LEVEL_FROM else None,
        ends=_ends(rated),
        slope=None,
        halves=_halves(dots),
        conclusion=conclusion,
    )


def _conclusion(found: GettingBetter) -> Conclusion:
    conclusion = found.conclusion
    if found.mine.average is not None and not found.mine.n:
        return replace(conclusion, headline=from_memory(rating(found.mine.average)))
    if conclusion.state == "too_early" and found.ends:
        early = too_early_sentence(conclusion.have, conclusion.need, "ratings needed")
        return replace(conclusion, headline=f"{found.ends.sentence} {early}")
    if not found.ends:
        return conclusion
    k = found.ends.k
    both = f"Your first {k} rated: {rating(found.ends.first)}. Your latest {k}: {rating(found.ends.latest)}."
    return replace(
        conclusion,
        sure=paragraph(conclusion.sure, both, "Gaps like this are in nearly every search, with or without a change."),
    )


def _ends(rated: Sequence[InterviewDot]) -> Ends | None:
    counting = [dot.rating for dot in rated if dot.counts and dot.rating is not None]
    k = min(MOST_EACH, len(counting) // 2)
    return Ends(k, mean(counting[:k]), mean(counting[-k:])) if len(counting) >= 3 else None


def _halves(dots: Sequence[InterviewDot]) -> Halves | None:
    yes = [dot.mark == "moved_on" for dot in dots if dot.mark != "open"]
    half = len(yes) // 2
    if len(yes) < HALVES_FROM:
        return None
    return Halves((sum(yes[:half]), half), (sum(yes[half:]), len(yes) - half))


def _slope(changes: SkillChanges) -> Slope | None:
    overall = changes.overall
    state = overall.conclusion.state
    if state not in ("likely_real", "could_be_chance") or overall.change is None or overall.level is None:
        return None
    return Slope(state, overall.interview_ids, overall.level, overall.change, overall.low or 0.0, overall.high or 0.0)
