"""Guessing the kind of a question, or none if it isn't clear enough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from lib.linear_model import Floats32, softmax
from lib.practice.kinds.features import features, whole_words
from lib.practice.kinds.weights import KINDS, KindWeights, parts_of, shipped
from lib.records.question import Question, wording_key
from lib.records.vocabulary import Category
from lib.records.workbook import Workbook, cached_per_workbook

LEAST = 0.6
"""The lowest probability for a guess: chosen by cross-validation, see docs/benchmarks/kinds.md."""
_LATEST = 150
_PULL = 6.0
_EASE = 0.5

Correction = tuple[str, Category]
"""A wording and the kind that the person chose for it."""


@dataclass(frozen=True)
class Guesser:
    """What comes with the app and what the person's own kinds add to it.

    ``own`` holds their wordings as they are compared. ``moves`` is how far each of their features moves a wording that
    has it too, in log-odds of each kind; ``places`` are its rows.
    """

    weights: KindWeights
    own: dict[str, Category] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    moves: Floats32 = field(default_factory=lambda: np.zeros((0, len(KINDS)), dtype=np.float32))

    def guess(self, wording: str) -> Category | None:
        """The kind: the person's own if they chose one for this wording, else the likeliest if it's clear."""
        if chosen := self.own.get(wording_key(wording)):
            return chosen
        odds = self.chances([wording])[0]
        return cast(Category, KINDS[int(odds.argmax())]) if odds.max() >= LEAST else None

    def chances(self, wordings: Sequence[str]) -> Floats32:
        """The chance of each kind, a row for each wording; all alike if no whole word of it is known."""
        scores = self.weights.scores(wordings)
        for row, wording in enumerate(wordings):
            places, parts = parts_of(features(wording), self.places)
            is_known = any(name in self.weights.rows or name in self.places for name in whole_words(wording))
            scores[row] = scores[row] + parts @ self.moves[places] if is_known else 0
        return softmax(scores)


def guesser(corrections: Iterable[Correction], weights: KindWeights | None = None) -> Guesser:
    """The guesser that knows these corrections, the latest last; of two for one wording the later one counts.

    All of them settle their own wordings. The latest 150 also move wordings that are like them, by as much as the
    weights were wrong about them (kernel ridge regression on what the weights leave over).
    """
    weights = weights or shipped()
    own: dict[str, Category] = {}
    for text, kind in corrections:
        own.pop(wording_key(text), None)
        own[wording_key(text)] = kind
    if not own:
        return Guesser(weights)
    latest = list(own)[-_LATEST:]
    found = sorted({name for text in latest for name in features(text)})
    places = {name: place for place, name in enumerate(found)}
    made_of = np.zeros((len(latest), len(places)), dtype=np.float32)
    for row, text in zip(made_of, latest, strict=True):
        at, parts = parts_of(features(text), places)
        row[at] = parts
    truth = np.eye(len(KINDS), dtype=np.float32)[[KINDS.index(own[text]) for text in latest]]
    missed = truth - softmax(weights.scores(latest))
    alike = made_of @ made_of.T + _EASE * np.eye(len(latest), dtype=np.float32)
    pulls = np.linalg.solve(alike, missed).astype(np.float32) * np.float32(_PULL)
    return Guesser(weights, own, places, made_of.T @ pulls)


def corrections_of(workbook: Workbook) -> tuple[Correction, ...]:
    """The kinds that the person chose, in the order of the file; questions that they asked themselves are left out."""
    return tuple(
        (question.text, question.category)
        for question in workbook.questions
        if question.category and not question.kind_guessed and question.asked_by != "me"
    )


@cached_per_workbook
def guesser_of(workbook: Workbook) -> Guesser:
    """The guesser that this workbook's own kinds have taught."""
    return guesser(corrections_of(workbook))


def with_guessed_kinds(workbook: Workbook, questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions, those without a kind with a guessed one where it's clear.

    Left as they are: what the person asked, and a kind that the person took away (``kind_guessed`` is no).
    """
    return tuple(_with_kind(workbook, question) for question in questions)


def _with_kind(workbook: Workbook, question: Question) -> Question:
    if question.category or question.kind_guessed is False or question.asked_by == "me":
        return question
    kind = guesser_of(workbook).guess(question.text)
    return question.changed(category=kind, kind_guessed=True) if kind else question
