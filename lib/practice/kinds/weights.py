"""What was learned of the kinds: a weight for each feature and kind, stored beside the labelled set.

Training takes seconds, so it is done once, by ``python -m benchmarks.kinds --write``. Reading what it wrote takes a few
milliseconds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from lib.practice.kinds.features import LETTERS, features
from lib.records.vocabulary import Category, words

Floats = NDArray[np.float32]

KINDS = words(Category)
FILE = "weights.txt"
LETTERS_COUNT = 0.5
"""How much a part of a word counts beside words."""
_STEPS = 31
_ZERO = ord("P")


@dataclass(frozen=True)
class Weights:
    """The row of each feature known, a weight for each kind in each row, and each kind's prior before any word.

    ``learned_from`` is the fingerprint of what they were learned from.
    """

    rows: dict[str, int]
    table: Floats
    before: Floats
    learned_from: str

    def scores(self, wordings: Iterable[str]) -> Floats:
        """The log-odds of each kind, a row for each wording; a wording of unknown words has those of no wording."""
        found = [self._score(wording) for wording in wordings]
        return np.array(found, dtype=np.float32).reshape(len(found), len(KINDS))

    def _score(self, wording: str) -> Floats:
        at, parts = parts_of(features(wording), self.rows)
        return self.before + parts @ self.table[at]

    def as_text(self) -> str:
        """The fingerprint and the size of a step; then a line for each feature, one sign for each kind's weight."""
        step = float(max(np.abs(self.table).max(), np.abs(self.before).max())) / _STEPS

        def line(name: str, weights: Floats) -> str:
            return "".join(chr(_ZERO + round(float(weight) / step)) for weight in weights) + name

        lines = (line(name, self.table[row]) for name, row in sorted(self.rows.items()))
        return "\n".join((f"{self.learned_from} {step:.6g}", line("", self.before), *lines, ""))


def parts_of(found: frozenset[str], places: dict[str, int]) -> tuple[list[int], Floats]:
    """The places of the features that are known, and how much each of them is of the wording.

    What isn't known is a part of the wording too, so mostly unknown words give little evidence.
    """
    length = sum(_counted(name) ** 2 for name in found) ** 0.5
    known = sorted(name for name in found if name in places)
    return [places[name] for name in known], np.array([_counted(name) / length for name in known], dtype=np.float32)


def _counted(feature: str) -> float:
    return LETTERS_COUNT if feature.startswith(LETTERS) else 1.0


def from_text(text: str) -> Weights:
    """The weights that ``as_text`` wrote, each rounded to a step."""
    head, *lines = text.splitlines()
    learned_from, step = head.split(" ")
    signs = "".join(line[: len(KINDS)] for line in lines).encode("ascii")
    table = (np.frombuffer(signs, dtype=np.uint8).astype(np.float32) - _ZERO) * np.float32(step)
    table = table.reshape(len(lines), len(KINDS))
    rows = {line[len(KINDS) :]: row for row, line in enumerate(lines[1:])}
    return Weights(rows, table[1:], table[0], learned_from)


@cache
def shipped() -> Weights:
    """The weights that come with the app."""
    return from_text(files("lib.practice.kinds").joinpath(FILE).read_text("utf-8"))
