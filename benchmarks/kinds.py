"""How often is the kind of a question guessed, and guessed right? ``python -m benchmarks.kinds [--write]``.

Over tests/practice/labelled_kinds.csv. A third of its groups is held out, by the checksum of the group's name;
a group holds one question in all its wordings, so no held-out question was seen in other words. The chance from which a
kind is guessed is chosen by cross-validation in the other two thirds, five times over five parts of the groups; then
what was held out is measured once. Beside it: the sample workbook, whose questions and kinds others wrote.

``--write`` learns from the whole set and writes lib/practice/kinds/weights.txt, the weights that ship with the app.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import process_time
from zlib import crc32

import numpy as np

from benchmarks.kind_weights import Labelled, labelled, trained
from benchmarks.tables import share, table
from lib.practice.kinds.guessing import LEAST, Guesser, guesser
from lib.practice.kinds.weights import FILE, KINDS, KindWeights
from lib.records.question import wording_key

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "sample" / "questions.csv"
THIRD = 3
PARTS = 5


@dataclass(frozen=True)
class Guess:
    """The likeliest kind of one question with its chance, and the true one."""

    kind: str
    trade: str
    found: str
    chance: float

    @property
    def is_right(self) -> bool:
        """Whether it is the true kind."""
        return self.found == self.kind


def is_held_out(question: Labelled) -> bool:
    return crc32(f"held out: {question.group}".encode()) % THIRD == 0


def in_two() -> tuple[list[Labelled], list[Labelled]]:
    """What may be learned from, and the third held out."""
    questions = labelled()
    return [one for one in questions if not is_held_out(one)], [one for one in questions if is_held_out(one)]


def guesses(by: Guesser, questions: Sequence[Labelled]) -> list[Guess]:
    odds = by.chances([question.text for question in questions])
    return [
        Guess(question.kind, question.trade, KINDS[int(row.argmax())], float(row.max()))
        for question, row in zip(questions, odds, strict=True)
    ]


def held_out_guesses() -> list[Guess]:
    learned, held_out = in_two()
    return guesses(guesser((), KindWeights.from_text(trained(learned).as_text(), len(KINDS))), held_out)


def cross_validated(rounds: int) -> list[Guess]:
    """Guesses within the two thirds, each by what was learned from the other parts."""
    questions = in_two()[0]
    found = []
    for seed in range(rounds):
        groups = sorted({question.group for question in questions})
        Random(seed).shuffle(groups)
        part = {group: place % PARTS for place, group in enumerate(groups)}
        for number in range(PARTS):
            weights = trained([one for one in questions if part[one.group] != number])
            found += guesses(guesser((), weights), [one for one in questions if part[one.group] == number])
    return found


def rates(found: Iterable[Guess], least: float = LEAST) -> tuple[float, float]:
    """The share guessed, and the share right of those."""
    found = list(found)
    said = [one.is_right for one in found if one.chance >= least]
    return len(said) / len(found), float(np.mean(said)) if said else 0.0


def at_each_level(found: list[Guess]) -> Iterator[tuple[str, ...]]:
    for least in (0.0, 0.3, 0.4, 0.5, 0.55, LEAST, 0.65, 0.7, 0.8):
        guessed, right = rates(found, least)
        yield f"{least}{' (in use)' if least == LEAST else ''}", f"{100 * guessed:.1f}", f"{100 * right:.1f}"


def by(found: Iterable[Guess], what: str) -> Iterator[tuple[str, ...]]:
    rows: dict[str, list[Guess]] = defaultdict(list)
    for one in found:
        rows[getattr(one, what)].append(one)
    for key, those in [*rows.items(), ("all", [one for each in rows.values() for one in each])]:
        said = [one for one in those if one.chance >= LEAST]
        yield key, str(len(those)), share(one.chance >= LEAST for one in those), share(one.is_right for one in said)


def sample_guesses() -> list[Guess]:
    """The sample workbook's questions that have a kind, each wording once, those of the labelled set left out."""
    known = {wording_key(one.text) for one in labelled()}
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = {wording_key(row["text"]): row for row in csv.DictReader(file) if row["category"]}
    new = [Labelled(row["category"], "sample", key, row["text"]) for key, row in rows.items() if key not in known]  # type: ignore[arg-type]
    return guesses(guesser(()), new)


def milliseconds(repeats: int = 5) -> tuple[float, float, float]:
    """To read the weights, to take in 150 corrections, and for one guess; each the least of some tries."""
    text = (ROOT / "lib" / "practice" / "kinds" / FILE).read_text("utf-8")
    questions = [(one.text, one.kind) for one in labelled()]
    corrections, others = questions[::7][:150], [one for one, _ in questions[1::7]]
    taught = guesser(corrections)

    def timed(work: object) -> float:
        start = process_time()
        work()  # type: ignore[operator]
        return 1000 * (process_time() - start)

    reading = min(timed(lambda: KindWeights.from_text(text, len(KINDS))) for _ in range(repeats))
    teaching = min(timed(lambda: guesser(corrections)) for _ in range(repeats))
    guessing = min(timed(lambda: [taught.guess(one) for one in others]) for _ in range(repeats)) / len(others)
    return reading, teaching, guessing


def main() -> None:
    """Print the tables, as Markdown, or write the weights."""
    parser = argparse.ArgumentParser(description="How often the kind of a question is guessed, and how often right.")
    parser.add_argument("--write", action="store_true", help="learn from the whole set and write the weights")
    parser.add_argument("--choose", action="store_true", help="only the cross-validation: nothing held out is read")
    parser.add_argument("--rounds", type=int, default=5, help="how often the cross-validation is repeated")
    options = parser.parse_args()
    if options.write:
        (ROOT / "lib" / "practice" / "kinds" / FILE).write_text(trained(labelled()).as_text(), "utf-8")
        return
    found = cross_validated(options.rounds)
    print("Cross-validation within the two thirds.\n")
    table(("said from", "guessed", "right"), at_each_level(found))
    if options.choose:
        return
    held_out = held_out_guesses()
    for title, what in (("By kind", "kind"), ("By trade", "trade")):
        print(f"\n{title}, held out.\n")
        table((what, "questions", "guessed", "right of those"), by(held_out, what))
    print("\nThe sample workbook's questions.\n")
    table(("", "questions", "guessed", "right of those"), by(sample_guesses(), "trade"))
    reading, teaching, guess = milliseconds()
    print(f"\nWeights read in {reading:.0f} ms, 150 corrections taken in {teaching:.0f} ms, a guess in {guess:.2f} ms.")


if __name__ == "__main__":
    main()
