"""Learn where lines of a note belong that no rule is sure of: ``python -m benchmarks.capture_weights [--write]``.

From the labelled notes in tests/capture that may teach, and the lines beside them. Without ``--write`` it is
cross-validated, leaving out some notes at a time (``--parts``; as many as there are notes leaves out one), and prints
how the notes left out are sorted. ``--write`` learns from all and writes lib/capture/learned/weights.txt.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from benchmarks.tables import share, table
from lib.capture.learned.features import Around, around
from lib.capture.learned.weighing import Ruled, weighed
from lib.capture.learned.weights import FILE, PLACES, Weights, parts
from lib.capture.places import Place
from lib.capture.sorting import by_rules
from tests.capture.labelled import LINES, TAUGHT, files, lines_of, place_of

WRITTEN = Path(__file__).parent.parent / "lib" / "capture" / "learned" / FILE
MOST_FEATURES = 6000
LEAST_TIMES = 4
PENALTY = 0.15
TIMES = 3
"""How often each line is learned from, each time with other places hidden."""
HIDDEN, HIDDEN_QUESTIONS = 0.5, 0.12
"""How many places around a line are taken for a note while learning: the rules know these notes too well."""


@dataclass(frozen=True)
class Example:
    """A line to learn from: ``filled`` and ``ruled`` as in ``weighing``; ``around`` is None without a note."""

    lot: str
    note: str
    words: str
    place: Place
    around: Around | None
    filled: Place
    ruled: Place | None = None
    is_told: bool = False


def examples(path: Path, lot: str, chance: Random | None) -> Iterator[Example]:
    """The lines of a note, some of what is around them hidden if ``chance`` is given."""
    labelled = lines_of(path)
    lines, places = by_rules([line for _, line in labelled])
    near = around(_hidden(places, chance) if chance else places, [line.under for line in lines])
    for (label, _), line, filled, its in zip(labelled, lines, places, near, strict=True):
        is_told = line.is_told or not line.words
        yield Example(lot, path.stem, line.words, place_of(label), its, filled, line.place, is_told)


def _hidden(places: Sequence[Place], chance: Random) -> list[Place]:
    share_of = {Place.NOTHING: 0.0, Place.ASKED: HIDDEN_QUESTIONS}
    return [Place.NOTES if chance.random() < share_of.get(place, HIDDEN) else place for place in places]


def lines_alone() -> Iterator[Example]:
    for label, line in lines_of(LINES):
        yield Example("alone", "", line, place_of(label), None, place_of(label))


def learned(every: Sequence[Example]) -> Weights:
    """The weights learned from these, of the features that tell the most."""
    these = [one for one in every if one.words and one.place != Place.NOTHING]
    found = [dict(parts(one.words, one.around)) for one in these]
    places = np.array([PLACES.index(one.place) for one in these])
    counts: dict[str, int] = {}
    for names in found:
        counts.update((name, counts.get(name, 0) + 1) for name in names)
    rows = _numbered(name for name, count in counts.items() if count >= LEAST_TIMES)
    fitted, _ = _fitted(_matrix(found, rows), places)
    often = np.sqrt([counts[name] for name in rows])
    telling = np.argsort(-np.abs(fitted).max(axis=1) * often, kind="stable")[:MOST_FEATURES]
    names = list(rows)
    rows = _numbered(names[at] for at in telling)
    fitted, before = _fitted(_matrix(found, rows), places)
    return Weights(rows, fitted.astype(np.float32), before.astype(np.float32), fingerprint())


def _numbered(names: Iterator[str]) -> dict[str, int]:
    return {name: row for row, name in enumerate(sorted(names))}


def _matrix(found: Sequence[dict[str, float]], rows: dict[str, int]) -> csr_array:
    at = [(row, rows[name], part) for row, names in enumerate(found) for name, part in names.items() if name in rows]
    lines, columns, values = zip(*at, strict=True)
    return csr_array((values, (lines, columns)), shape=(len(found), len(rows)), dtype=np.float64)


def _fitted(matrix: csr_array, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    model = LogisticRegression(C=1 / PENALTY, max_iter=300, tol=1e-3).fit(matrix, places)
    return model.coef_.T, model.intercept_


def fingerprint() -> str:
    """What tells whether the weights were learned from the labelled lines as they are."""
    paths = [LINES, *(path for lot in TAUGHT for path in files(lot))]
    return f"{crc32(b''.join(path.read_bytes() for path in paths)):08x}"


def cross_validated(number: int) -> Iterator[tuple[Example, Place]]:
    """Each line with its place by weights that didn't know its note."""
    paths = [(path, lot) for lot in reversed(TAUGHT) for path in files(lot)]
    for part in range(number):
        chance = Random(part)
        rest = [
            one for at, (path, lot) in enumerate(paths) if at % number != part for one in examples(path, lot, chance)
        ]
        weights = learned([*rest, *list(lines_alone()) * TIMES])
        for path, lot in paths[part::number]:
            yield from ((one, _place(one, weights)) for one in examples(path, lot, None))


def _place(one: Example, weights: Weights) -> Place:
    if one.is_told or one.around is None or one.filled == Place.NOTHING:
        return one.filled
    return weighed(Ruled(one.words, one.ruled, one.filled, one.around), weights)


def by_lot(found: Sequence[tuple[Example, Place]]) -> Iterator[tuple[str, ...]]:
    for lot in TAUGHT:
        those = [(one.place, place) for one, place in found if one.lot == lot]
        yield (
            lot,
            str(len(those)),
            share(truth == place for truth, place in those),
            share(truth != place == Place.NOTES for truth, place in those),
            share(truth != place != Place.NOTES for truth, place in those),
            str(sum(truth == Place.ASKED and place not in (truth, Place.NOTES) for truth, place in those)),
        )


def main() -> None:
    """Write the weights, or print the table as Markdown."""
    parser = argparse.ArgumentParser(description="Learn where the lines of a note belong.")
    parser.add_argument("--write", action="store_true", help="learn from all and write the weights")
    parser.add_argument("--parts", type=int, default=10, help="into how many parts the notes are cut")
    options = parser.parse_args()
    if options.write:
        chance = Random(0)
        paths = [(path, lot) for lot in TAUGHT for path in files(lot)] * TIMES
        every = [one for path, lot in paths for one in examples(path, lot, chance)]
        WRITTEN.write_text(learned([*every, *list(lines_alone()) * TIMES]).as_text(), "utf-8")
        return
    found = list(cross_validated(options.parts))
    table(("lot", "lines", "right", "left in the note", "in a wrong place", "questions lost"), by_lot(found))


if __name__ == "__main__":
    main()
