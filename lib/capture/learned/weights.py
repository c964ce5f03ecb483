"""How likely a line belongs to each place, by weights that ``python -m benchmarks.capture_weights --write`` learned.

Two passes. The first scores each line by its own words, its form and the heading above: a linear model over its
features. The second weighs these scores against those of the other lines of the note, and the cues in the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Self

import numpy as np

from lib.capture.layout import LineContext
from lib.capture.learned.context_features import FIELDS, NAMES, columns
from lib.capture.learned.features import features
from lib.linear_model import Floats32, LinearModel, softmax

WORDS_FILE: Final = "words.txt"
TOGETHER_FILE: Final = "together.txt"


class WordWeights(LinearModel):
    """A weight for each feature of a line and each of ``FIELDS``."""

    def scores(self, line: LineContext) -> Floats32:
        """A score for each place: the higher, the likelier."""
        known = [(self.rows[name], part) for name, part in features(line) if name in self.rows]
        if not known:
            return self.before
        amounts = np.array([part for _, part in known], dtype=np.float32)
        return self.before + amounts @ self.table[[row for row, _ in known]]


@dataclass(frozen=True)
class TogetherWeights:
    """A weight for each of ``NAMES`` and ``FIELDS``, and the weights before any."""

    table: Floats32
    before: Floats32

    def as_text(self) -> str:
        """The weights before any; then a line for each name, the weights with three digits."""
        rows = [("", self.before), *zip(NAMES, self.table, strict=True)]
        return "".join(f"{name}\t{' '.join(f'{weight:.3g}' for weight in weights)}\n" for name, weights in rows)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The weights that ``as_text`` wrote."""
        rows = [line.partition("\t")[2].split() for line in text.splitlines()]
        table = np.array(rows, dtype=np.float32)
        return cls(table[1:], table[0])


@dataclass(frozen=True)
class NoteWeights:
    """Both passes."""

    words: WordWeights
    together: TogetherWeights

    def chances(self, lines: Sequence[LineContext]) -> Floats32:
        """For each line of a note the chance of each of ``FIELDS``, 0 to 1, together 1."""
        if not lines:
            return np.zeros((0, len(FIELDS)), dtype=np.float32)
        scores = np.array([self.words.scores(line) for line in lines])
        return softmax(columns(lines, scores) @ self.together.table + self.together.before)


@cache
def shipped() -> NoteWeights:
    """The weights that come with the app."""
    words, together = (
        files("lib.capture.learned").joinpath(name).read_text("utf-8") for name in (WORDS_FILE, TOGETHER_FILE)
    )
    return NoteWeights(WordWeights.from_text(words, len(FIELDS)), TogetherWeights.from_text(together))
