"""Learning the kinds from labelled questions: multinomial logistic regression."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from zlib import crc32

import numpy as np

from lib.linear_model import Floats32, softmax
from lib.practice.kinds.features import features
from lib.practice.kinds.weights import KINDS, KindWeights, parts_of
from lib.records.vocabulary import Category

_ROOT = Path(__file__).parent.parent
_SET = _ROOT / "tests" / "practice" / "labelled_kinds.csv"
_CUES = _ROOT / "lib" / "practice" / "kinds" / "cues.txt"
_LEAST_GROUPS = 2
_MOST_FEATURES = 6000
_PENALTY = 0.01
_BEFORE = 0.1
_ROUNDS = 80


@dataclass(frozen=True)
class Labelled:
    """One wording and its kind; those of one ``group`` are the same question in other words."""

    kind: Category
    trade: str
    group: str
    text: str


def labelled() -> tuple[Labelled, ...]:
    """The set that the weights are learned from."""
    rows = csv.DictReader(_SET.read_text("utf-8").splitlines(), strict=True)
    return tuple(Labelled(cast(Category, row["kind"]), row["trade"], row["group"], row["text"]) for row in rows)


def fingerprint() -> str:
    """What tells whether the weights were learned from the set and the cues as they are."""
    return f"{crc32((_SET.read_text('utf-8') + _CUES.read_text('utf-8')).encode()):08x}"


def trained(questions: Sequence[Labelled]) -> KindWeights:
    """The weights learned from these, of the features that tell the most."""
    found = [features(question.text) for question in questions]
    kinds = np.array([KINDS.index(question.kind) for question in questions])
    rows = _in_two_groups(questions, found)
    matrix = _matrix(found, rows)
    table, _ = _fitted(matrix, kinds)
    often = np.sqrt((matrix > 0).sum(axis=0))
    telling = np.argsort(-np.abs(table).max(axis=1) * often, kind="stable")[:_MOST_FEATURES]
    names = list(rows)
    rows = {names[old]: new for new, old in enumerate(sorted(telling))}
    table, before = _fitted(_matrix(found, rows), kinds)
    return KindWeights(rows, table, before, fingerprint())


def _in_two_groups(questions: Sequence[Labelled], found: Sequence[frozenset[str]]) -> dict[str, int]:
    groups: dict[str, set[str]] = defaultdict(set)
    for question, names in zip(questions, found, strict=True):
        for name in names:
            groups[name].add(question.group)
    shared = sorted(name for name, those in groups.items() if len(those) >= _LEAST_GROUPS)
    return {name: row for row, name in enumerate(shared)}


def _matrix(found: Sequence[frozenset[str]], rows: dict[str, int]) -> Floats32:
    matrix = np.zeros((len(found), len(rows)), dtype=np.float32)
    for number, names in enumerate(found):
        at, parts = parts_of(names, rows)
        matrix[number, at] = parts
    return matrix


def _fitted(matrix: Floats32, kinds: np.ndarray) -> tuple[Floats32, Floats32]:
    """The table of weights and what comes before them, by Newton steps with the bound of Böhning (1992).

    There are more features than questions, so the steps are taken in the space of the questions.
    """
    truth = np.eye(len(KINDS), dtype=np.float32)[kinds]
    alike = matrix @ matrix.T + np.float32(_BEFORE)
    step = np.linalg.inv(alike / 2 + _PENALTY * np.eye(len(alike), dtype=np.float32))
    parts = np.zeros_like(truth)
    for _ in range(_ROUNDS):
        parts += step @ (truth - softmax(alike @ parts) - _PENALTY * parts)
    return matrix.T @ parts, _BEFORE * parts.sum(axis=0)
