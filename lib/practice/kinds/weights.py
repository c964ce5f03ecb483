"""What was learned of the kinds: a weight for each feature and kind.

Training takes seconds, so it is done once, by ``python -m benchmarks.kinds --write``. Reading what it wrote takes a few
milliseconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from lib.linear_model import Floats32, LinearModel, feature_value
from lib.practice.kinds.features import features
from lib.records.vocabulary import Category, words

KINDS = words(Category)
FILE = "weights.txt"


@dataclass(frozen=True)
class KindWeights(LinearModel):
    """A weight for each feature of a wording and each kind."""

    def scores(self, wordings: Iterable[str]) -> Floats32:
        """The log-odds of each kind, a row for each wording; a wording of unknown words has those of no wording."""
        found = [self._score(wording) for wording in wordings]
        return np.array(found, dtype=np.float32).reshape(len(found), len(KINDS))

    def _score(self, wording: str) -> Floats32:
        at, parts = parts_of(features(wording), self.rows)
        return self.before + parts @ self.table[at]


def parts_of(found: frozenset[str], places: Mapping[str, int]) -> tuple[list[int], Floats32]:
    """The places of the features that are known, and how much each of them is of the wording.

    What isn't known is a part of the wording too, so mostly unknown words give little evidence.
    """
    length = sum(feature_value(name) ** 2 for name in found) ** 0.5
    known = sorted(name for name in found if name in places)
    return [places[name] for name in known], np.array(
        [feature_value(name) / length for name in known], dtype=np.float32
    )


@cache
def shipped() -> KindWeights:
    """The weights that come with the app."""
    return KindWeights.from_text(files("lib.practice.kinds").joinpath(FILE).read_text("utf-8"), len(KINDS))
