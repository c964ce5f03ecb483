"""Many topics at once, as arrays: what planning over days needs of FSRS-6, in the formulas and weights of ``fsrs``.

Free Spaced Repetition Scheduler, version 6 (Ye 2022 and others). The tests hold it to the package's own numbers.

Why not the package alone: a plan tries many futures. 200 topics over 21 days are 128,000 reviews, 1.1 s with ``fsrs``
at 8 µs each, and 0.07 s here; 2,000 topics take 11 s and 0.4 s.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime

import fsrs
import numpy as np
from numpy.typing import NDArray

from lib.practice.schedule import Memory

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

DAY = 86_400
FIRST_TRY = 0.5
"""The chance that the first try aloud goes well: an assumption, since nothing is known before it."""
AGAIN, GOOD = 1, 3

_W = fsrs.Scheduler(enable_fuzzing=False).parameters
_FACTOR = 0.9 ** (-1 / _W[20]) - 1
_LEAST = 0.001
_RETENTION = 0.9
_STEPS = {int(fsrs.State.Learning): 2, int(fsrs.State.Review): 0, int(fsrs.State.Relearning): 1}
_MINUTE, _TEN_MINUTES = 60, 600


@dataclass(frozen=True)
class Deck:
    """The state of each topic; ``stability`` in days and ``difficulty`` are nan, and ``last`` is 0, before a review.

    Times are whole seconds since 1970 in UTC. ``steps`` are the short steps to pass, one after the other, before the
    intervals count in days: 2 for what is new, 1 for what was forgotten, else 0; ``left`` is how many are to come.
    """

    stability: Floats
    difficulty: Floats
    last: Integers
    due: Integers
    steps: Integers
    left: Integers

    @classmethod
    def new(cls, size: int) -> "Deck":
        """That many topics that were never practised."""
        return cls.of([Memory()] * size)

    @classmethod
    def of(cls, memories: Iterable[Memory]) -> "Deck":
        """The deck of these memories, in their order."""
        known = list(memories)
        return cls(
            np.array([np.nan if one.stability is None else one.stability for one in known], dtype=np.float64),
            np.array([np.nan if one.difficulty is None else one.difficulty for one in known], dtype=np.float64),
            np.array([seconds(one.last_review) for one in known], dtype=np.int64),
            np.array([seconds(one.due) for one in known], dtype=np.int64),
            np.array([_STEPS[one.state] for one in known], dtype=np.int64),
            np.array([_STEPS[one.state] - (one.step or 0) for one in known], dtype=np.int64),
        )

    def copies(self, times: int) -> "Deck":
        """That many copies, one per row."""
        return Deck(*(np.repeat(getattr(self, field.name)[np.newaxis], times, axis=0) for field in fields(self)))

    def recall(self, at: int) -> Floats:
        """The chance of recalling each at that time, 0 to 1; 0 before the first review."""
        elapsed = np.maximum(0, (at - self.last) // DAY)
        recall: Floats = np.nan_to_num((1 + _FACTOR * elapsed / self.stability) ** -_W[20], nan=0.0)
        return recall

    def chance(self, at: int) -> Floats:
        """The chance that a try then goes well: the recall, or that of a first try."""
        return np.where(np.isnan(self.stability), FIRST_TRY, self.recall(at))

    def gain(self, at: int, day: int) -> Floats:
        """How much reviewing each at that time is expected to add to its recall on the day: -1 to 1.

        A review succeeds with the chance of recall, graded good, or else again.
        """
        everything = np.ones(self.last.shape, dtype=np.bool_)
        well, badly = self.after_review(everything, everything, at), self.after_review(everything, ~everything, at)
        chance = self.chance(at)
        gain: Floats = chance * well.recall(day) + (1 - chance) * badly.recall(day) - self.recall(day)
        return gain

    def after_expected_review(self, which: Flags, at: int) -> "Deck":
        """The expected deck once some were reviewed and the grades are not known: the mean of good and again.

        Stability is averaged on the log scale, each weighted with its chance.
        """
        well, badly = self.after_review(which, which, at), self.after_review(which, ~which, at)
        chance = np.where(which, self.chance(at), 1.0)
        stability = well.stability**chance * badly.stability ** (1 - chance)
        difficulty = chance * well.difficulty + (1 - chance) * badly.difficulty
        return replace(well, stability=stability, difficulty=difficulty)._with_due_dates(which, at)

    def after_review(self, which: Flags, well: Flags, at: int) -> "Deck":
        """The deck once some were reviewed: graded good if it went ``well``, and else again."""
        is_new = np.isnan(self.stability)
        stability = np.where(is_new, np.where(well, _W[GOOD - 1], _W[AGAIN - 1]), self._stability_after(well, at))
        difficulty = np.where(is_new, np.where(well, _first(GOOD), _first(AGAIN)), self._difficulty_after(well))
        steps, left = self._steps_after(well)
        after = Deck(
            np.where(which, stability, self.stability),
            np.where(which, difficulty, self.difficulty),
            np.where(which, np.maximum(at, self.last), self.last),
            self.due,
            np.where(which, steps, self.steps),
            np.where(which, left, self.left),
        )
        return after._with_due_dates(which, at)

    def _steps_after(self, well: Flags) -> tuple[Integers, Integers]:
        """The steps of each and how many are left, after a review: forgotten ones begin theirs again."""
        left = np.maximum(0, self.left - 1)
        forgotten = np.maximum(1, self.steps)
        return np.where(well, np.where(left > 0, self.steps, 0), forgotten), np.where(well, left, forgotten)

    def _with_due_dates(self, which: Flags, at: int) -> "Deck":
        days = np.maximum(1, np.rint(self.stability / _FACTOR * (_RETENTION ** (-1 / _W[20]) - 1)))
        is_first_step = (self.steps == _STEPS[1]) & (self.left == self.steps)
        in_steps = np.where(is_first_step, _MINUTE, _TEN_MINUTES)
        wait = np.where(self.left > 0, in_steps, np.nan_to_num(days, nan=0.0) * DAY).astype(np.int64)
        return replace(self, due=np.where(which, at + wait, self.due))

    def _stability_after(self, well: Flags, at: int) -> Floats:
        is_same_day = (at - self.last) // DAY < 1
        good = np.where(is_same_day, self._same_day(GOOD), self._stability_if_recalled(at))
        again = np.where(is_same_day, self._same_day(AGAIN), self._stability_if_forgotten(at))
        return np.maximum(_LEAST, np.where(well, good, again))

    def _same_day(self, grade: int) -> Floats:
        increase = np.exp(_W[17] * (grade - 3 + _W[18])) * self.stability ** -_W[19]
        stability: Floats = self.stability * (np.maximum(increase, 1.0) if grade == GOOD else increase)
        return stability

    def _stability_if_recalled(self, at: int) -> Floats:
        surprise = np.exp((1 - self.recall(at)) * _W[10]) - 1
        growth = np.exp(_W[8]) * (11 - self.difficulty) * self.stability ** -_W[9] * surprise
        stability: Floats = self.stability * (1 + growth)
        return stability

    def _stability_if_forgotten(self, at: int) -> Floats:
        long_term = (
            _W[11]
            * self.difficulty ** -_W[12]
            * ((self.stability + 1) ** _W[13] - 1)
            * np.exp((1 - self.recall(at)) * _W[14])
        )
        stability: Floats = np.minimum(long_term, self.stability / np.exp(_W[17] * _W[18]))
        return stability

    def _difficulty_after(self, well: Flags) -> Floats:
        change = -_W[6] * (np.where(well, GOOD, AGAIN) - 3)
        damped = self.difficulty + (10 - self.difficulty) * change / 9
        easiest = _W[4] - np.exp(_W[5] * 3) + 1
        difficulty: Floats = np.clip(_W[7] * easiest + (1 - _W[7]) * damped, 1.0, 10.0)
        return difficulty


def seconds(moment: datetime | None) -> int:
    """Whole seconds since 1970 in UTC; 0 for None."""
    return 0 if moment is None else int(moment.timestamp())


def _first(grade: int) -> float:
    return float(np.clip(_W[4] - np.exp(_W[5] * (grade - 1)) + 1, 1.0, 10.0))
