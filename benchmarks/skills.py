"""Does the report claim changes that are none, and find those that are? ``python -m benchmarks.skills [--searches N]``.

Made-up searches of 40 interviews with ten ratings each: round(3.3 + .9 z), clipped to 1 to 5, with z sharing a halo of
r = .4 within an interview. Each is a whole workbook, and ``lib.insight.skills.changes`` reads it as the page does,
after every interview at which its verdict can change (in between it is the same: a test holds that).

First nothing changes: how often a search has met 'established' or 'worth watching' by each verdict, beside two looks
that many make: the last three ratings against the first three (a mean half a point apart in any dimension), and the
straight line's t test of every dimension at .05 after every interview. Then two of the ten move by two points in a
straight line over the search, of 20 or 40 interviews: established in at least one of the two, in both, in one of the
eight others, in the mean over all; the same at least worth watching; and with .05/7 at every count instead. Then one of
ten moves by what 'would have been found three times in four'. Then the mood carries over from one interview to the next
(halo and noise, lag-1 correlation .5): what is claimed falsely, and how often the warning is shown. Last, changes are
drawn from N(0, .75): how often the 80% interval holds what the ratings would have changed by without noise.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import numpy as np

from benchmarks.tables import share, table
from lib.insight.skills.changes import ALPHA_BY_LOOK, SkillChanges, skill_changes
from lib.insight.skills.trend import CHANGE_SCALE
from lib.records.dimension import KNOWN_DIMENSIONS
from lib.records.interview import Interview
from lib.records.rating import Rating
from lib.records.workbook import Workbook

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
KEYS = tuple(entry.key for entry in KNOWN_DIMENSIONS)[:10]
LONGEST = max(ALPHA_BY_LOOK)
CENTRE, NOISE, HALO = 3.3, 0.9, 0.4
T_AT_05 = {3: 12.71, 4: 4.303, 5: 3.182, 6: 2.776, 7: 2.571, 8: 2.447, 9: 2.365, 10: 2.306, 15: 2.160, 20: 2.101}

Array = np.ndarray


def noise(random: np.random.Generator, n: int, carried: float = 0.0) -> Array:
    """The deviations of ten ratings, an interview a row; ``carried`` is their lag-1 correlation."""
    fresh = np.sqrt(HALO) * random.normal(size=(n, 1)) + np.sqrt(1 - HALO) * random.normal(size=(n, 10))
    for place in range(1, n):
        fresh[place] = carried * fresh[place - 1] + np.sqrt(1 - carried**2) * fresh[place]
    return NOISE * fresh


def rated(deviations: Array, changes: Array) -> Array:
    """Ratings whose centre moves by ``changes``, one a dimension, in a straight line around the middle."""
    line = np.linspace(-0.5, 0.5, len(deviations))[:, None] * changes
    return np.clip(np.round(CENTRE + line + deviations), 1, 5).astype(int)


def workbook_of(scores: Array) -> Workbook:
    interviews = tuple(
        Interview(
            id=f"iv-{place:02}",
            application_id="ap-1",
            state="done",
            held_at=START + timedelta(days=4 * place),
            stage="technical",
        )
        for place in range(len(scores))
    )
    ratings = tuple(
        Rating(interview_id=f"iv-{place:02}", dimension=key, score=int(score))
        for place, row in enumerate(scores)
        for key, score in zip(KEYS, row, strict=True)
    )
    return Workbook(interviews=interviews, ratings=ratings)


def first(workbook: Workbook, n: int) -> Workbook:
    return replace(workbook, interviews=workbook.interviews[:n])


@dataclass(frozen=True)
class Claims:
    """Which of the ten dimensions, and whether the mean, were established or at least worth watching."""

    established: frozenset[str]
    watch: frozenset[str]
    overall: str

    @property
    def any_established(self) -> bool:
        """Whether anything was, the mean among it."""
        return bool(self.established) or self.overall == "established"

    @property
    def any_watch(self) -> bool:
        """Whether anything was at least worth watching."""
        return bool(self.established or self.watch) or self.overall in ("established", "watch")


def claims(found: SkillChanges) -> Claims:
    tiers = {entry.key: entry.verdict for entry in found.dimensions}
    established, watch = (
        frozenset(key for key, tier in tiers.items() if tier == wanted) for wanted in ("established", "watch")
    )
    return Claims(established, watch, found.overall.verdict)


def watched(scores: Array) -> list[Claims]:
    """The claims at every verdict of a search."""
    whole = workbook_of(scores)
    return [claims(skill_changes(first(whole, n))) for n in ALPHA_BY_LOOK if n <= len(scores)]


def false_claims(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    random = np.random.default_rng([options.seed, 1])
    searches = [rated(noise(random, LONGEST), np.zeros(10)) for _ in range(options.searches)]
    seen = [watched(scores) for scores in searches]
    for place, n in enumerate(ALPHA_BY_LOOK):
        so_far = [one[: place + 1] for one in seen]
        yield (
            str(n),
            share(one[place].any_established for one in seen),
            share(any(each.any_established for each in one) for one in so_far),
            share(any(each.overall == "established" for each in one) for one in so_far),
            share(one[place].any_watch for one in seen),
            share(any(each.any_watch for each in one) for one in so_far),
            share(last_against_first(scores[:n]) for scores in searches),
            share(any(line_test(scores[:m]) for m in range(5, n + 1)) for scores in searches[:: options.thin]),
        )


def last_against_first(scores: Array) -> bool:
    return bool((np.abs(scores[-3:].mean(axis=0) - scores[:3].mean(axis=0)) >= 0.5).any())


def line_test(scores: Array) -> bool:
    """Whether the t test of any dimension's straight line is below .05."""
    order = np.arange(len(scores)) - (len(scores) - 1) / 2
    centred = scores - scores.mean(axis=0)
    slope = order @ centred / (order @ order)
    residual = (centred**2).sum(axis=0) - slope**2 * (order @ order)
    error = np.sqrt(np.maximum(residual, 1e-12) / (len(scores) - 2) / (order @ order))
    limit = next((value for n, value in reversed(T_AT_05.items()) if n <= len(scores)), 2.0)
    return bool((np.abs(slope / error) >= limit).any())


def power(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    moves = np.array([2.0, 2.0, *[0.0] * 8])
    moving = frozenset(KEYS[:2])
    for n, is_even in ((20, False), (20, True), (40, False), (40, True)):
        random = np.random.default_rng([options.seed, 2, n])
        with patch.dict(ALPHA_BY_LOOK, dict.fromkeys(ALPHA_BY_LOOK, 0.05 / 7) if is_even else {}):
            found = [
                claims(skill_changes(workbook_of(rated(noise(random, n), moves)))) for _ in range(options.searches)
            ]
        yield (
            str(n),
            ".05/7" if is_even else f"{ALPHA_BY_LOOK[max(count for count in ALPHA_BY_LOOK if count <= n)]}".lstrip("0"),
            share(bool(one.established & moving) for one in found),
            share(one.established >= moving for one in found),
            share(bool(one.established - moving) for one in found),
            share(one.overall == "established" for one in found),
            share(bool((one.established | one.watch) & moving) for one in found),
            share((one.established | one.watch) >= moving for one in found),
            share(bool((one.established | one.watch) - moving) for one in found),
        )


def smallest(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    for n in (12, 16, 24, 40):
        random = np.random.default_rng([options.seed, 3, n])
        typical = [skill_changes(workbook_of(rated(noise(random, n), np.zeros(10)))) for _ in range(50)]
        change = float(np.median([entry.smallest for one in typical for entry in one.dimensions if entry.smallest]))
        moves = np.array([change, *[0.0] * 9])
        found = (
            claims(skill_changes(workbook_of(rated(noise(random, n), moves)))) for _ in range(options.searches // 2)
        )
        yield str(n), f"{change:.1f}", share(KEYS[0] in one.established for one in found)


def carried(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    for how_much in (0.0, 0.5):
        random = np.random.default_rng([options.seed, 4])
        found = [
            [
                skill_changes(first(whole, n))
                for whole in [workbook_of(rated(noise(random, LONGEST, how_much), np.zeros(10)))]
                for n in (16, 40)
            ]
            for _ in range(options.searches // 2)
        ]
        for place, n in enumerate((16, 40)):
            alarms = [claims(one[place]).any_established for one in found]
            warned = [bool(one[place].warning) for one in found]
            withheld = [would_claim(one[place], ALPHA_BY_LOOK[n]) for one in found]
            yield f"{how_much:.1f}", str(n), share(alarms), share(warned), share(withheld)


def would_claim(found: SkillChanges, level: float) -> bool:
    """Whether anything would be established, were the warning to change nothing."""
    return any(entry.chance is not None and entry.chance <= level for entry in (found.overall, *found.dimensions))


def coverage(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    for n in (6, 12, 24, 40):
        random = np.random.default_rng([options.seed, 5, n])
        held, errors = [], []
        for _ in range(options.searches // 4):
            moves = random.normal(0, CHANGE_SCALE, 10)
            found = skill_changes(workbook_of(rated(noise(random, n), moves)))
            for entry in found.dimensions:
                true = moves[KEYS.index(entry.key)]
                held.append(entry.low <= true <= entry.high)
                errors.append([(entry.change - true) ** 2, (entry.raw - true) ** 2])
        shrunk, raw = np.sqrt(np.mean(errors, axis=0))
        yield str(n), share(held), f"{shrunk:.2f}", f"{raw:.2f}"


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How often changes are claimed that are none, and how often found.")
    parser.add_argument("--searches", type=int, default=2000, help="how many made-up searches a table")
    parser.add_argument("--thin", type=int, default=4, help="take every so-manieth search for the t test")
    parser.add_argument("--seed", type=int, default=0, help="the seed of all of them")
    options = parser.parse_args()
    print(f"{options.searches} searches, seed {options.seed}; percent ± standard error.\n")
    print("Nothing changes; watched after every interview.\n")
    columns = (
        *("interviews", "established here", "established so far", "of these the mean"),
        *("watch here", "watch so far", "last three against first three", "t test of any line, so far"),
    )
    table(columns, false_claims(options))
    print("\nTwo of ten move by two points.\n")
    columns = (
        *("interviews", "level", "one of the two established", "both", "another one", "the mean"),
        *("one of the two at least to watch", "both", "another one"),
    )
    table(columns, power(options))
    print("\nOne of ten moves by what 'would have been found three times in four'.\n")
    table(("interviews", "points", "established"), smallest(options))
    print("\nNothing changes, and the mood carries over.\n")
    table(
        ("lag-1 correlation", "interviews", "established", "warned", "established without the rule"), carried(options)
    )
    print("\nChanges drawn from N(0, .75): the 80% interval, and the root mean squared error in points.\n")
    table(("interviews", "interval holds it", "drawn towards none", "as it was"), coverage(options))


if __name__ == "__main__":
    main()
