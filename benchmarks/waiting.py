"""Is the chance still to hear true? ``python -m benchmarks.waiting [--seekers N] [--seed S]``.

Made-up seekers with 10 to 60 interviews, one every four days, looked at a week after the last. Each is a whole workbook
that ``lib.insight.waiting`` reads as the page does. A silence is recorded as no reply once the true chance has fallen
below 15%, and an answer that comes later replaces it.

'As assumed': the share that never answers is Beta(2, 3), the waits of the others are lognormal with log median N(log 8,
.7) and sd N(.9, .2). 'Late ones unrecorded' is the same, but an answer after 'no reply' is not recorded. 'Other
shapes': the share that never answers is uniform on .1 to .6, the waits are gamma or Weibull (shape 1.5) with medians
from 4 to 16 days. Only seekers with five answers or more are judged: under that nothing is shown.

The figure is the chance still to hear after 7, 14 and 28 silent days: how often the 80% band holds it, and the root
mean squared error of the estimate; of the same where a silence recorded as no reply ends on that day instead of today;
of the count among the settled (answered later, against recorded as no reply; one half where there is none), of the
count among all that were silent so long (what waits counted as unanswered), and of the assumption used before any
answer.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

import numpy as np

from benchmarks.tables import share, table
from lib.insight.waiting.response_times import NO_REPLY_BELOW, Waiting, waiting
from lib.insight.waiting.silence import ObservedWait, SilenceModel
from lib.records.interview import Interview
from lib.records.workbook import Workbook

SIZES = (10, 15, 20, 40, 60)
DAYS = (7, 14, 28)
KINDS = ("as assumed", "late ones unrecorded", "other shapes")
START = datetime(2026, 1, 5, 9, tzinfo=UTC)

Array = np.ndarray


@dataclass(frozen=True)
class Employers:
    """How they answer: the share that never does, and the share of the others that takes longer than so many days."""

    never: float
    draw: Callable[[np.random.Generator, int], Array]
    late: Callable[[float], float]

    def still_to_hear(self, day: float) -> float:
        """The true chance after so many silent days."""
        late = (1 - self.never) * self.late(day)
        return late / (self.never + late)


def as_assumed(random: np.random.Generator) -> Employers:
    median = float(np.exp(random.normal(np.log(8), 0.7)))
    spread = max(float(random.normal(0.9, 0.2)), 0.2)
    return _from_draws(random, float(random.beta(2, 3)), lambda r, n: median * np.exp(spread * r.normal(size=n)))


def other_shapes(random: np.random.Generator) -> Employers:
    median, never = float(np.exp(random.uniform(np.log(4), np.log(16)))), float(random.uniform(0.1, 0.6))
    if random.random() < 0.5:
        return _from_draws(random, never, lambda r, n: median / 1.183 * r.gamma(1.5, size=n))
    return _from_draws(random, never, lambda r, n: median / np.log(2) ** (1 / 1.5) * r.weibull(1.5, size=n))


def _from_draws(random: np.random.Generator, never: float, draw: Callable[..., Array]) -> Employers:
    many = np.sort(draw(np.random.default_rng(int(random.integers(2**32))), 20_000))
    return Employers(never, draw, lambda day: 1 - float(np.searchsorted(many, day)) / len(many))


@dataclass(frozen=True)
class Seeker:
    """The waits in days, infinite where no answer ever comes, with the days from each interview to today."""

    days: Array
    until_today: Array
    employers: Employers
    records_late: bool

    @property
    def answered(self) -> Array:
        """Which are answered by today, and recorded so."""
        return self.days <= (self.until_today if self.records_late else np.minimum(self.until_today, self.gives_up))

    @cached_property
    def gives_up(self) -> int:
        """After how many silent days 'no reply' is recorded."""
        return next((day for day in range(1, 365) if self.employers.still_to_hear(day) < NO_REPLY_BELOW), 365)


def seeker(random: np.random.Generator, n: int, employers: Employers, records_late: bool = True) -> Seeker:
    days = np.floor(employers.draw(random, n) + 0.5)
    days[random.random(n) < employers.never] = np.inf
    return Seeker(days, 7 + 4 * np.arange(n)[::-1], employers, records_late)


def workbook_of(one: Seeker) -> Workbook:
    def row(place: int) -> Interview:
        held = START + timedelta(days=4 * place)
        outcome, after = "pending", None
        if one.answered[place]:
            outcome, after = "rejected", int(one.days[place])
        elif one.until_today[place] >= one.gives_up:
            outcome, after = "no_reply", one.gives_up
        return Interview(
            id=f"iv-{place}",
            application_id=f"ap-{place}",
            state="done",
            held_at=held,
            stage="technical",
            outcome=outcome,
            outcome_on=None if after is None else (held + timedelta(days=after)).date(),
        )

    return Workbook(interviews=tuple(row(place) for place in range(len(one.days))))


def today_of(one: Seeker) -> date:
    return (START + timedelta(days=4 * (len(one.days) - 1) + 7)).date()


def cut_off(one: Seeker) -> SilenceModel:
    """What is believed where a silence ends on the day on which it is recorded as no reply."""
    silent = np.minimum(one.until_today, one.gives_up)
    return SilenceModel(
        tuple(
            ObservedWait(int(days), "answered") if answered else ObservedWait(int(quiet), "silent")
            for days, quiet, answered in zip(one.days, silent, one.answered, strict=True)
        )
    )


def among_settled(one: Seeker, day: int) -> float:
    later = int((one.answered & (one.days > day)).sum())
    silent = int((~one.answered & (one.until_today >= one.gives_up)).sum())
    return later / (later + silent) if later + silent else 0.5


def among_all(one: Seeker, day: int) -> float:
    reached = np.minimum(one.days, one.until_today) >= day
    later = int((one.answered & (one.days > day)).sum())
    return later / int(reached.sum()) if reached.any() else 0.5


@dataclass(frozen=True)
class Trial:
    """One seeker judged: the truth and every guess by day."""

    truth: Array
    bands: Array
    guesses: dict[str, Array]


def trial(one: Seeker) -> Trial | None:
    found = waiting(workbook_of(one), today_of(one))
    if found.verdict != "own":
        return None
    at = [found.curve[day] for day in DAYS]
    return Trial(
        truth=np.array([one.employers.still_to_hear(day) for day in DAYS]),
        bands=np.array([(point.low, point.high) for point in at]),
        guesses=_guesses(one, found),
    )


def _guesses(one: Seeker, found: Waiting) -> dict[str, Array]:
    return {
        "estimate": np.array([found.curve[day].chance for day in DAYS]),
        "cut off": np.array([cut_off(one).still_to_hear(day).estimate for day in DAYS]),
        "count among the settled": np.array([among_settled(one, day) for day in DAYS]),
        "count among all": np.array([among_all(one, day) for day in DAYS]),
        "assumption": np.array([found.assumption[day].chance for day in DAYS]),
    }


def rows(options: argparse.Namespace, kind: str) -> Iterator[tuple[str, ...]]:
    employers = other_shapes if kind == "other shapes" else as_assumed
    records_late = kind != "late ones unrecorded"
    for n in SIZES:
        random = np.random.default_rng([options.seed, n, KINDS.index(kind)])
        tried = [trial(seeker(random, n, employers(random), records_late)) for _ in range(options.seekers)]
        found = [one for one in tried if one is not None]
        held = np.array([(one.bands[:, 0] <= one.truth) & (one.truth <= one.bands[:, 1]) for one in found])
        roots = (
            np.sqrt(np.mean([(one.guesses[name] - one.truth) ** 2 for one in found]))
            for name in ("estimate", "cut off", "count among the settled", "count among all", "assumption")
        )
        yield (
            kind,
            str(n),
            f"{100 * len(found) / len(tried):.0f}",
            *(share(column) for column in held.T),
            *(f"{root:.3f}" for root in roots),
        )


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How true the chance still to hear is, and its band.")
    parser.add_argument("--seekers", type=int, default=1000, help="how many made-up seekers a row")
    parser.add_argument("--seed", type=int, default=0, help="the seed of all of them")
    options = parser.parse_args()
    print(f"{options.seekers} seekers a row, seed {options.seed}; percent ± standard error.\n")
    columns = (
        *("employers", "interviews", "judged, %", *(f"band at day {day}" for day in DAYS)),
        *("error: estimate", "cut off at no reply", "count among the settled", "count among all", "assumption"),
    )
    table(columns, (line for kind in KINDS for line in rows(options, kind)))


if __name__ == "__main__":
    main()
