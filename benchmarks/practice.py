"""Does the planned queue help? ``python -m benchmarks.practice [--seekers N] [--seed S]``.

Thirty topics of uneven importance (lognormal, sigma 1), each tried once on some day of the month before, 45 % of them
well: with this, random order recalls about what lib/practice was planned with (.760, .818, .804). How fast each is truly forgotten differs from what the schedule believes: the true stability is off
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
from lib.practice.planning import by_due, by_gain, first_half, marked, recalled, sizes

CASES = ((5, 5), (10, 5), (21, 3))
TOPICS = 30
START = 1_790_000_000
MARGIN = 0.03
FIRST_WELL = 0.45

Policy = Callable[["Seeker", int, "Course", np.random.Generator], list[int]]


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
        well = random.random(TOPICS) < self.true.recall(at)
        self.deck = self.deck.reviewed(chosen, well, at)


def seeker(random: np.random.Generator) -> Seeker:
    one = Seeker(Deck.new(TOPICS), np.exp(random.normal(0, 0.5, TOPICS)), np.exp(random.normal(0, 1, TOPICS)))
    ago, well = random.integers(1, 31, TOPICS), random.random(TOPICS) < FIRST_WELL
    for day in range(30, 0, -1):
        one.deck = one.deck.reviewed(ago == day, well, START - day * DAY)
    return one


@dataclass(frozen=True)
class Course:
    """The days until the interview and the reviews that a full sitting takes."""

    days: int
    per_day: int

    @property
    def day(self) -> int:
        return START + self.days * DAY

    def at(self, number: int) -> int:
        return START + number * DAY


def planned(one: Seeker, number: int, course: Course, _: np.random.Generator) -> list[int]:
    is_early = number < first_half(course.days)
    order = by_gain(one.deck, one.importance, course.at(number), course.day, is_early)
    return order[: sizes(course.days, course.per_day)[number]]


def due_only(one: Seeker, number: int, course: Course, _: np.random.Generator) -> list[int]:
    return by_due(one.deck, course.at(number))[: course.per_day]


def at_random(_: Seeker, __: int, course: Course, random: np.random.Generator) -> list[int]:
    return [int(place) for place in random.permutation(TOPICS)[: course.per_day]]


POLICIES: dict[str, Policy] = {"planned": planned, "due only": due_only, "random": at_random}


def outcome(name: str, course: Course, seed: int) -> tuple[float, int]:
    """The true recall on the day, weighted, and the number of reviews, of one seeker under one policy."""
    random = np.random.default_rng(seed)
    one = seeker(random)
    reviews = 0
    for number in range(course.days):
        chosen = tuple(POLICIES[name](one, number, course, random))
        one.review(marked(TOPICS, chosen), course.at(number), random)
        reviews += len(chosen)
    return recalled(one.true.recall(course.day), one.importance), reviews


def rows(seekers: int, seed: int) -> Iterator[tuple[str, ...]]:
    """A row of the table for each case, with the margin over due-only order, its standard error, and a verdict."""
    for days, per_day in CASES:
        results = {
            name: [outcome(name, Course(days, per_day), seed + number) for number in range(seekers)]
            for name in POLICIES
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
