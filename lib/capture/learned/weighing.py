"""The place of each line of a note: the likeliest one if it's likely enough; else the line stays a note."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from lib.capture.layout import LaidOut
from lib.capture.learned.together import PLACES
from lib.capture.learned.weights import NoteWeights
from lib.capture.places import Place
from lib.capture.questions import is_put
from lib.linear_model import Floats32

LEAST: Final = 0.85
"""The lowest chance at which a line leaves the note, so that few go wrong: see docs/benchmarks/capture.md."""
LEAST_AGAINST: Final = 0.5
"""From this chance of another place on, a line isn't where its label or the heading right above it puts it."""
_RIGHT_BELOW: Final = 2
"""How many lines are right below a heading."""

_LEAST_OFFERED: Final = 0.1


class Weighed(NamedTuple):
    """A line's place, and where it may go, likeliest first, if it stays a note because that isn't sure."""

    place: Place
    perhaps: tuple[Place, ...] = ()


def weighed(lines: Sequence[LaidOut], weights: NoteWeights) -> list[Weighed]:
    """The place of each line of a note."""
    chances = weights.chances(lines)
    places = placed(lines, chances, LEAST)
    return [Weighed(place, _perhaps(place, row)) for place, row in zip(places, chances, strict=True)]


def _perhaps(place: Place, chances: Floats32) -> tuple[Place, ...]:
    if place != Place.NOTES:
        return ()
    likely = [(PLACES[at], chances[at]) for at in chances.argsort()[::-1] if PLACES[at] != Place.NOTES]
    return tuple(other for other, chance in likely if chance >= _LEAST_OFFERED)


def placed(lines: Sequence[LaidOut], chances: Floats32, least: float) -> list[Place]:
    """The place of each line by these chances of ``PLACES``."""
    some = chances * (np.array(PLACES) != Place.NOTES)
    return [_place(line, row, least) for line, row in zip(lines, some, strict=True)]


def _place(line: LaidOut, chances: Floats32, least: float) -> Place:
    if line.known:
        return Place.NOTHING
    best = int(chances.argmax())
    place = PLACES[best] if chances[best] >= least else _named(line, chances)
    above = line.above.known if line.above else None
    if place == Place.ASKED and above and above.is_mine:
        return Place.NOTES  # what I asked them is none of theirs
    is_doubt = PLACES[best] == Place.ASKED and "?" in line.text and not is_put(line.bare.words)
    return Place.WENT_BADLY if is_doubt and above and above.place == Place.WENT_BADLY else place


def _named(line: LaidOut, chances: Floats32) -> Place:
    """What the label or the heading names, unless the line is rather something else: then a note."""
    is_right_below = line.above is not None and line.above.since < _RIGHT_BELOW
    above = line.above.known if line.above and is_right_below else None
    named = line.label[0] if line.label else above
    if named is None or named.is_mine:
        return Place.NOTES
    best = int(chances.argmax())
    if PLACES[best] != named.place and chances[best] > LEAST_AGAINST:
        return Place.NOTES
    return named.place
