"""A linear model over the words of a text: a weight for each feature and class, and how such weights are stored.

Features are words in a row and letters in a row (n-grams). A text's parts are normalized to length 1.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

Floats32 = NDArray[np.float32]

LETTERS: Final = "'"
"""The sign before each feature that is part of a word."""
LETTERS_COUNT: Final = 0.5
"""How much a part of a word counts compared with whole words."""
_STEPS: Final = 31
_ZERO: Final = ord("P")


@dataclass(frozen=True)
class LinearModel:
    """The row of each known feature, in each row a weight for each class, and the weights before any feature.

    ``learned_from`` is the fingerprint of what they were learned from.
    """

    rows: Mapping[str, int]
    table: Floats32
    before: Floats32
    learned_from: str

    def as_text(self) -> str:
        """The fingerprint and the size of a step; then a line for each feature, one sign for each class's weight."""
        step = float(max(np.abs(self.table).max(), np.abs(self.before).max())) / _STEPS

        def line(name: str, weights: Floats32) -> str:
            return "".join(chr(_ZERO + round(float(weight) / step)) for weight in weights) + name

        lines = (line(name, self.table[row]) for name, row in sorted(self.rows.items()))
        return "\n".join((f"{self.learned_from} {step:.6g}", line("", self.before), *lines, ""))

    @classmethod
    def from_text(cls, text: str, classes: int) -> Self:
        """The weights that ``as_text`` wrote for so many classes, each rounded to a step."""
        head, *lines = text.removesuffix("\n").split("\n")
        learned_from, step = head.split(" ")
        signs = "".join(line[:classes] for line in lines).encode("ascii")
        table = (np.frombuffer(signs, dtype=np.uint8).astype(np.float32) - _ZERO) * np.float32(step)
        table = table.reshape(len(lines), classes)
        rows = {line[classes:]: row for row, line in enumerate(lines[1:])}
        return cls(rows, table[1:], table[0], learned_from)


def softmax(scores: Floats32) -> Floats32:
    """The chance of each class from its log-odds, row by row."""
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Floats32 = odds / odds.sum(axis=-1, keepdims=True)
    return chances


def feature_value(feature: str) -> float:
    """How much a feature counts: 1, or less for a part of a word."""
    return LETTERS_COUNT if feature.startswith(LETTERS) else 1.0


def word_ngrams(words: Sequence[str], most: int) -> Iterator[str]:
    """One to ``most`` words in a row."""
    for size in range(1, most + 1):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def char_ngrams(words: Sequence[str], lengths: Sequence[int]) -> Iterator[str]:
    """So many letters in a row of each word, its two ends marked."""
    for word in set(words):
        ended = f"^{word}$"
        for size in lengths:
            yield from (LETTERS + ended[at : at + size] for at in range(len(ended) - size + 1))
