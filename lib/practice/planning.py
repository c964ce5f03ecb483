"""Which topics to practise on which day before an interview, and what that should come to on the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import floor

import numpy as np

from lib.practice.deck import DAY, Deck, Flags, Floats, seconds

LEAST_GAIN = 0.01
"""A review that is expected to add less recall than this on the day is left out."""
EARLY_SHARE = 0.9
"""How many topics a day the first half of the time takes, as a part of a full sitting."""

Order = Callable[[Deck, int], list[int]]


@dataclass(frozen=True)
class Sitting:
    """One day's practice: when, and the places of its topics in the deck, the most useful first."""

    at: datetime
    chosen: tuple[int, ...]


@dataclass(frozen=True)
class Outlook:
    """The sittings from today to the day before, and the expected recall on the day, 0 to 1, weighted by importance.

    ``recall_with`` follows the sittings, ``recall_without`` practises nothing more, ``recall_by_due`` spends full
    sittings on what is due by its date.
    """

    sittings: tuple[Sitting, ...]
    recall_with: float
    recall_without: float
    recall_by_due: float


def by_gain(deck: Deck, importance: Floats, at: int, day: int, is_early: bool = False) -> list[int]:
    """The places in the deck by importance times expected gain in recall on the day, those worth a review only.

    In the first half of the time it is open whether a topic is reviewed once more before the day. There the gain is
    the mean of two: as if it were not, and as if it were on the last day, so that early reviews go where they still
    count after a late one.
    """
    gain = deck.gain(at, day)
    if is_early:
        every = np.ones(len(deck.last), dtype=np.bool_)
        eve = max(at, day - DAY)
        both = deck.expected(every, at).expected(every, eve).recall(day)
        gain = (gain + both - deck.expected(every, eve).recall(day)) / 2
    worth = importance * gain
    return [int(place) for place in np.argsort(-worth, kind="stable") if gain[place] >= LEAST_GAIN]


def by_due(deck: Deck, at: int) -> list[int]:
    """The places in the deck of what is due by then: what was never practised, then what has been due the longest."""
    return [int(place) for place in np.argsort(deck.due, kind="stable") if deck.due[place] <= at]


def first_half(days: int) -> int:
    """How many of the days are the first half; the greater half is the second."""
    return days // 2


def sizes(days: int, count: int) -> tuple[int, ...]:
    """How many topics each of the days' sittings takes: full ones in the second half of the time, fewer in the first.

    A sitting takes one at least.
    """
    early = first_half(days)
    upto = [floor(EARLY_SHARE * count * number) for number in range(early + 1)]
    early_sizes = [max(1, after - before) for before, after in pairwise(upto)]
    return (*early_sizes, *[max(1, count)] * (days - early))


def outlook(deck: Deck, importance: Floats, now: datetime, day: datetime, count: int) -> Outlook:
    """Plan a sitting a day, of ``count`` topics when full, from now until the day before (or today, where it is today)."""
    moments = [now + timedelta(days=number) for number in range(days_left(now, day))]
    target = seconds(day)
    halfway = seconds(moments[first_half(len(moments))])
    sittings, after = _played(
        deck,
        moments,
        sizes(len(moments), count),
        lambda state, at: by_gain(state, importance, at, target, at < halfway),
    )
    _, after_due = _played(deck, moments, (count,) * len(moments), by_due)
    return Outlook(
        sittings,
        recalled(after.recall(target), importance),
        recalled(deck.recall(target), importance),
        recalled(after_due.recall(target), importance),
    )


def days_left(now: datetime, day: datetime) -> int:
    """How many days there are for a sitting, today among them and the day itself not; 1 where it is today."""
    return max(1, (day.astimezone(now.tzinfo).date() - now.date()).days)


def recalled(recall: Floats, importance: Floats) -> float:
    """The recall weighted by importance, 0 to 1; 0 where there is nothing to recall."""
    total = float(importance.sum())
    return float((recall * importance).sum()) / total if total > 0 else 0.0


def _played(
    deck: Deck, moments: list[datetime], counts: tuple[int, ...], order: Order
) -> tuple[tuple[Sitting, ...], Deck]:
    sittings = []
    for moment, count in zip(moments, counts, strict=True):
        at = seconds(moment)
        chosen = tuple(order(deck, at)[:count])
        sittings.append(Sitting(moment, chosen))
        deck = deck.expected(marked(len(deck.last), chosen), at)
    return tuple(sittings), deck


def marked(length: int, chosen: tuple[int, ...]) -> Flags:
    """Flags that are set at the chosen places."""
    flags = np.zeros(length, dtype=np.bool_)
    flags[list(chosen)] = True
    return flags
