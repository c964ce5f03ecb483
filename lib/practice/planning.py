"""Which topics to practise on which day before an interview, and the expected recall on the day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from math import floor

import numpy as np

from lib.practice.deck import Deck, Flags, Floats, seconds

LEAST_GAIN = 0.01
"""A review that is expected to add less recall than this on the day is left out."""
EARLY_SHARE = 0.9
"""How many topics a day the first half of the time takes, as a part of a full sitting."""
KEPT_UP = 2 / 3
"""The chance that later sittings happen as planned: an assumption."""

_LOOKED_AT = 3
_MOST_LOOKED_AT = 24


@dataclass(frozen=True)
class PracticePlan:
    """The sittings until an interview: one a day at the time of ``now``, the last one on the day before.

    ``begin`` is the first day of the plan, whose second half has the full sittings of ``count`` topics. On the day of
    the interview itself there is one sitting, now.
    """

    now: datetime
    day: datetime
    count: int
    begin: date

    @property
    def moments(self) -> tuple[datetime, ...]:
        """When the sittings are."""
        days = (self.day.astimezone(self.now.tzinfo).date() - self.now.date()).days
        return tuple(self.now + timedelta(days=number) for number in range(max(1, days)))

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many topics each sitting takes: at least one, and fewer in the first half of the time."""
        return tuple(self._size(moment.date()) for moment in self.moments)

    def _size(self, on: date) -> int:
        if not self._is_early(on):
            return max(1, self.count)
        number = max(0, (on - self.begin).days)
        return max(1, floor(EARLY_SHARE * self.count * (number + 1)) - floor(EARLY_SHARE * self.count * number))

    def _is_early(self, on: date) -> bool:
        last = self.day.astimezone(self.now.tzinfo).date()
        return (on - self.begin).days < (last - self.begin).days // 2


def order_by_gain(deck: Deck, importance: Floats, at: int, day: int) -> list[int]:
    """The places in the deck by importance times expected gain in recall on the day, those worth a review only."""
    gain = deck.gain(at, day)
    order = np.argsort(-importance * gain, kind="stable")
    return [int(position) for position in order if gain[position] >= LEAST_GAIN]


def order_by_due(deck: Deck, at: int) -> list[int]:
    """The places in the deck of what is due by then: what was never practised, then what has been due the longest."""
    order = np.argsort(deck.due, kind="stable")
    return [int(position) for position in takewhile(lambda position: deck.due[position] <= at, order)]


def order_for_today(deck: Deck, importance: Floats, course: PracticePlan) -> list[int]:
    """The deck's positions, those with the most lasting gain from a review today first.

    The best by importance times gain are tried one by one: reviewed now, with the later sittings chosen by gain; the
    recall on the day then shows which of them a later sitting would cover anyway, and which need two reviews. (One step
    of policy improvement, a rollout: Bertsekas 1997.) As the later sittings may not happen, a part of the score is
    importance times gain as if nothing followed.

    Over choosing by gain alone it adds .003 to .010 recall on the day (docs/benchmarks/practice.md).
    """
    day = seconds(course.day)
    order = order_by_gain(deck, importance, seconds(course.now), day)
    looked_at = order[: min(_MOST_LOOKED_AT, _LOOKED_AT * course.sizes[0])]
    if len(course.moments) == 1 or len(looked_at) <= course.sizes[0]:
        return order
    alone = (importance * deck.gain(seconds(course.now), day))[looked_at]
    score = KEPT_UP * _simulated_recall(deck, importance, course, looked_at) + (1 - KEPT_UP) * alone
    best_first = [looked_at[position] for position in np.argsort(-score, kind="stable")]
    return [*best_first, *order[len(looked_at) :]]


def _simulated_recall(deck: Deck, importance: Floats, course: PracticePlan, looked_at: list[int]) -> Floats:
    """What is recalled on the day for each that is looked at, if it is reviewed now and the rest follows by gain."""
    day = seconds(course.day)
    each = np.zeros((len(looked_at), len(importance)), dtype=np.bool_)
    each[np.arange(len(looked_at)), looked_at] = True
    copies = deck.copies(len(looked_at)).after_expected_review(each, seconds(course.now))
    for moment, size in zip(course.moments[1:], course.sizes[1:], strict=True):
        at = seconds(moment)
        gain = copies.gain(at, day)
        copies = copies.after_expected_review(_largest_of_rows(importance * gain, size) & (gain >= LEAST_GAIN), at)
    reached: Floats = (copies.recall(day) * importance).sum(axis=1)
    return reached


def _largest_of_rows(worth: Floats, size: int) -> Flags:
    """Flags that are set at the largest of each row."""
    size = min(size, worth.shape[1])
    flags = np.zeros(worth.shape, dtype=np.bool_)
    np.put_along_axis(flags, np.argpartition(-worth, size - 1, axis=1)[:, :size], True, axis=1)
    return flags
