"""How likely a line belongs to each place, by weights that ``python -m benchmarks.capture_weights --write`` learned.

A multinomial logistic regression over a line's features. Learning takes a minute, reading its file a few milliseconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lib.capture.learned.features import LETTERS, Around, features
from lib.capture.places import Place

Floats = NDArray[np.float32]

PLACES: Final = tuple(place for place in Place if place != Place.NOTHING)
"""The places that a line with words can have, in the order of the weights."""
FILE: Final = "weights.txt"
_LETTERS_COUNT: Final = 0.5
_AROUND_COUNT: Final = 0.25
"""How much a part of a word, and what is around the line, counts compared with words."""
_STEPS: Final = 31
_ZERO: Final = ord("P")


@dataclass(frozen=True)
class Weights:
    """The row of each known feature, in each row a weight for each of ``PLACES``, and the weights before any feature.

    ``learned_from`` is the fingerprint of what they were learned from.
    """

    rows: Mapping[str, int]
    table: Floats
    before: Floats
    learned_from: str

    def chances(self, words: str, around: Around) -> Mapping[Place, float]:
        """The chance of each place, 0 to 1, together 1."""
        known = [(self.rows[name], part) for name, part in parts(words, around) if name in self.rows]
        scores = self.before.copy()
        if known:
            scores += np.array([part for _, part in known], dtype=np.float32) @ self.table[[row for row, _ in known]]
        odds = np.exp(scores - scores.max())
        return dict(zip(PLACES, (odds / odds.sum()).tolist(), strict=True))

    def as_text(self) -> str:
        """The fingerprint and the size of a step; then a line for each feature, one sign for each place's weight."""
        step = float(max(np.abs(self.table).max(), np.abs(self.before).max())) / _STEPS

        def line(name: str, weights: Floats) -> str:
            return "".join(chr(_ZERO + round(float(weight) / step)) for weight in weights) + name

        lines = (line(name, self.table[row]) for name, row in sorted(self.rows.items()))
        return "\n".join((f"{self.learned_from} {step:.6g}", line("", self.before), *lines, ""))


def parts(words: str, around: Around | None) -> Iterator[tuple[str, float]]:
    """Each feature with how much of the line it is; what no weight knows is a part of it too.

    Without ``around`` only those of the words.
    """
    own = sorted(features(words))
    length = sum(_counted(name) ** 2 for name in own) ** 0.5
    yield from ((name, _counted(name) / length) for name in own)
    yield from ((name, _AROUND_COUNT) for name in (around.features() if around else ()))


def _counted(feature: str) -> float:
    return _LETTERS_COUNT if feature.startswith(LETTERS) else 1.0


def from_text(text: str) -> Weights:
    """The weights that ``as_text`` wrote, each rounded to a step."""
    head, *lines = text.removesuffix("\n").split("\n")
    learned_from, step = head.split(" ")
    signs = "".join(line[: len(PLACES)] for line in lines).encode("ascii")
    table = (np.frombuffer(signs, dtype=np.uint8).astype(np.float32) - _ZERO) * np.float32(step)
    table = table.reshape(len(lines), len(PLACES))
    rows = {line[len(PLACES) :]: row for row, line in enumerate(lines[1:])}
    return Weights(rows, table[1:], table[0], learned_from)


@cache
def shipped() -> Weights:
    """The weights that come with the app."""
    return from_text(files("lib.capture.learned").joinpath(FILE).read_text("utf-8"))
