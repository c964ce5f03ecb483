"""Does the report name what separates a yes from a no?

    python -m benchmarks.separators [--seekers N] [--seed S] [--wrong-kinds SHARE]

Made-up seekers, half with no cause, half with one planted cause of 1.8 log-odds per standard deviation, with 12, 20,
30, 40 or 60 answered interviews in equal parts. Each interview has one of three stages (odds .5, .35, .15) with
log-odds offsets .5, -.2 and -.8, on a level that is normal around -.2 (sd .5) for each seeker. Ten ratings are
round(3.3 + .95 z), clipped to 1 to 5, with z sharing a halo of r = .4, and each rating has a chance of .3 to be .25
lower with each further stage. Eight kinds of question come up with a chance of .2 to .6 each, and six facts of the
circumstances hold with .25 to .6: afternoon, gap, panel, unprepared, and format, where phone has a chance of .4 to .6
and video is the rest (a workbook holds one format an interview). The cause is one of the 24, in its declared direction.

Every seeker is a whole workbook, and ``lib.insight.outcome_factors`` reads it as the page does. It is compared with the
biggest gap of means, reported where it reaches half a standard deviation, and an oracle that knows all of the above but
the seeker's level and what is planted, and names a cause that is likelier than everything else together.

Then seekers without a cause are watched over a whole search of 60 interviews, at every verdict.

``--wrong-kinds .15`` gives that share of the questions another of the eight kinds, whatever the answer, as guesses from
the wording do; the oracle and the gap of means still know the true ones.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from benchmarks.tables import share, table
from lib.insight.outcome_factors.checks import ALPHA_BY_LOOK, outcome_factors
from lib.insight.outcome_factors.evidence import Floats
from lib.insight.outcome_factors.sentences import LOPSIDED
from lib.records.conversation import Conversation
from lib.records.dimension import KNOWN_DIMENSIONS
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.vocabulary import Category, words
from lib.records.workbook import Workbook

SIZES = (12, 20, 30, 40, 60)
STAGES = ("recruiter_screen", "hiring_manager", "final")
OFFSETS = np.array([0.5, -0.2, -0.8])
DIMENSIONS = (*(entry.key for entry in KNOWN_DIMENSIONS if entry.key != "preparation"), "small_talk")
CATEGORIES = words(Category)[:8]
CONTEXT = ("afternoon", "gap", "panel", "unprepared", "format:phone", "format:video")
NAMES = (*(f"rating:{key}" for key in DIMENSIONS), *(f"category:{key}" for key in CATEGORIES), *CONTEXT)
EFFECT = 1.8
LEVEL = (-0.2, 0.5)
START = datetime(2026, 1, 5, tzinfo=UTC)
NODES, NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(15)


@dataclass(frozen=True)
class Seeker:
    """One made-up search: the ratings and flags by interview, all 24 as standardised badness, and the truth."""

    stages: np.ndarray
    scores: np.ndarray
    flags: np.ndarray
    badness: Floats
    rejected: np.ndarray
    cause: str | None

    @property
    def n(self) -> int:
        """How many interviews were answered."""
        return len(self.stages)


def seeker(random: np.random.Generator, n: int, planted: bool) -> Seeker:
    stages = random.choice(3, size=n, p=[0.5, 0.35, 0.15])
    z = np.sqrt(0.4) * random.normal(size=(n, 1)) + np.sqrt(0.6) * random.normal(size=(n, 10))
    lowered = 0.25 * stages[:, None] * (random.random(10) < 0.3)
    scores = np.clip(np.round(3.3 + 0.95 * z - lowered), 1, 5)
    chances = np.concatenate([random.uniform(0.2, 0.6, 8), random.uniform(0.25, 0.6, 4), random.uniform(0.4, 0.6, 1)])
    flags = random.random((n, 13)) < chances
    chances = np.append(chances, 1 - chances[-1])
    flags = np.column_stack([flags, ~flags[:, -1]])
    standard = (flags - chances) / np.sqrt(chances * (1 - chances))
    badness = np.column_stack([(3.3 - scores) / 0.95, standard])
    log_odds = OFFSETS[stages] + random.normal(*LEVEL)
    place = int(random.integers(len(NAMES)))
    if planted:
        log_odds = log_odds - EFFECT * badness[:, place]
    rejected = random.random(n) >= 1 / (1 + np.exp(-log_odds))
    return Seeker(stages, scores.astype(int), flags, badness, rejected, NAMES[place] if planted else None)


def workbook_of(one: Seeker, wrong_kinds: float = 0) -> Workbook:
    """The seeker's search as a workbook; before it comes an interview that waits, for the first gap to count from.

    Each question has another kind with a chance of ``wrong_kinds``.
    """
    slips = np.random.default_rng([one.n, *one.scores.ravel()])
    first = Interview(id="iv-0", application_id="ap-1", state="done", held_at=START, stage="technical")
    interviews, ratings, questions, conversations = [first], [], [], []
    day = START
    for place in range(one.n):
        own = f"iv-{place + 1}"
        facts = dict(zip((*CATEGORIES, *CONTEXT), one.flags[place], strict=True))
        day += timedelta(days=14 if facts["gap"] else 4)
        interviews.append(
            Interview(
                id=own,
                application_id="ap-1",
                state="done",
                held_at=day.replace(hour=14 if facts["afternoon"] else 9),
                stage=STAGES[one.stages[place]],
                format="phone" if facts["format:phone"] else "video",
                outcome="rejected" if one.rejected[place] else "advanced",
                outcome_on=(day + timedelta(days=7)).date(),
            )
        )
        ratings += [
            Rating(interview_id=own, dimension=key, score=int(score))
            for key, score in zip(DIMENSIONS, one.scores[place], strict=True)
        ]
        came_up = [None, *(misread(slips, key, wrong_kinds) for key in CATEGORIES if facts[key])]
        questions += [
            Question(
                id=f"{own}-{number}",
                interview_id=own,
                text="Why?",
                category=key,
                prepared=not facts["unprepared"],
                asked=True,
            )
            for number, key in enumerate(came_up)
        ]
        conversations += [Conversation(interview_id=own, person_id=f"pe-{n}") for n in range(1 + facts["panel"])]
    return Workbook(
        interviews=tuple(interviews),
        ratings=tuple(ratings),
        questions=tuple(questions),
        conversations=tuple(conversations),
    )


def misread(random: np.random.Generator, kind: str, chance: float) -> str:
    """The kind, or with that chance one of the others."""
    others = [other for other in CATEGORIES if other != kind]
    return others[int(random.integers(len(others)))] if random.random() < chance else kind


def report(one: Seeker, wrong_kinds: float = 0) -> str | None:
    return outcome_factors(workbook_of(one, wrong_kinds)).factor


def biggest_gap(one: Seeker) -> str | None:
    if one.rejected.all() or not one.rejected.any():
        return None
    gaps = one.badness[one.rejected].mean(axis=0) - one.badness[~one.rejected].mean(axis=0)
    return NAMES[int(gaps.argmax())] if gaps.max() >= 0.5 else None


def oracle(one: Seeker) -> str | None:
    levels = OFFSETS[one.stages] + LEVEL[0] + LEVEL[1] * NODES[:, None]
    odds = np.stack([levels, *(levels - EFFECT * column for column in one.badness.T)])
    given_level = -np.logaddexp(0, np.where(one.rejected, odds, -odds)).sum(axis=2)
    likelihood = np.exp(given_level - given_level.max()) @ NODE_WEIGHTS
    causes = likelihood[1:] / len(NAMES)
    likelier = causes.max() > likelihood[0] + causes.sum() - causes.max()
    return NAMES[int(causes.argmax())] if likelier else None


METHODS = ("report", "biggest gap", "oracle")


@dataclass(frozen=True)
class Trial:
    """What each method named for one seeker, with the truth."""

    n: int
    lopsided: bool
    cause: str | None
    named: dict[str, str | None]


def trial(seed: int, number: int, wrong_kinds: float) -> Trial:
    random = np.random.default_rng([seed, number])
    one = seeker(random, SIZES[number % len(SIZES)], planted=number // len(SIZES) % 2 == 1)
    found = (report(one, wrong_kinds), biggest_gap(one), oracle(one))
    return Trial(one.n, is_lopsided(one), one.cause, dict(zip(METHODS, found, strict=True)))


def is_lopsided(one: Seeker) -> bool:
    rejections = int(one.rejected.sum())
    return LOPSIDED * min(rejections, one.n - rejections) < one.n


def rates(trials: list[Trial], method: str) -> tuple[str, str, str]:
    """Named and wrongly named of those with a cause, and false alarms of those without."""
    caused = [(one.named[method], one.cause) for one in trials if one.cause]
    free = [one.named[method] for one in trials if not one.cause]
    named = share(found == cause for found, cause in caused)
    return named, share(found not in (None, cause) for found, cause in caused), share(map(bool, free))


def of_single_verdicts(trials: list[Trial]) -> Iterator[tuple[str, ...]]:
    for n in (*SIZES, None):
        those = [one for one in trials if n in (None, one.n)]
        yield (str(n or "all"), str(len(those)), *(cell for method in METHODS for cell in rates(those, method)))


def of_kinds(trials: list[Trial]) -> Iterator[tuple[str, ...]]:
    """The report's rates where the cause is a kind of question, and where it is something else."""
    for told, is_kind in (("a kind of question", True), ("something else", False)):
        those = [one for one in trials if one.cause and one.cause.startswith("category:") == is_kind]
        named, wrongly, _ = rates(those, "report")
        yield told, str(len(those)), named, wrongly


def of_lopsided(trials: list[Trial], options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    """Named by the report where a cause is planted, by how even the answers are."""
    for n in SIZES:
        balanced = [one.named["report"] == one.cause for one in trials if one.cause and one.n == n and not one.lopsided]
        found = (report(one, options.wrong_kinds) == one.cause for one in lopsided_seekers(options, n))
        yield str(n), share(balanced), share(found)


def lopsided_seekers(options: argparse.Namespace, n: int) -> Iterator[Seeker]:
    random = np.random.default_rng([options.seed, 2, n])
    found = 0
    while found < options.lopsided:
        one = seeker(random, n, planted=True)
        if is_lopsided(one) and one.rejected.any() and not one.rejected.all():
            found += 1
            yield one


def watched(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    """How often a seeker without a cause has met a false alarm, at each verdict and up to it."""
    alarms = np.zeros((options.searches, len(SIZES)), dtype=bool)
    for number in range(options.searches):
        one = seeker(np.random.default_rng([options.seed, 1, number]), SIZES[-1], planted=False)
        whole = workbook_of(one, options.wrong_kinds)
        for place, n in enumerate(SIZES):
            so_far = replace(whole, interviews=whole.interviews[: n + 1])
            alarms[number, place] = outcome_factors(so_far).verdict == "established"
    for place, n in enumerate(SIZES):
        yield str(n), f"{ALPHA_BY_LOOK[n]:.2f}", share(alarms[:, place]), share(alarms[:, : place + 1].any(axis=1))


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(
        description="How often the report names a planted cause, and how often a wrong one."
    )
    parser.add_argument("--seekers", type=int, default=4000, help="how many made-up seekers")
    parser.add_argument("--lopsided", type=int, default=400, help="how many with one-sided answers, by n")
    parser.add_argument("--searches", type=int, default=1000, help="how many whole searches without a cause")
    parser.add_argument("--seed", type=int, default=0, help="the seed of all of them")
    parser.add_argument("--wrong-kinds", type=float, default=0, help="the share of the questions with another kind")
    options = parser.parse_args()
    trials = [trial(options.seed, number, options.wrong_kinds) for number in range(options.seekers)]
    print(f"{options.seekers} seekers, seed {options.seed}; percent ± standard error.\n")
    rated = ("named", "wrongly named", "false alarms")
    table(("n", "seekers", *(f"{method}: {rate}" for method in METHODS for rate in rated)), of_single_verdicts(trials))
    print("\nThe report, by what the planted cause is.\n")
    table(("cause", "seekers", "named", "wrongly named"), of_kinds(trials))
    print("\nNamed by the report, where the rarer answer made up at least a quarter, and where less.\n")
    table(("n", "at least a quarter", "less"), of_lopsided(trials, options))
    print(f"\n{options.searches} whole searches without a cause, watched at every verdict.\n")
    table(("n", "level", "false alarms here", "up to here"), watched(options))


if __name__ == "__main__":
    main()
