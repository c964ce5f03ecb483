"""What the lines of a note tell of each other, given how likely each is to belong where by itself.

Most things are in a note once: if one line is surely the forecast, no other is. Lines under one heading, or behind one
kind of bullet, belong together. Each line's cues (``lib/capture/cues.py``) count as well.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lib.capture.cues import CUES, cues_in
from lib.capture.debrief_fields import DebriefField
from lib.capture.layout import LineContext
from lib.linear_model import Floats32, softmax

FIELDS: Final = tuple(place for place in DebriefField if place not in (DebriefField.ASKED_THEM, DebriefField.LEANING))
"""The places in the order of the weights."""
NAMES: Final = (
    *(
        f"{what} {place}"
        for what in ("alone", "best elsewhere", "elsewhere", "in section", "marked")
        for place in FIELDS
    ),
    *("under a heading", "first", "second", "last", "depth", "lines"),
    *CUES,
)
"""What each column of ``columns`` tells."""
_SHARPNESS: Final = 6.0
"""How much a difference of scores means: by this the chances come closest to what is true."""
_FLOOR: Final = 0.003
_NEAR: Final = 3
"""How many lines before and after are looked at for the same kind of bullet."""


def columns(lines: Sequence[LineContext], scores: Floats32) -> Floats32:
    """A row for each line: what its own words score, what the other lines of the note do, and which cues it holds."""
    chances = _chances(scores)
    return np.hstack(
        [
            np.log(chances + _FLOOR),
            _best_elsewhere(chances),
            3 * (chances.sum(axis=0) - chances) / max(1, len(lines) - 1),
            _in_section(chances),
            _beside_a_like_mark(lines, chances),
            _under_a_heading(chances),
            np.array([_position(line) for line in lines], dtype=np.float32),
            np.array([cues_in(line.bare.words) for line in lines], dtype=np.float32),
        ]
    ).astype(np.float32)


def _chances(scores: Floats32) -> Floats32:
    return softmax(_SHARPNESS * scores)


def _best_elsewhere(chances: Floats32) -> Floats32:
    """For each line and place, the highest chance that any other line has."""
    if len(chances) < 2:
        return np.zeros_like(chances)
    order = np.sort(chances, axis=0)
    return np.asarray(np.where(chances == order[-1], order[-2], order[-1]))


def _sections(chances: Floats32) -> NDArray[np.int64]:
    """A number for each line: lines between two headings share it, a heading has one of its own."""
    is_heading = chances.argmax(axis=1) == FIELDS.index(DebriefField.NOTHING)
    return np.asarray(2 * np.cumsum(is_heading) - is_heading, dtype=np.int64)


def _in_section(chances: Floats32) -> Floats32:
    """The mean of the other lines under the same heading; nothing above the first heading."""
    found = np.zeros_like(chances)
    sections = _sections(chances)
    for section in set(sections.tolist()) - {0}:
        those = sections == section
        count = int(those.sum())
        if count > 1:
            found[those] = (chances[those].sum(axis=0) - chances[those]) / (count - 1)
    return found


def _under_a_heading(chances: Floats32) -> Floats32:
    sections = _sections(chances)
    return np.asarray((sections > 0) & (sections % 2 == 0), dtype=np.float32)[:, None]


def _beside_a_like_mark(lines: Sequence[LineContext], chances: Floats32) -> Floats32:
    """The mean of the lines near it that have the same bullet or a number too."""
    found = np.zeros_like(chances)
    marks = [line.mark for line in lines]
    for at, mark in enumerate(marks):
        around = range(max(0, at - _NEAR), min(len(lines), at + _NEAR + 1))
        like = [other for other in around if other != at and marks[other] == mark]
        if mark and like:
            found[at] = chances[like].mean(axis=0)
    return found


def _position(line: LineContext) -> tuple[float, ...]:
    last = line.among - 1
    return (line.at == 0, line.at == 1, line.at == last, line.at / max(1, last), min(line.among, 40) / 20)
