"""What a job must have: looked at before any weighing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lib.decide.scores import CriterionScore
from lib.records.criterion import Criterion

MustHaveState = Literal["missed", "unknown", "met"]

_ORDER: tuple[MustHaveState, ...] = ("missed", "unknown", "met")


@dataclass(frozen=True)
class MustHave:
    """One criterion that must reach ``least``, 0 to 100, and whether this job does. Not known is no failure."""

    criterion: Criterion
    least: int
    score: int | None
    is_guess: bool = False

    @property
    def state(self) -> MustHaveState:
        """Whether it is missed, met, or not known."""
        if self.score is None:
            return "unknown"
        return "met" if self.score >= self.least else "missed"

    @property
    def short_by(self) -> int:
        """How many points are missing, 0 if none are or it is not known."""
        return max(0, self.least - self.score) if self.score is not None else 0

    @property
    def sentence(self) -> str:
        """The result in words."""
        name, guess = self.criterion.name, " (a guess)" if self.is_guess else ""
        if self.state == "unknown":
            return f"{name}: not scored yet. You need at least {self.least}."
        return f"{name}: {self.score}{guess}. You need at least {self.least}."


def must_haves(scores: Iterable[CriterionScore]) -> tuple[MustHave, ...]:
    """The must-haves of a job: what it misses first, by how much, then what is not known, then what it meets."""
    found = [
        MustHave(score.criterion, score.criterion.must_have, score.value, _is_guess(score))
        for score in scores
        if score.criterion.must_have is not None
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.state), -one.short_by)))


def _is_guess(score: CriterionScore) -> bool:
    return score.newest is not None and score.newest.sure == "guess"
