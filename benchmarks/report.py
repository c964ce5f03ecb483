"""How long does the whole report take? ``python -m benchmarks.report [--seed S] [--visits N]``.

Made-up searches of 60 and of 1,000 answered interviews: ten ratings each, eight kinds of question, six facts of the
circumstances, a sealed forecast, words of what went well and badly, lessons and plans. The aims: under 1 s for 60
interviews, under 5 s for 1,000. 'Read' is the loading of the CSV files, 'report' all findings of ``lib.report`` and
their JSON, 'first screen' what the Progress page shows first, 'all charts' every chart of its parts. The store keeps
the rows of files that did not change, so its first reading counts; all else is computed again at each visit, and the
first one is listed on its own. The processor's time is what other work on the machine does not lengthen. The last row
starts a new ``python -m lib.report``, reading and imports included.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.separators import seeker, workbook_of
from lib.charts import forecast, rating_dots, score_parts, skill_rows, waiting
from lib.dates import DAY_FIRST
from lib.exchange.findings_json import to_json
from lib.insight.findings import Findings
from lib.insight.forecasts.parts import score_parts as parts_of
from lib.palette import LIGHT
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.seal import seal_of
from lib.records.workbook import Workbook
from lib.store import Store, Transaction

SIZES = {60: 1.0, 1000: 5.0}
"""The interviews, and the seconds that the report may take."""
NOW = datetime(2026, 11, 20, 19, tzinfo=UTC)
WELL = ("The incident story landed.", "I asked back before I answered.", "The number came first.", "Good questions.")
BADLY = ("Talked too long.", "No example for conflict.", "Forgot the number.", "Rambled on pay.")
LESSONS = ("Say the number first.", "Ask one question back.", "Stop after two minutes.", "")


def book_of(n: int, seed: int) -> Workbook:
    random = np.random.default_rng(seed)
    bare = workbook_of(seeker(random, n, planted=True))
    interviews = tuple(_told(entry, place, n, random) for place, entry in enumerate(bare.interviews))
    applications = tuple(
        Application(id=f"ap-{number}", company=f"Company {number}", role="Analyst", status="interviewing")
        for number in range(1, n // 3 + 2)
    )
    plans = tuple(
        IfThenPlan(id=f"pl-{number}", interview_id=f"iv-{number}", if_when="they ask", then_do=f"I do {number}")
        for number in range(1, n, 5)
    )
    return replace(bare, interviews=interviews, applications=applications, plans=plans)


def _told(entry: Interview, place: int, n: int, random: np.random.Generator) -> Interview:
    """The interview with a forecast and words, and dated so that all of them are in the past."""
    day = NOW - timedelta(days=3 * (n - place) + 10)
    at = day.replace(hour=entry.held_at.hour if isinstance(entry.held_at, datetime) else 9)
    chance = int(random.integers(2, 19)) * 5
    answer = (at + timedelta(days=int(random.integers(1, 20)))).date()
    return entry.changed(
        application_id=f"ap-{place % (n // 3 + 1) + 1}",
        held_at=at,
        forecast=chance,
        forecast_at=at,
        seal=seal_of(entry.id, chance, at),
        went_well=str(random.choice(WELL)),
        went_badly=str(random.choice(BADLY)),
        lesson=str(random.choice(LESSONS)),
        outcome_on=None if entry.outcome is None else answer,
    )


def all_charts(of: Findings) -> Iterator[object]:
    yield rating_dots.chart(of.overview.better, LIGHT, dates=DAY_FIRST)
    yield skill_rows.chart(of.skill_rows, LIGHT, dates=DAY_FIRST)
    yield forecast.chart(of.forecasts, LIGHT, dates=DAY_FIRST)
    yield score_parts.chart(parts_of(of.forecasts), LIGHT)
    yield waiting.chart(of.waiting, LIGHT)


@dataclass(frozen=True)
class Time:
    """Seconds on the clock, and those that this process and its children worked."""

    clock: float
    worked: float


def timed(act: Callable[[], object]) -> Time:
    begin, before = perf_counter(), worked()
    act()
    return Time(perf_counter() - begin, worked() - before)


def worked() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in (own, children))


def measured(folder: Path, home: Path, today: date, visits: int) -> dict[str, list[Time]]:
    """The seconds of each part at each visit."""
    store = Store(folder, home)
    times = {"read": [timed(store.load) for _ in range(visits)]}
    book = store.load().workbook
    acts: dict[str, Callable[[], object]] = {
        "report": lambda: json.dumps(to_json(Findings(book, today, dates=DAY_FIRST))),
        "first screen": lambda: Findings(book, today, dates=DAY_FIRST).overview,
        "all charts": lambda: list(all_charts(Findings(book, today, dates=DAY_FIRST))),
    }
    return times | {what: [timed(act) for _ in range(visits)] for what, act in acts.items()}


def from_the_terminal(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "lib.report", str(folder)], check=True, capture_output=True)


def row(n: int, what: str, times: Sequence[Time], aim: str) -> str:
    clock, work = median(one.clock for one in times), median(one.worked for one in times)
    return f"| {n} | {what} | {times[0].clock:.2f} | {clock:.2f} | {work:.2f} | {aim} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--visits", type=int, default=5)
    given = parser.parse_args()
    print("| interviews | what | first, s | median, s | median, s of processor | aim, s |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        for n, aim in SIZES.items():
            folder, home = Path(place, f"of-{n}"), Path(place, "home")
            folder.mkdir()
            Store(folder, home).commit(Transaction(label="Made up", put=tuple(book_of(n, given.seed))), NOW)
            for what, times in measured(folder, home, NOW.date(), given.visits).items():
                print(row(n, what, times, f"{aim:.0f}" if what == "report" else ""))
            whole = [timed(partial(from_the_terminal, folder)) for _ in range(given.visits)]
            print(row(n, "`python -m lib.report`", whole, f"{aim:.0f}"))


if __name__ == "__main__":
    main()
