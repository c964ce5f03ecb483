"""How sure the answer is: too early, too close to call, ahead or clear. A comparison and one job's fit both use it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final, Literal

import numpy as np

from lib.decide.figures import points, points_apart
from lib.decide.options import Option, opening
from lib.decide.scores import Score
from lib.english import counted, listed, percent, said

ENOUGH: Final = 0.7
"""From this share of the weight on there is a fit number and a verdict."""
TERMS_ENOUGH: Final = 0.5
"""An offer of whose terms less than this share is known is too early to judge, however well it is scored."""
CLEAR: Final = 0.9
AHEAD: Final = 0.6
"""The shares of first places from which the leader is clear, or ahead."""

Level = Literal["nothing", "too_early", "close", "ahead", "clear", "scored"]
"""``scored`` is one job whose number may be said; ``nothing`` leaves nothing to judge."""

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Verdict:
    """How sure the answer is, and the one sentence that says it."""

    level: Level
    sentence: str


@dataclass(frozen=True)
class Known:
    """How many of the criteria are scored, and the ``share`` of the weight, 0 to 1, that these have."""

    scored: int
    of: int
    share: float

    @property
    def is_enough(self) -> bool:
        """Whether a number may be said."""
        return self.share >= ENOUGH - _ROUNDING

    @property
    def words(self) -> str:
        """'3 of 9 criteria scored', with the share of the weight where the count alone would read as enough."""
        count = f"{self.scored} of {counted(self.of, 'criterion', 'criteria')} scored"
        if self.is_enough or self.scored < ENOUGH * self.of:
            return count
        whole = floor(self.share * 100) / 100
        return f"{count}, {percent(whole or self.share)} of the weight"


@dataclass(frozen=True)
class Candidate:
    """One option that can be taken: its total, 0 to 100 or None, what is known of it, and its share of first places."""

    option: Option
    total: float | None
    known: Known
    first: float = 0.0


def known_of(scores: Sequence[Score], share: float) -> Known:
    """What is known of a job that has these scores, ``share`` of the weight."""
    return Known(sum(one.value is not None for one in scores), len(scores), share)


def verdict_of_fit(known: Known, total: float) -> Verdict:
    """One job's verdict; ``total`` may be nan where nothing that weighs is scored."""
    if not known.of:
        return Verdict("nothing", "There is no criterion to weigh it by yet.")
    if not known.scored:
        return Verdict("nothing", "Not scored yet.")
    if not known.is_enough or np.isnan(total):
        return Verdict("too_early", f"Too early: {known.words}.")
    part = "" if known.scored == known.of else f" ({known.words})"
    return Verdict("scored", f"Comes to {points(total)} of 100{part}.")


def verdict_of_all(candidates: Sequence[Candidate]) -> Verdict:
    """The verdict over the options that can be taken, in their order by total; a present job without scores is left
    out.
    """
    rated = [one for one in candidates if one.option.is_offer or one.known.scored]
    if not any(one.known.scored for one in rated):
        return Verdict("nothing", "Nothing to compare yet: no option is scored.")
    if early := [one for one in rated if not one.known.is_enough]:
        gaps = listed([f"{one.known.words} at {one.option.name}" for one in early])
        return Verdict("too_early", f"Too early: {gaps}.")
    if vague := [one.option for one in rated if one.option.terms_known < TERMS_ENOUGH * one.option.terms_asked]:
        return Verdict("too_early", f"Too early: {_open(vague)}")
    if len(rated) < 2:
        return Verdict("nothing", said("There is only one option to weigh.", _open([rated[0].option])))
    level, words = _level(rated)
    return Verdict(level, said(words, _open([one.option for one in rated]), _must_haves(rated[0].option)))


def _level(rated: Sequence[Candidate]) -> tuple[Level, str]:
    first, second = rated[0], rated[1]
    numbers = listed(points_apart([first.total or 0.0, second.total or 0.0]))
    if first.total == second.total or first.first < AHEAD:
        return "close", f"Too close to call: {numbers}."
    if first.first < CLEAR:
        return "ahead", f"{first.option.label} is ahead: {numbers}."
    return "clear", f"{first.option.label} is clearly first: {numbers}."


def _open(options: Iterable[Option]) -> str:
    """Which terms are open, as a sentence; empty where none is."""
    gaps = [one for one in options if one.terms_known < one.terms_asked]
    if not gaps:
        return ""
    parts = [f"{one.terms_asked - one.terms_known} of {counted(one.terms_asked, 'term')} at {one.name}" for one in gaps]
    verb = "is" if len(gaps) == 1 and gaps[0].terms_asked - gaps[0].terms_known == 1 else "are"
    return f"{opening(listed(parts))} {verb} open: ask first."


def _must_haves(leader: Option) -> str:
    unknown = [one.criterion.name for one in leader.must_haves if one.state == "unknown"]
    if not unknown:
        return ""
    what = "a must-have" if len(unknown) == 1 else "your must-haves"
    return f"Not known yet whether {leader.name} has {what}: {listed(unknown)}."
