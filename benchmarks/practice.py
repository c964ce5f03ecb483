"""Does the planned queue help? ``python -m benchmarks.practice [--seekers N] [--seed S]``.

Thirty hard questions of uneven importance (lognormal, sigma 1), each last practised on some day of the month before,
with difficulties of 3 to 9 and stabilities of half a day in the median (lognormal, sigma 1.5). How fast each is truly
forgotten differs from what the schedule believes: the true stability is off by a factor e^(+-0.5), normal on the log
scale. A review succeeds with the true recall, and is graded good or again. Then an interview is entered, in 5, 10 or 21
days, with 5, 5 or 3 reviews a day: the plan, the plan without its look ahead (greedy), due-only order, and a random
choice practise the same seekers. Scored:
the true recall on the day, weighted by importance, and the number of reviews. ``--stability`` and ``--unevenness`` try
other memories and importances.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from statistics import fmean, stdev

import numpy as np

from lib.practice.deck import DAY, Deck, Flags, Floats
from lib.practice.planning import PracticePlan, order_by_due, order_by_gain, order_for_today

CASES = ((5, 5), (10, 5), (21, 3))
TOPICS = 30
START = 1_790_000_000
MARGIN = 0.03

Policy = Callable[["Seeker", int, "Case", np.random.Generator], list[int]]


@dataclass
class Seeker:
    """The topics as the schedule believes them, the factor by which truth differs, and their importance."""

    deck: Deck
    factor: Floats
    importance: Floats

    @property
    def true(self) -> Deck:
        """The topics as they are truly remembered."""
        return replace(self.deck, stability=self.deck.stability * self.factor)

    def review(self, chosen: Flags, at: int, random: np.random.Generator) -> None:
        """Practise some of the topics, each with its chance of going well."""
        well = random.random(TOPICS) < self.true.recall(at)
        self.deck = self.deck.after_review(chosen, well, at)


def seeker(random: np.random.Generator, case: "Case") -> Seeker:
    stability = case.stability * np.exp(random.normal(0, 1.5, TOPICS))
    last = START - random.integers(1, 31, TOPICS) * DAY
    due = last + np.maximum(1, np.rint(stability)).astype(np.int64) * DAY
    graduated = np.zeros(TOPICS, dtype=np.int64)
    deck = Deck(stability, random.uniform(3, 9, TOPICS), last, due, graduated, graduated)
    factor, importance = random.normal(0, 0.5, TOPICS), random.normal(0, case.unevenness, TOPICS)
    return Seeker(deck, np.exp(factor), np.exp(importance))


@dataclass(frozen=True)
class Case:
    """The days until the interview, the reviews that a full sitting takes, and what the seekers are like."""

    days: int
    per_day: int
    stability: float
    unevenness: float

    @property
    def day(self) -> int:
        """When the interview is."""
        return START + self.days * DAY

    def at(self, number: int) -> int:
        """When the sitting of that day is, counted from 0."""
        return START + number * DAY


def course(number: int, case: Case) -> PracticePlan:
    now, day = datetime.fromtimestamp(case.at(number), UTC), datetime.fromtimestamp(case.day, UTC)
    return PracticePlan(now, day, case.per_day, datetime.fromtimestamp(START, UTC).date())


def planned(one: Seeker, number: int, case: Case, _: np.random.Generator) -> list[int]:
    left = course(number, case)
    return order_for_today(one.deck, one.importance, left)[: left.sizes[0]]


def greedy(one: Seeker, number: int, case: Case, _: np.random.Generator) -> list[int]:
    order = order_by_gain(one.deck, one.importance, case.at(number), case.day)
    return order[: course(number, case).sizes[0]]


def due_only(one: Seeker, number: int, case: Case, _: np.random.Generator) -> list[int]:
    return order_by_due(one.deck, case.at(number))[: case.per_day]


def at_random(_: Seeker, __: int, case: Case, random: np.random.Generator) -> list[int]:
    return [int(place) for place in random.permutation(TOPICS)[: case.per_day]]


POLICIES: dict[str, Policy] = {"planned": planned, "greedy": greedy, "due only": due_only, "random": at_random}


def outcome(name: str, case: Case, seed: int) -> tuple[float, int]:
    """The true recall on the day, weighted, and the number of reviews, of one seeker under one policy."""
    random = np.random.default_rng(seed)
    one = seeker(random, case)
    reviews = 0
    for number in range(case.days):
        chosen = POLICIES[name](one, number, case, random)
        one.review(np.isin(np.arange(TOPICS), chosen), case.at(number), random)
        reviews += len(chosen)
    return float(np.average(one.true.recall(case.day), weights=one.importance)), reviews


def rows(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    """A row of the table for each case, with the margin over due-only order, its standard error, and a verdict."""
    seekers = range(options.seed, options.seed + options.seekers)
    for days, per_day in CASES:
        if options.days not in (None, days):
            continue
        case = Case(days, per_day, options.stability, options.unevenness)
        results = {name: [outcome(name, case, seed) for seed in seekers] for name in POLICIES}
        gaps = [mine - theirs for (mine, _), (theirs, _) in zip(results["planned"], results["due only"], strict=True)]
        reviews = {name: fmean(count for _, count in found) for name, found in results.items()}
        reached = fmean(gaps) >= MARGIN and reviews["planned"] <= reviews["due only"]
        yield (
            f"{days} days, {per_day} a day",
            *(f"{fmean(score for score, _ in results[name]):.3f}" for name in POLICIES),
            f"{fmean(gaps):+.3f} ± {stdev(gaps) / len(gaps) ** 0.5:.3f}",
            *(f"{reviews[name]:.1f}" for name in POLICIES),
            "reached" if reached else "NOT REACHED",
        )


def main() -> None:
    """Print the table, as Markdown."""
    parser = argparse.ArgumentParser(description="The planned queue against due-only order and a random choice.")
    parser.add_argument("--seekers", type=int, default=400, help="how many simulated seekers a case")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first seeker; the next ones count on")
    parser.add_argument("--days", type=int, help="only the case of so many days")
    parser.add_argument("--stability", type=float, default=0.5, help="the median stability in days")
    parser.add_argument("--unevenness", type=float, default=1.0, help="the sigma of the importances, on the log scale")
    options = parser.parse_args()
    columns = ("case", *POLICIES, "planned over due only", *(f"reviews, {name}" for name in POLICIES), "aim")
    print(f"Recalled importance on the day, {options.seekers} seekers a case from seed {options.seed}.\n")
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    for row in rows(options):
        print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
