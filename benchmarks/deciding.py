"""Does the stated share match the truth? ``python -m benchmarks.deciding [--seekers N] [--seed S]``.

Each seeker has true weights from Dirichlet(1) and true scores, uniform on 0 to 10, for some options on some criteria.
What they type in is off: each weight by a factor e^(+-.5), normal on the log scale, each score by a normal error of 1
on 0 to 10, cut at the ends and rounded to a tenth. The page names the option with the largest weighted sum of what was
typed in, and states how often it comes first when weights and scores are shaken together. A hit: that option is truly
the best. Stated and true hit rate are compared in bins of a tenth; the expected calibration error is the mean of their
gaps, weighted by the seekers in each bin. The aim, .03, is for 3 options by 7 criteria; further cases show how far it
carries: other sizes, scores normal around 5 with standard deviation 2, scores of uneven sureness that are off by as
much as stated, and a fifth of the scores not known, either each by itself or, of one option, all equally good or bad.
Seekers with an option of whose weight less than .7 is known are told that it is too early, so others take their place
here. For comparison the share is also stated with the weights alone shaken.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from lib.decide.scores import MIDDLE, SPREAD
from lib.decide.stability import first_shares, sampled_totals, sampled_weights
from lib.decide.verdict import ENOUGH
from lib.decide.weighted_sum import Floats, shares_known, totals

AIM = 0.03
BINS = 10


@dataclass(frozen=True)
class Case:
    """How many options and criteria, how the true scores are spread, how sure they are, and how many are not known."""

    options: int = 3
    criteria: int = 7
    scores: str = "uniform"
    sureness: str = "fairly"
    unknown: float = 0.0
    together: bool = False

    @property
    def name(self) -> str:
        """What the case is called in the table."""
        parts = [f"{self.options} by {self.criteria}"]
        parts += [f"{self.scores} scores"] if self.scores != "uniform" else []
        parts += ["uneven sureness"] if self.sureness != "fairly" else []
        parts += [f"{self.unknown:.0%} not known"] if self.unknown else []
        parts += ["good or bad together"] if self.together else []
        return ", ".join(parts)


CASES = (
    Case(),
    Case(scores="normal"),
    Case(sureness="uneven"),
    Case(unknown=0.2),
    Case(unknown=0.2, together=True),
    Case(options=2, criteria=9, unknown=0.2, together=True),
    Case(options=2, criteria=3),
    Case(options=2, criteria=9),
    Case(options=5, criteria=9),
    Case(options=10, criteria=15),
)


@dataclass(frozen=True)
class Told:
    """One seeker's answer: the share stated, that with the weights alone shaken, and whether it was a hit."""

    stated: float
    weights_alone: float
    hit: bool


def told(case: Case, seed: int, draws: int) -> Told:
    """What the page tells one seeker, and whether it is true."""
    random = np.random.default_rng(seed)
    shape = (case.options, case.criteria)
    true_weights = random.dirichlet(np.ones(case.criteria))
    true_scores = _true_scores(case, random)
    spreads = _spreads(case, random)
    factors, errors = np.exp(random.normal(0, 0.5, case.criteria)), random.normal(0, spreads)
    hidden = random.random(shape) < case.unknown
    if case.together:
        true_scores = np.where(hidden, random.uniform(0, 100, (case.options, 1)), true_scores)
    weights = true_weights * factors
    scores = np.rint(np.clip(true_scores + errors, 0, 100))
    scores = np.where(hidden, np.nan, scores)
    if (shares_known(scores, weights) < ENOUGH).any():
        return told(case, seed + 1_000_000_007, draws)
    first = int(np.argmax(totals(scores, weights)))
    stated = first_shares(sampled_totals(scores, spreads, weights, random, draws))[first]
    shaken = sampled_weights(weights, random, draws)
    alone = float(np.mean(np.argmax(shaken @ np.nan_to_num(scores, nan=MIDDLE).T, axis=1) == first))
    return Told(float(stated), alone, first == int(np.argmax(true_scores @ true_weights)))


def _true_scores(case: Case, random: np.random.Generator) -> Floats:
    shape = (case.options, case.criteria)
    return random.uniform(0, 100, shape) if case.scores == "uniform" else np.clip(random.normal(50, 20, shape), 0, 100)


def _spreads(case: Case, random: np.random.Generator) -> Floats:
    shape = (case.options, case.criteria)
    if case.sureness == "fairly":
        return np.full(shape, SPREAD["fairly"])
    return np.array([SPREAD[word] for word in ("guess", "fairly", "sure")])[random.integers(0, 3, shape)]


def bins(stated: Floats, hits: Floats) -> Iterator[tuple[int, int, float, float]]:
    """Each bin's number, its seekers, its mean stated share and its hit rate."""
    place = np.minimum((stated * BINS).astype(int), BINS - 1)
    for number in range(BINS):
        inside = place == number
        if inside.any():
            yield number, int(inside.sum()), float(stated[inside].mean()), float(hits[inside].mean())


def calibration_error(stated: Floats, hits: Floats) -> float:
    """The mean gap between stated and true hit rate, weighted by the seekers in each bin."""
    return sum(n * abs(said - true) for _, n, said, true in bins(stated, hits)) / len(stated)


def row(case: Case, answers: list[Told]) -> tuple[str, ...]:
    """A case's row of the first table."""
    stated, hits = _arrays(answers)
    alone = np.array([answer.weights_alone for answer in answers])
    error = calibration_error(stated, hits)
    aimed = case == Case()
    return (
        case.name,
        f"{hits.mean():.3f}",
        f"{stated.mean():.3f}",
        f"{error:.4f}",
        f"{alone.mean():.3f}",
        f"{calibration_error(alone, hits):.4f}",
        ("reached" if error <= AIM else "NOT REACHED") if aimed else "",
    )


def _arrays(answers: list[Told]) -> tuple[Floats, Floats]:
    return np.array([answer.stated for answer in answers]), np.array([float(answer.hit) for answer in answers])


def milliseconds(options: int, criteria: int, draws: int, times: int = 50) -> tuple[float, float]:
    """The median and the longest time of shaking once."""
    random = np.random.default_rng(0)
    scores, spreads = random.uniform(0, 100, (options, criteria)), np.full((options, criteria), 10.0)
    weights = random.dirichlet(np.ones(criteria))
    taken: list[float] = []
    for _ in range(times):
        began = perf_counter()
        first_shares(sampled_totals(scores, spreads, weights, random, draws))
        taken.append(1000 * (perf_counter() - began))
    return float(np.median(taken)), max(taken)


def print_table(columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    for cells in rows:
        print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="Stated share against true hit rate of the option named first.")
    parser.add_argument("--seekers", type=int, default=4000, help="how many simulated seekers a case")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first seeker; the next ones count on")
    parser.add_argument("--draws", type=int, default=4000, help="how many shaken copies a seeker")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.seekers)
    main_case = [told(Case(), seed, options.draws) for seed in seeds]
    stated, hits = _arrays(main_case)
    print(f"{Case().name}, {options.seekers} seekers from seed {options.seed}, {options.draws} draws each.\n")
    found = bins(stated, hits)
    cells = (
        (
            f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}",
            str(n),
            f"{said:.3f}",
            f"{true:.3f}",
            f"{said - true:+.3f}",
        )
        for number, n, said, true in found
    )
    print_table(("stated share", "seekers", "stated", "true", "stated over true"), cells)
    print(f"\nExpected calibration error: {calibration_error(stated, hits):.4f} (aim: at most {AIM}).\n")
    columns = ("case", "hit rate", "stated", "error", "stated, weights alone", "error", "aim")
    others = (row(case, [told(case, seed, options.draws) for seed in seeds]) for case in CASES[1:])
    print_table(columns, iter((row(Case(), main_case), *others)))
    median, longest = milliseconds(10, 15, options.draws)
    print(f"\nTen options by 15 criteria: {median:.1f} ms in the median of 50, {longest:.1f} ms at the longest.")


if __name__ == "__main__":
    main()
