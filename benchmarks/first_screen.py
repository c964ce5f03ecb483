"""Is the first screen of Progress fooled? ``python -m benchmarks.first_screen [--searches N] [--causes N] [--seed S]``.

Made-up searches of 60 interviews as in ``benchmarks.separators``, of which nothing changes and nothing matters: ten
ratings an interview with a halo, eight kinds of question, six facts of the circumstances, outcomes by chance. Each
outcome comes a week after its interview, and the screen is looked at after every interview, with what is known by then.
A state stays until the next check, so it's worked out where a check is reached and holds for the looks in between.

Then searches with one strong cause of 1.8 log-odds per standard deviation, looked at when so many outcomes are known.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np

from benchmarks.separators import seeker, workbook_of
from benchmarks.tables import share, table
from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.outcome_factors.checks import ALPHA_BY_LOOK as ANSWERED_AT
from lib.insight.overview.overview import Overview
from lib.insight.skills.changes import ALPHA_BY_LOOK as RATED_AT
from lib.insight.state import FindingState
from lib.records.interview import Interview
from lib.records.workbook import Workbook

LOOKS = 60
SHOWN = (6, 8, 12, 16, 20, 24, 32, 40, 50, 60)


@dataclass(frozen=True)
class Look:
    """What the screen shows at one look: the state of 'Am I getting better?' and that of 'What stands out'."""

    better: FindingState
    stands_out: FindingState
    factor: str

    def shows(self, state: FindingState) -> bool:
        """Whether either part is in that state."""
        return state in (self.better, self.stands_out)


def by_then(workbook: Workbook, interviews: int) -> Workbook:
    """The workbook right after so many interviews: no outcome from later is known."""
    held = workbook.debriefed[:interviews]
    today = held[-1].held_on
    return replace(workbook, interviews=tuple(_known(entry, today) for entry in held))


def _known(interview: Interview, today: date) -> Interview:
    known = interview.outcome_on is not None and interview.outcome_on <= today
    return interview if known else interview.changed(outcome=None, outcome_on=None)


def look(workbook: Workbook) -> Look:
    last = workbook.debriefed[-1].held_at
    found: Overview = Findings(workbook, last.date() if isinstance(last, datetime) else last, dates=DAY_FIRST).overview
    finding = found.stands_out.finding
    return Look(found.better.conclusion.state, found.stands_out.conclusion.state, finding.factor if finding else "")


def looks(workbook: Workbook) -> list[Look]:
    """The screen after each interview."""
    seen: list[Look] = []
    checks = None
    for interviews in range(1, len(workbook.interviews) + 1):
        now = by_then(workbook, interviews)
        answered = sum(entry.outcome is not None for entry in now.interviews)
        reached = (_reached(interviews, RATED_AT), _reached(answered, ANSWERED_AT))
        seen.append(seen[-1] if seen and reached == checks else look(now))
        checks = reached
    return seen


def _reached(n: int, counts: dict[int, float]) -> int:
    return max((count for count in counts if count <= n), default=0)


def without_a_change(seed: int, searches: int) -> Iterator[list[Look]]:
    for number in range(searches):
        whole = workbook_of(seeker(np.random.default_rng([seed, 3, number]), LOOKS, planted=False))
        yield looks(replace(whole, interviews=whole.interviews[1:]))


def of_no_change(seen: list[list[Look]]) -> Iterator[tuple[str, ...]]:
    real, chance = (np.array([[one.shows(state) for one in search] for search in seen]) for state in _OF_INTEREST)
    out, better = (
        np.array([[getattr(one, part) == "likely_real" for one in search] for search in seen])
        for part in ("stands_out", "better")
    )
    for n in SHOWN:
        at = n - 1
        yield (
            str(n),
            share(real[:, at]),
            share(real[:, :n].any(axis=1)),
            share(out[:, :n].any(axis=1)),
            share(better[:, :n].any(axis=1)),
            share(chance[:, at]),
            share(chance[:, :n].any(axis=1)),
        )
    highest = [matrix.mean(axis=0).max() for matrix in (real, chance)]
    print(
        f"\nThe highest share at any one of the {LOOKS} looks: likely real {100 * highest[0]:.1f}, "
        f"could be chance {100 * highest[1]:.1f}."
    )


_OF_INTEREST: tuple[FindingState, FindingState] = ("likely_real", "could_be_chance")


def of_causes(seed: int, searches: int) -> Iterator[tuple[str, ...]]:
    found: dict[int, list[tuple[FindingState, bool]]] = {n: [] for n in ANSWERED_AT}
    for number in range(searches):
        one = seeker(np.random.default_rng([seed, 4, number]), LOOKS, planted=True)
        whole = workbook_of(one)
        for n in ANSWERED_AT:
            now = look(replace(whole, interviews=whole.interviews[1 : n + 1]))
            found[n].append((now.stands_out, now.factor == one.cause))
    for n, each in found.items():
        yield (
            str(n),
            *(share(state == wanted and right for state, right in each) for wanted in _OF_INTEREST),
            *(share(state == wanted and not right for state, right in each) for wanted in _OF_INTEREST),
        )


def main() -> None:
    """Print the tables, as Markdown."""
    parser = argparse.ArgumentParser(description="How often the first screen shows what is not there.")
    parser.add_argument("--searches", type=int, default=1000, help="how many searches without a change")
    parser.add_argument("--causes", type=int, default=1000, help="how many with one strong cause")
    parser.add_argument("--seed", type=int, default=0, help="the seed of all of them")
    options = parser.parse_args()
    if options.searches:
        print(f"{options.searches} searches without a change, looked at after every interview; percent ± error.\n")
        seen = list(without_a_change(options.seed, options.searches))
        columns = ("likely real here", "ever so far", "of these what stands out", "of these getting better")
        table(("interviews", *columns, "could be chance here", "ever so far"), of_no_change(seen))
    if options.causes:
        print(f"\n{options.causes} searches with one strong cause.\n")
        columns = ("cause: likely real", "cause: could be chance", "other: likely real", "other: could be chance")
        table(("outcomes", *columns), of_causes(options.seed, options.causes))


if __name__ == "__main__":
    main()
