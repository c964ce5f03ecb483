"""The place of each line of a note: the likeliest one if it's likely enough; else the line stays a note."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from lib.capture.debrief_fields import DebriefField
from lib.capture.layout import LineContext
from lib.capture.learned.context_features import FIELDS
from lib.capture.learned.weights import NoteWeights
from lib.capture.questions import is_put
from lib.linear_model import Floats32

MIN_PROBABILITY: Final = 0.85
"""The lowest chance at which a line leaves the note, so that few go wrong: see docs/benchmarks/capture.md."""
MIN_PROBABILITY_AGAINST: Final = 0.5
"""From this chance of another place on, a line isn't where its label or the heading right above it puts it."""
_RIGHT_BELOW: Final = 2
"""How many lines are right below a heading."""

_LEAST_OFFERED: Final = 0.1


class Classified(NamedTuple):
    """A line's place, and where it may go, likeliest first, if it stays a note because that isn't sure."""

    field: DebriefField
    alternatives: tuple[DebriefField, ...] = ()


def classify(lines: Sequence[LineContext], weights: NoteWeights) -> list[Classified]:
    """The place of each line of a note."""
    chances = weights.chances(lines)
    places = classify_by(lines, chances, MIN_PROBABILITY)
    return [Classified(place, _alternatives(place, row)) for place, row in zip(places, chances, strict=True)]


def _alternatives(place: DebriefField, chances: Floats32) -> tuple[DebriefField, ...]:
    if place != DebriefField.NOTES:
        return ()
    likely = [(FIELDS[at], chances[at]) for at in chances.argsort()[::-1] if FIELDS[at] != DebriefField.NOTES]
    return tuple(other for other, chance in likely if chance >= _LEAST_OFFERED)


def classify_by(lines: Sequence[LineContext], chances: Floats32, least: float) -> list[DebriefField]:
    """The place of each line by these chances of ``FIELDS``."""
    some = chances * (np.array(FIELDS) != DebriefField.NOTES)
    return [_place(line, row, least) for line, row in zip(lines, some, strict=True)]


def _place(line: LineContext, chances: Floats32, least: float) -> DebriefField:
    if line.known:
        return DebriefField.NOTHING
    best = int(chances.argmax())
    place = FIELDS[best] if chances[best] >= least else _named(line, chances)
    above = line.above.known if line.above else None
    if place == DebriefField.ASKED and above and above.is_mine:
        return DebriefField.NOTES  # what I asked them is none of theirs
    is_doubt = FIELDS[best] == DebriefField.ASKED and "?" in line.text and not is_put(line.bare.words)
    return DebriefField.WENT_BADLY if is_doubt and above and above.place == DebriefField.WENT_BADLY else place


def _named(line: LineContext, chances: Floats32) -> DebriefField:
    """What the label or the heading names, unless the line is rather something else: then a note."""
    is_right_below = line.above is not None and line.above.since < _RIGHT_BELOW
    above = line.above.known if line.above and is_right_below else None
    named = line.label[0] if line.label else above
    if named is None or named.is_mine:
        return DebriefField.NOTES
    best = int(chances.argmax())
    if FIELDS[best] != named.place and chances[best] > MIN_PROBABILITY_AGAINST:
        return DebriefField.NOTES
    return named.place
