"""How likely a line belongs to each place, by weights that ``python -m benchmarks.capture_weights --write`` learned.

A multinomial logistic regression over a line's features. Learning takes a minute, reading its file a few milliseconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from lib.capture.learned.features import Around, features
from lib.capture.places import Place
from lib.linear_model import LinearModel, counted, softmax

PLACES: Final = tuple(place for place in Place if place != Place.NOTHING)
"""The places that a line with words can have, in the order of the weights."""
FILE: Final = "weights.txt"
_AROUND_COUNT: Final = 0.25
"""How much what is around the line counts compared with its words."""


@dataclass(frozen=True)
class Weights(LinearModel):
    """A weight for each feature of a line and each of ``PLACES``."""

    def chances(self, words: str, around: Around) -> Mapping[Place, float]:
        """The chance of each place, 0 to 1, together 1."""
        known = [(self.rows[name], part) for name, part in parts(words, around) if name in self.rows]
        scores = self.before.copy()
        if known:
            scores += np.array([part for _, part in known], dtype=np.float32) @ self.table[[row for row, _ in known]]
        return dict(zip(PLACES, softmax(scores).tolist(), strict=True))


def parts(words: str, around: Around | None) -> Iterator[tuple[str, float]]:
    """Each feature with how much of the line it is; what no weight knows is a part of it too.

    Without ``around`` only those of the words.
    """
    own = sorted(features(words))
    length = sum(counted(name) ** 2 for name in own) ** 0.5
    yield from ((name, counted(name) / length) for name in own)
    yield from ((name, _AROUND_COUNT) for name in (around.features() if around else ()))


@cache
def shipped() -> Weights:
    """The weights that come with the app."""
    return Weights.from_text(files("lib.capture.learned").joinpath(FILE).read_text("utf-8"), len(PLACES))
