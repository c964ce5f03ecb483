"""How well are questions recognised? ``python -m benchmarks.grouping``.

Over tests/practice/labelled_questions.csv: 54 questions as they were first asked, 134 repeats of them as one jots them
down (in part, in another order, some with slips), 54 in quite other words, and 50 unrelated ones, most of which share
words with one of the first. Each of those is compared with all first
wordings among 2,000 earlier questions made up for the purpose. Also the time that one suggestion takes.

``--meaning`` adds what the optional model makes of them, and of tests/practice/reworded_questions.csv: 75 questions of
many trades, each put in two ways.
"""

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time

import numpy as np

from lib.extras.meaning import MiniLM, Vectors
from lib.practice.cards import Card
from lib.practice.grouping import LOOKS_THE_SAME, MEANS_THE_SAME, TopicSuggestion, WordingIndex
from lib.records.question import Question

LABELLED = Path(__file__).parents[1] / "tests" / "practice" / "labelled_questions.csv"
REWORDED = LABELLED.with_name("reworded_questions.csv")
EARLIER = 2000
AIM_MS = 20

_OPENINGS = (
    "Tell me about a time when you {}",
    "How would you {}",
    "Describe a situation where you had to {}",
    "Why would you {}",
    "When did you last {}",
    "What would it take for you to {}",
)
_VERBS = (
    *("plan", "plant", "count", "repair", "present", "teach", "sell", "rent", "clean", "rank", "label", "paint"),
    *("draw", "record", "sort", "store", "weigh", "merge", "split", "share", "raise", "close", "measure", "test"),
)
_THINGS = (
    *(
        "a workshop",
        "a delivery",
        "a contract",
        "an invoice",
        "a spreadsheet",
        "a press release",
        "a garden",
        "a survey",
    ),
    *("a vendor", "a timetable", "an archive", "a festival", "a recipe", "a brochure", "a translation", "a bridge"),
    *("a clinic", "a fleet of vans", "a shift", "a museum", "a machine", "a tender", "an audit", "a newsletter"),
)
_ENDS = ("in a week", "with a small crew", "for a new branch", "after a holiday", "on a rainy day", "by yourself")


def labelled() -> dict[str, list[tuple[str, str]]]:
    """The labelled set by kind: topic, which is empty for the unrelated ones, and wording."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with LABELLED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            found[row["kind"]].append((row["topic"], row["text"]))
    return found


def reworded() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The questions of many trades as topic and wording: as first asked, and put again in other words."""
    with REWORDED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return [(row["first"], row["first"]) for row in rows], [(row["first"], row["again"]) for row in rows]


def earlier_cards(first: list[tuple[str, str]], size: int, seed: int) -> tuple[Card, ...]:
    """The first wordings, among so many made-up ones that there are ``size`` in all."""
    random = Random(seed)
    made_up: dict[str, str] = {}
    while len(made_up) < size - len(first):
        words = f"{random.choice(_VERBS)} {random.choice(_THINGS)} {random.choice(_ENDS)}?"
        made_up[f"made-up-{len(made_up)}"] = random.choice(_OPENINGS).format(words)
    return tuple(
        Card(topic, None, (Question(id=f"qu-{topic}", text=text),)) for topic, text in [*first, *made_up.items()]
    )


def in_three(index: "WordingIndex | Meant", pairs: list[tuple[str, str]]) -> float:
    """The share of the wordings whose topic is among the three offered."""
    return sum(topic in {one.card.id for one in index.suggest(text)} for topic, text in pairs) / len(pairs)


class Meant:
    """An index that compares by meaning too."""

    def __init__(self, encoder: MiniLM, cards: tuple[Card, ...]) -> None:
        self._index, self._encoder = WordingIndex(cards), encoder
        self._vectors: Vectors = np.concatenate([encoder([text]) for text in self._index.wordings])

    def suggest(self, wording: str, most: int = 3) -> tuple[TopicSuggestion, ...]:
        """As ``WordingIndex.suggest`` with the model's answer."""
        return self._index.suggest(wording, most, meaning=self._vectors @ self._encoder([wording])[0])


def offered_unasked(index: WordingIndex | Meant, pairs: list[tuple[str, str]], least: float) -> tuple[int, int]:
    """For how many wordings an earlier question is offered before anyone asks, and for how many the right one is."""
    every = [
        (topic, [one for one in index.suggest(text) if one.looks_the_same or one.meaning >= least])
        for topic, text in pairs
    ]
    return sum(bool(found) for _, found in every), sum(
        topic in {one.card.id for one in found} for topic, found in every
    )


def said_the_same(index: WordingIndex, pairs: list[tuple[str, str]], least: float) -> tuple[int, int]:
    """How often a page would show 'looks like the same question', and how often that is right."""
    top = [(topic, _first(index.suggest(text, most=1))) for topic, text in pairs]
    said = [(topic, one) for topic, one in top if one and one.similarity >= least]
    return len(said), sum(topic == one.card.id for topic, one in said)


def _first(found: tuple[TopicSuggestion, ...]) -> TopicSuggestion | None:
    return found[0] if found else None


def milliseconds(index: WordingIndex | Meant, texts: list[str]) -> tuple[float, float]:
    """The median and the longest processor time of a suggestion, each wording timed once."""
    times = []
    for text in texts:
        start = process_time()
        index.suggest(text)
        times.append(1000 * (process_time() - start))
    return median(times), max(times)


def by_meaning(seed: int) -> None:
    """Print the tables of what the optional model finds, as Markdown."""
    found, (first, again) = labelled(), reworded()
    begin, clock = process_time(), perf_counter()
    encoder = MiniLM()
    print(f"The model is loaded in {process_time() - begin:.1f} s of processor time, {perf_counter() - clock:.1f} s.")
    print("\n| earlier questions | of | letters | with meaning |\n|---|---|---|---|")
    asked = [
        ("jotted", found["first"], found["jotted"]),
        ("reworded", found["first"], found["reworded"]),
        ("of many trades", first, again),
    ]
    for name, known, wordings in asked:
        for size in (len(known), EARLIER):
            cards = earlier_cards(known, size, seed)
            begin, clock = process_time(), perf_counter()
            meant = Meant(encoder, cards)
            took = f"{process_time() - begin:.1f} s of processor time, {perf_counter() - clock:.1f} s"
            letters = in_three(WordingIndex(cards), wordings)
            print(f"| {size} | {len(wordings)} {name} | {letters:.3f} | {in_three(meant, wordings):.3f} |")
    print(f"\n{EARLIER} questions are looked at in {took}.")
    middle, longest = milliseconds(meant, [text for _, text in again])
    print(f"A suggestion against them: {middle:.1f} ms in the median, {longest:.1f} ms at most.")
    print("\n| offered unasked from | to | offered | the right one among them |\n|---|---|---|---|")
    meant = Meant(encoder, earlier_cards([*found["first"], *first], len(found["first"]) + len(first), seed))
    for least in sorted({0.5, 0.55, 0.6, 0.65, MEANS_THE_SAME}):
        for name, wordings in (("reworded", [*found["reworded"], *again]), ("unrelated", found["unrelated"])):
            offered, right = offered_unasked(meant, wordings, least)
            mark = " (in use)" if least == MEANS_THE_SAME else ""
            print(f"| {least}{mark} | {len(wordings)} {name} | {offered} | {right} |")


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How well, and how fast, questions are recognised.")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the made-up questions")
    parser.add_argument("--meaning", action="store_true", help="with the optional model alone")
    options = parser.parse_args()
    if options.meaning:
        by_meaning(options.seed)
        return
    found = labelled()
    print("| earlier questions | of | right topic among three |\n|---|---|---|")
    for size in (len(found["first"]), EARLIER):
        index = WordingIndex(earlier_cards(found["first"], size, options.seed))
        for kind in ("jotted", "reworded"):
            print(f"| {size} | {len(found[kind])} {kind} | {in_three(index, found[kind]):.3f} |")
    index = WordingIndex(earlier_cards(found["first"], len(found["first"]), options.seed))
    everything = [*found["jotted"], *found["reworded"], *found["unrelated"]]
    print("\n| said from | said | right | precision | of the jotted ones |\n|---|---|---|---|---|")
    for least in sorted({0.45, 0.5, 0.55, 0.6, 0.65, 0.7, LOOKS_THE_SAME}):
        said, right = said_the_same(index, everything, least)
        of_jotted = said_the_same(index, found["jotted"], least)[1] / len(found["jotted"])
        mark = " (in use)" if least == LOOKS_THE_SAME else ""
        print(f"| {least}{mark} | {said} | {right} | {right / said if said else 1:.3f} | {of_jotted:.3f} |")
    cards = earlier_cards(found["first"], EARLIER, options.seed)
    start = process_time()
    index = WordingIndex(cards)
    built = 1000 * (process_time() - start)
    middle, longest = milliseconds(index, [text for _, text in everything])
    long_one = milliseconds(index, ["".join(text for _, text in everything)[:5000]])[1]
    print(
        f"\nA suggestion against {EARLIER} earlier questions: {middle:.2f} ms in the median, {longest:.2f} ms at most, "
        f"{long_one:.2f} ms for one of 5,000 characters (aim: under {AIM_MS} ms). The index is built in {built:.0f} ms."
    )


if __name__ == "__main__":
    main()
