"""A first answer without any score: on each of a few criteria, which offer is better."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lib.english import listed, spelled

FEWEST: Final = 3
"""From this many criteria on there is a first answer."""
SAME: Final = "same"
"""What is tapped if there is no difference."""


@dataclass(frozen=True)
class QuickAnswer:
    """``leader`` is the option that is better on most, by id; empty if it's even or too little is tapped.

    ``better_on`` are the criteria on which it is better, by name.
    """

    leader: str
    better_on: tuple[str, ...]
    sentence: str


def quick_answer(names: Mapping[str, str], taps: Sequence[tuple[str, str | None]]) -> QuickAnswer:
    """The first answer from the ``taps``: the name of each criterion with the better option's id, ``SAME``, or None if
    nothing is tapped yet. ``names`` are what the options are called, by id.
    """
    open_ones = [name for name, better in taps if better is None]
    if len(taps) < FEWEST:
        return QuickAnswer("", (), f"Pick {spelled(FEWEST - len(taps), 'more', 'more')}." if taps else "")
    if open_ones:
        return QuickAnswer("", (), f"Still to tap: {listed(open_ones)}.")
    wins = Counter(better for _, better in taps if better is not None and better in names)
    if not wins:
        return QuickAnswer("", (), "No difference on these. Pick others.")
    (leader, most), *others = wins.most_common()
    if others and others[0][1] == most:
        level = [names[option] for option, won in wins.items() if won == most]
        return QuickAnswer("", (), f"It's even between {listed(level)}: {most} each. Pick one more.")
    better_on = tuple(name for name, better in taps if better == leader)
    return QuickAnswer(leader, better_on, f"First answer: {names[leader]}, better on {most} of {len(taps)}.")
