"""Do the tests of forecasts raise false alarms? ``python -m benchmarks.forecast [--seekers N] [--seed S]``.

Made-up seekers with 5 to 60 sealed forecasts, judged by the very tests that the page reads; for the bands each is a
whole workbook that ``lib.insight.forecasts`` reads as the page does. Forecasts are logistic normal (centre 0, sd 1),
rounded to the nearest five, from 5 to 95%.

First every forecast is right: it comes true as often as predicted. Each of the two tests may then raise an alarm in
2.5% of cases. The exact test of boldness is compared with Spiegelhalter's z against the normal distribution. Then some
are off: 'too low' and 'too high' by one on the log-odds scale, 'too bold' with log-odds that should be half as large,
'too timid' with log-odds that should be twice as large; found is the right alarm.

For the recalibrated curve and the pooled groups the truth is logit(true) = a + b logit(forecast), with a in -.8, 0, .8
and b in .5, 1, 1.5 equally often: how often the 80% bands hold the truth at the forecasts that were made, and the root
mean squared error of the curve, of the share in the forecast's pooled group, and of the forecast as it is.

Last, seekers whose forecasts are right are watched over a whole search of sixty answers, at the counts at which the
tests are made, beside the same tests made after every answer from the fifth on.
"""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from math import erfc, sqrt

import numpy as np

from benchmarks.tables import share, table
from lib.dates import DAY_FIRST
from lib.insight.forecasts.bias import boldness_p, count_p, spiegelhalter_z
from lib.insight.forecasts.forecast import ALPHA, JUDGED_AT, Calibration, forecasts
from lib.records.interview import Interview
from lib.records.seal import seal_of
from lib.records.workbook import Workbook

SIZES = (5, 10, 15, 20, 30, 40, 60)
CURVED = (15, 20, 30, 40, 60)
START = datetime(2026, 1, 5, 18, tzinfo=UTC)
OFF = {"too low": (1.0, 1.0), "too high": (-1.0, 1.0), "too bold": (0.0, 0.5), "too timid": (0.0, 2.0)}
SHIFTS, SLOPES = (-0.8, 0.0, 0.8), (0.5, 1.0, 1.5)

Array = np.ndarray


def given(random: np.random.Generator, n: int) -> Array:
    """Forecasts in percent."""
    wished = 100 / (1 + np.exp(-random.normal(size=n)))
    return np.clip(5 * np.round(wished / 5), 5, 95).astype(np.int64)


def truth(percents: Array, shift: float, slope: float) -> Array:
    odds = shift + slope * np.log(percents / (100 - percents))
    return np.asarray(1 / (1 + np.exp(-odds)))


def workbook_of(percents: Array, came_true: Array) -> Workbook:
    """Forecasts made four days apart, each answered after three."""

    def row(place: int) -> Interview:
        at, own, chance = START + timedelta(days=4 * place), f"iv-{place}", int(percents[place])
        return Interview(
            id=own,
            application_id="ap-1",
            state="done",
            held_at=at,
            stage="technical",
            forecast=chance,
            forecast_at=at,
            seal=seal_of(own, chance, at),
            outcome="advanced" if came_true[place] else "rejected",
            outcome_on=(at + timedelta(days=3)).date(),
        )

    return Workbook(interviews=tuple(row(place) for place in range(len(percents))))


def seeker(random: np.random.Generator, n: int, shift: float, slope: float) -> tuple[Array, Array]:
    percents = given(random, n)
    return percents, (random.random(n) < truth(percents, shift, slope)).astype(np.int64)


def judged(random: np.random.Generator, n: int, shift: float, slope: float) -> Calibration:
    return forecasts(workbook_of(*seeker(random, n, shift, slope)), dates=DAY_FIRST).record


def is_biased(percents: Array, came_true: Array, more: bool) -> bool:
    yes = int(came_true.sum())
    return count_p(percents, yes) <= ALPHA and (100 * yes > int(percents.sum())) is more


def is_off_in_spread(percents: Array, came_true: Array, bold: bool) -> bool:
    z = spiegelhalter_z(percents, came_true)
    return z is not None and (z > 0) is bold and alarms_of(percents, came_true)[1]


RIGHT = {
    "too low": partial(is_biased, more=True),
    "too high": partial(is_biased, more=False),
    "too bold": partial(is_off_in_spread, bold=True),
    "too timid": partial(is_off_in_spread, bold=False),
}
"""Whether the right alarm is raised."""


def false_alarms(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    for n in SIZES:
        random = np.random.default_rng([options.seed, 1, n])
        drawn = [seeker(random, n, 0, 1) for _ in range(options.seekers)]
        bias, boldness = zip(*(alarms_of(*one) for one in drawn), strict=True)
        plain = [(z := spiegelhalter_z(*one)) is not None and erfc(abs(z) / sqrt(2)) <= ALPHA for one in drawn]
        yield str(n), share(bias), share(boldness), share(plain), share(map(any, zip(bias, boldness, strict=True)))


def alarms_of(percents: Array, came_true: Array) -> tuple[bool, bool]:
    """Whether the tests of bias and of boldness, which the page reads, are beyond their level."""
    bias, boldness = count_p(percents, int(came_true.sum())), boldness_p(percents, came_true)
    return bias <= ALPHA, boldness is not None and boldness <= ALPHA


def power(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    for n in SIZES:
        cells = []
        for number, (name, (shift, slope)) in enumerate(OFF.items()):
            random = np.random.default_rng([options.seed, 2, n, number])
            found = [seeker(random, n, shift, slope) for _ in range(options.seekers // 4)]
            cells.append(share(RIGHT[name](*one) for one in found))
        yield str(n), *cells


def bands(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    for n in CURVED:
        random = np.random.default_rng([options.seed, 3, n])
        held, held_by_group, errors = [], [], []
        for number in range(options.seekers // 4):
            shift, slope = SHIFTS[number % 3], SLOPES[number // 3 % 3]
            one = judged(random, n, shift, slope)
            chances = np.array([entry.chance for entry in one.forecasts])
            true = truth(chances, shift, slope)
            at = [point.chance for point in one.curve]
            low, curve, high = (
                np.interp(chances / 100, at, [getattr(point, name) for point in one.curve])
                for name in ("low", "estimate", "high")
            )
            held.append(((low <= true) & (true <= high)).mean())
            groups = [next(group for group in one.groups if 100 * group.last >= chance - 0.01) for chance in chances]
            counts = np.array([group.share for group in groups])
            held_by_group += [
                group.low <= np.mean([one for one, its in zip(true, groups, strict=True) if its is group]) <= group.high
                for group in one.groups
            ]
            errors.append([((guess - true) ** 2).mean() for guess in (curve, counts, chances / 100)])
        spread = 100 * np.std(held) / np.sqrt(len(held))
        roots = (f"{root:.3f}" for root in np.sqrt(np.mean(errors, axis=0)))
        yield str(n), f"{100 * np.mean(held):.1f} ± {spread:.1f}", share(held_by_group), *roots


def watched(options: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    random = np.random.default_rng([options.seed, 4])
    alarms = np.zeros((options.searches, SIZES[-1] + 1, 2), dtype=bool)
    for number in range(options.searches):
        percents = given(random, SIZES[-1])
        came_true = (random.random(SIZES[-1]) < percents / 100).astype(np.int64)
        for n in range(min(JUDGED_AT), SIZES[-1] + 1):
            alarms[number, n] = alarms_of(percents[:n], came_true[:n])
    for n in SIZES:
        judged, always = alarms[:, [m for m in JUDGED_AT if m <= n]].any(axis=1), alarms[:, : n + 1].any(axis=1)
        yield str(n), *map(share, judged.T), share(judged.any(axis=1)), share(always.any(axis=1))


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="False alarms and power of the tests of forecasts, and their bands.")
    parser.add_argument("--seekers", type=int, default=4000, help="how many made-up seekers a row; a quarter for power")
    parser.add_argument("--searches", type=int, default=1000, help="how many whole searches to watch")
    parser.add_argument("--seed", type=int, default=0, help="the seed of all of them")
    options = parser.parse_args()
    print(f"{options.seekers} seekers a row, seed {options.seed}; percent ± standard error.\n")
    print("False alarms where every forecast is right; each test may raise 2.5%.\n")
    table(("n", "bias", "boldness", "boldness, normal z", "either of the two"), false_alarms(options))
    print("\nFound where forecasts are off.\n")
    table(("n", *OFF), power(options))
    print("\nThe 80% bands, and the root mean squared error.\n")
    table(("n", "curve's band", "groups' interval", "curve", "share of its group", "forecast as it is"), bands(options))
    print(f"\nFalse alarms so far, {options.searches} searches.\n")
    table(("up to n", "bias", "boldness", "either of the two", "either, tested after every answer"), watched(options))


if __name__ == "__main__":
    main()
