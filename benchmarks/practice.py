"""Does the planned queue help? ``python -m benchmarks.practice [--seekers N] [--seed S]``.

Thirty topics of uneven importance (lognormal, sigma 0.8), each tried three times over the weeks before, the last time
up to a month ago. How fast each is truly forgotten differs from what the schedule believes: the true stability is off
by a factor e^(+-0.5), normal on the log scale. A review succeeds with the true recall, and is graded good or again.
Then an interview is entered, in 5, 10 or 21 days, with 5, 5 or 3 reviews a day: the plan, due-only order, and a
random choice practise the same seekers. Scored: the true recall on the day, weighted by importance, and the reviews.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from statistics import fmean, stdev

import numpy as np

from lib.practice.deck import DAY, Deck, Flags, Floats
from lib.practice.planning import by_due, by_gain, marked, recalled, sizes

CASES = ((5, 5), (10, 5), (21, 3))
TOPICS = 30
START = 1_790_000_000
MARGIN = 0.03

Policy = Callable[["Seeker", int, int, int, np.random.Generator], list[int]]


@dataclass
class Seeker:
    """The topics as the schedule believes them, the factor by which truth differs, and their importance."""

    deck: Deck
    factor: Floats
    importance: Floats

    @property
    def true(self) -> Deck:
        return replace(self.deck, stability=self.deck.stability * self.factor)

    def review(self, chosen: Flags, at: int, random: np.random.Generator) -> None:
        well = random.random(TOPICS) < np.where(np.isnan(self.deck.stability), 0.5, self.true.recall(at))
        self.deck = self.deck.reviewed(chosen, well, at)


def seeker(random: np.random.Generator) -> Seeker:
    one = Seeker(Deck.new(TOPICS), np.exp(random.normal(0, 0.5, TOPICS)), np.exp(random.normal(0, 0.8, TOPICS)))
    ago = np.sort(random.integers(1, 31, (3, TOPICS)), axis=0)[::-1]
    for day in range(30, 0, -1):
        one.review(np.any(ago == day, axis=0), START - day * DAY, random)
    return one


def planned(one: Seeker, at: int, day: int, count: int, _: np.random.Generator) -> list[int]:
    return by_gain(one.deck, one.importance, at, day)[:count]


def due_only(one: Seeker, at: int, _: int, count: int, __: np.random.Generator) -> list[int]:
    return by_due(one.deck, at)[:count]


def at_random(one: Seeker, _: int, __: int, count: int, random: np.random.Generator) -> list[int]:
    return [int(place) for place in random.permutation(len(one.deck.last))[:count]]


POLICIES: dict[str, Policy] = {"planned": planned, "due only": due_only, "random": at_random}


def outcome(name: str, days: int, per_day: int, seed: int) -> tuple[float, int]:
    """The true recall on the day, weighted, and the number of reviews, of one seeker under one policy."""
    random = np.random.default_rng(seed)
    one = seeker(random)
    day = START + days * DAY
    counts = sizes(days, per_day) if name == "planned" else (per_day,) * days
    reviews = 0
    for number, count in enumerate(counts):
        at = START + number * DAY
        chosen = tuple(POLICIES[name](one, at, day, count, random))
        one.review(marked(TOPICS, chosen), at, random)
        reviews += len(chosen)
    return recalled(one.true.recall(day), one.importance), reviews


def rows(seekers: int, seed: int) -> Iterator[tuple[str, ...]]:
    """A row of the table for each case, with the margin over due-only order, its standard error, and a verdict."""
    for days, per_day in CASES:
        results = {
            name: [outcome(name, days, per_day, seed + number) for number in range(seekers)] for name in POLICIES
        }
        gaps = [mine - theirs for (mine, _), (theirs, _) in zip(results["planned"], results["due only"], strict=True)]
        reviews = {name: fmean(count for _, count in found) for name, found in results.items()}
        reached = fmean(gaps) >= MARGIN and reviews["planned"] <= reviews["due only"]
        yield (
            f"{days} days, {per_day} a day",
            *(f"{fmean(score for score, _ in results[name]):.3f}" for name in POLICIES),
            f"{fmean(gaps):+.3f} ± {stdev(gaps) / seekers**0.5:.3f}",
            *(f"{reviews[name]:.1f}" for name in POLICIES),
            "reached" if reached else "NOT REACHED",
        )


def main() -> None:
    """Print the table, as Markdown."""
    parser = argparse.ArgumentParser(description="The planned queue against due-only order and a random choice.")
    parser.add_argument("--seekers", type=int, default=1000, help="how many simulated seekers a case")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first seeker; the next ones count on")
    options = parser.parse_args()
    columns = ("case", *POLICIES, "planned over due only", *(f"reviews, {name}" for name in POLICIES), "aim")
    print(f"Recalled importance on the day, {options.seekers} seekers a case from seed {options.seed}.\n")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for row in rows(options.seekers, options.seed):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
