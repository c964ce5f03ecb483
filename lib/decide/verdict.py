"""How sure the answer is: too early, too close to call, ahead or clear. A comparison and one job's fit both use it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final, Literal

import numpy as np

from lib.decide.figures import points
from lib.decide.options import Option
from lib.decide.scores import CriterionScore
from lib.english import counted, listed, paragraph, percent, plural, sentence_case, spelled

ENOUGH: Final = 0.7
"""From this share of the weight on there is a fit number and a verdict."""
TERMS_ENOUGH: Final = 0.5
"""An offer of whose terms less than this share is known is too early to judge, however well it is scored."""
CLEAR: Final = 0.9
AHEAD: Final = 0.6
"""The lowest shares of first places for a clear leader, and for one ahead."""

Level = Literal["nothing", "too_early", "close", "ahead", "clear", "scored"]
"""``scored`` is one job whose number may be shown; ``nothing`` leaves nothing to judge."""

_ROUNDING = 1e-9


@dataclass(frozen=True)
class Verdict:
    """How sure the answer is, and the words for it."""

    level: Level
    sentence: str


@dataclass(frozen=True)
class CriterionCoverage:
    """How many of the criteria are scored, and the ``share`` of the weight, 0 to 1, that these have."""

    scored: int
    of: int
    share: float

    @property
    def is_enough(self) -> bool:
        """Whether a number may be shown."""
        return self.share >= ENOUGH - _ROUNDING

    @property
    def words(self) -> str:
        """'3 of 9 criteria scored', with the share of the weight if the count alone would read as enough."""
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
    coverage: CriterionCoverage
    first_share: float = 0.0


def coverage_of(scores: Sequence[CriterionScore], share: float) -> CriterionCoverage:
    """What is known of a job that has these scores, ``share`` of the weight."""
    return CriterionCoverage(sum(one.value is not None for one in scores), len(scores), share)


def verdict_of_fit(known: CriterionCoverage, total: float) -> Verdict:
    """One job's verdict; ``total`` may be nan if nothing that weighs is scored."""
    if not known.of:
        return Verdict("nothing", "No criteria to score it by yet.")
    if not known.scored:
        return Verdict("nothing", "Not scored yet.")
    if not known.is_enough or np.isnan(total):
        return Verdict("too_early", f"Too early: {known.words}.")
    return Verdict("scored", f"Fit {points(total)}/100{_unknown(known)}.")


def verdict_of_all(candidates: Sequence[Candidate], left_out: Sequence[Option] = ()) -> Verdict:
    """The verdict over the options that can be taken, in their order by total; a present job without scores is not
    counted. ``left_out`` are those that miss a must-have.
    """
    rated = [one for one in candidates if one.option.is_offer or one.coverage.scored]
    found = _verdict(rated) if rated or not left_out else Verdict("nothing", "No offer has all your must-haves.")
    if not rated or not left_out:
        return found
    names = listed([one.name for one in left_out])
    return Verdict(found.level, paragraph(found.sentence, f"Left out, below a must-have: {names}."))


def _verdict(rated: Sequence[Candidate]) -> Verdict:
    if not any(one.coverage.scored for one in rated):
        return Verdict("nothing", "Not scored yet.")
    if early := [one for one in rated if not one.coverage.is_enough or one.total is None]:
        gaps = listed([f"{one.coverage.words} at {one.option.name}" for one in early])
        return Verdict("too_early", f"Too early: {gaps}.")
    if vague := [one.option for one in rated if one.option.terms_known < TERMS_ENOUGH * one.option.terms_asked]:
        return Verdict("too_early", f"Too early. {_open(vague)}")
    level, words = _level(rated)
    return Verdict(level, paragraph(words, _open([one.option for one in rated]), _must_haves(rated[0].option)))


def _level(rated: Sequence[Candidate]) -> tuple[Level, str]:
    first, *others = rated
    if not others:
        return (
            "scored",
            f"Only {first.option.name} so far: fit {points(first.total or 0)}/100{_unknown(first.coverage)}.",
        )
    if points(first.total or 0) == points(others[0].total or 0) or first.first_share < AHEAD:
        return "close", f"Too close to call: {_level_numbers(rated)}."
    words = "is ahead" if first.first_share < CLEAR else "is clearly first"
    lead, next_one = points(first.total or 0), points(others[0].total or 0)
    then = f"{lead} and {next_one}" if len(rated) == 2 else f"{lead}, then {others[0].option.name} {next_one}"
    return "ahead" if first.first_share < CLEAR else "clear", f"{first.option.label} {words}: {then}."


def _level_numbers(rated: Sequence[Candidate]) -> str:
    """'75 and 74', and with names if there are more than two, to tell which are meant."""
    two = rated[:2]
    spoken = [points(one.total or 0) for one in two]
    names = [one.option.name for one in two]
    if spoken[0] == spoken[1]:
        return f"{listed(names)} both {spoken[0]}" if len(rated) > 2 else f"both {spoken[0]}"
    if len(rated) == 2:
        return listed(spoken)
    return listed([f"{name} {number}" for name, number in zip(names, spoken, strict=True)])


def _unknown(known: CriterionCoverage) -> str:
    """', three things unknown'; empty if all is known."""
    missing = known.of - known.scored
    return f", {spelled(missing, 'thing')} unknown" if missing else ""


def _open(options: Iterable[Option]) -> str:
    """Which terms are open, as a sentence; empty if none is."""
    gaps = [one for one in options if one.terms_open]
    if not gaps:
        return ""
    parts = [f"{spelled(one.terms_open, 'term')} at {one.name}" for one in gaps]
    verb = plural(sum(one.terms_open for one in gaps), "is", "are")
    return f"{sentence_case(listed(parts))} {verb} open: ask first."


def _must_haves(leader: Option) -> str:
    unknown = [one.criterion.name for one in leader.must_haves if one.state == "unknown"]
    if not unknown:
        return ""
    what = "a must-have" if len(unknown) == 1 else "your must-haves"
    return f"Still open at {leader.name}: {what}, {listed(unknown)}."
