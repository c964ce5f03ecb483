"""How well are questions recognised? ``python -m benchmarks.grouping``.

Over tests/practice/labelled_questions.csv: 54 questions as they were first asked, 134 repeats of them as one jots them
down (in part, in another order, some with slips), 54 in quite other words, and 50 unrelated ones, most of which share
words with one of the first. Each of those is compared with all first
wordings among 2,000 earlier questions made up for the purpose. Also the time that one suggestion takes.
"""

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from lib.practice.cards import Card
from lib.practice.grouping import LOOKS_THE_SAME, Suggestion, WordingIndex
from lib.records.question import Question

LABELLED = Path(__file__).parents[1] / "tests" / "practice" / "labelled_questions.csv"
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


def in_three(index: WordingIndex, pairs: list[tuple[str, str]]) -> float:
    """The share of the wordings whose topic is among the three offered."""
    return sum(topic in {one.card.id for one in index.suggest(text)} for topic, text in pairs) / len(pairs)


def said_the_same(index: WordingIndex, pairs: list[tuple[str, str]], least: float) -> tuple[int, int]:
    """How often a page would show 'looks like the same question', and how often that is right."""
    top = [(topic, _first(index.suggest(text, most=1))) for topic, text in pairs]
    said = [(topic, one) for topic, one in top if one and one.similarity >= least]
    return len(said), sum(topic == one.card.id for topic, one in said)


def _first(found: tuple[Suggestion, ...]) -> Suggestion | None:
    return found[0] if found else None


def milliseconds(index: WordingIndex, texts: list[str]) -> tuple[float, float]:
    """The median and the longest processor time of a suggestion, each wording timed once."""
    times = []
    for text in texts:
        start = process_time()
        index.suggest(text)
        times.append(1000 * (process_time() - start))
    return median(times), max(times)


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How well, and how fast, questions are recognised.")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the made-up questions")
    options = parser.parse_args()
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
