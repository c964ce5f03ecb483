"""Which topics to practise on which day before an interview, and what that should come to on the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

import numpy as np

from lib.practice.deck import Deck, Flags, Floats, seconds

LEAST_GAIN = 0.01
"""A review that is expected to add less recall than this on the day is left out."""
EARLY_SHARE = 0.5
"""The part of a full sitting that a sitting in the first half of the time takes."""

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


def by_gain(deck: Deck, importance: Floats, at: int, day: int) -> list[int]:
    """The places in the deck by importance times expected gain in recall on the day, those worth a review only."""
    gain = deck.gain(at, day)
    worth = importance * gain
    return [int(place) for place in np.argsort(-worth, kind="stable") if gain[place] >= LEAST_GAIN]


def by_due(deck: Deck, at: int) -> list[int]:
    """The places in the deck of what is due by then, the longest due first and what was never practised last."""
    first_seen_last = np.where(np.isnan(deck.stability), at, deck.due)
    return [int(place) for place in np.argsort(first_seen_last, kind="stable") if first_seen_last[place] <= at]


def sizes(days: int, count: int) -> tuple[int, ...]:
    """How many topics each of the days' sittings takes: half a sitting in the first half of the time, then a full one.

    Less than two days leave no first half. A sitting takes one at least.
    """
    early = days // 2
    return (*[max(1, ceil(EARLY_SHARE * count))] * early, *[max(1, count)] * (days - early))


def outlook(deck: Deck, importance: Floats, now: datetime, day: datetime, count: int) -> Outlook:
    """Plan a sitting a day, of ``count`` topics when full, from now until the day before (or today, where it is today)."""
    moments = [now + timedelta(days=number) for number in range(max(1, (day.date() - now.date()).days))]
    target = seconds(day)
    sittings, after = _played(
        deck, moments, sizes(len(moments), count), lambda state, at: by_gain(state, importance, at, target)
    )
    _, after_due = _played(deck, moments, (count,) * len(moments), by_due)
    return Outlook(
        sittings,
        recalled(after.recall(target), importance),
        recalled(deck.recall(target), importance),
        recalled(after_due.recall(target), importance),
    )


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
