"""More facts never mean fewer numbers without a word, in whatever order they come and with whatever dates."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from lib.charts import forecast, rating_dots
from lib.dates import DAY_FIRST
from lib.insight.findings import Findings
from lib.insight.hindsight import with_hindsight_flags
from lib.insight.overview.dots import MARK_LABELS
from lib.insight.skills.ratings import skills as over_time
from lib.palette import LIGHT
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.rating import Rating
from lib.records.seal import seal_forecast
from lib.records.workbook import Workbook
from lib.workflows.drafts.guessing import why_no_guess
from lib.workflows.drafts.section_records import rating_row
from tests.day_first import forecasts
from tests.insight.tallies import Tally, tallies

FIRST = date(2026, 6, 1)
TODAY = date(2026, 12, 31)
KEYS = ("clarity", "evidence")
Kind = Literal["interview", "rating", "older rating", "outcome", "outcome in the file", "guess", "older guess"]
KINDS: tuple[Kind, ...] = (
    "interview", "rating", "older rating", "outcome", "outcome in the file", "guess", "older guess"
)  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One thing that a person adds: to the interview of that number, ``day`` days into the search.

    'Older' is as the files of an earlier version hold it, 'in the file' as an import or an editor would leave it.
    """

    kind: Kind
    number: int
    day: int
    value: int
    dated: bool

    @property
    def at(self) -> datetime:
        return datetime(FIRST.year, FIRST.month, FIRST.day, 20, tzinfo=UTC) + timedelta(days=self.day)


facts = st.builds(
    Fact,
    kind=st.sampled_from((*KINDS, "interview", "rating", "older rating", "older rating", "outcome in the file")),
    number=st.integers(0, 3),
    day=st.sampled_from((0, 2, 4, 9, 20, 50)),
    value=st.integers(0, 9),
    dated=st.booleans(),
)

HISTORIES = st.lists(facts, min_size=10, max_size=40)


def added(workbook: Workbook, fact: Fact) -> Workbook:
    """The workbook with the fact, or unchanged where it adds nothing."""
    if fact.kind == "interview" or not workbook.interviews:
        return with_interview(workbook, fact)
    interview = workbook.interviews[fact.number % len(workbook.interviews)]
    if fact.kind in ("rating", "older rating"):
        return with_rating(workbook, interview, fact)
    if fact.kind in ("outcome", "outcome in the file"):
        return with_outcome(workbook, interview, fact)
    is_asked = fact.kind == "older guess" or not why_no_guess(workbook, interview)
    guessed = seal_forecast(interview.changed(outcome=None), 10 * fact.value, fact.at) if is_asked else interview
    return with_changed(workbook, guessed.changed(outcome=interview.outcome))


def with_interview(workbook: Workbook, fact: Fact) -> Workbook:
    number = len(workbook.interviews)
    one = Interview(
        id=f"iv-{number}",
        application_id=f"ap-{fact.value % 3}",
        state="done",
        held_at=FIRST + timedelta(days=fact.day),
        stage=("technical", "panel")[fact.value % 2],  # type: ignore[arg-type]
        went_well="Calm." if fact.dated else "",
    )
    asked = Question(id=f"qu-{number}", interview_id=one.id, text="Why?", rating=2 if fact.dated else None)
    return replace(workbook, interviews=(*workbook.interviews, one), questions=(*workbook.questions, asked))


def with_rating(workbook: Workbook, interview: Interview, fact: Fact) -> Workbook:
    key, score = KEYS[fact.value % 2], 1 + fact.value % 5
    if any((row.interview_id, row.dimension) == (interview.id, key) for row in workbook.ratings):
        return workbook
    row = rating_row(None, key, score, interview, fact.at)
    if fact.kind == "older rating":
        felt = {"score": None, "hindsight": score} if interview.outcome_is_known and fact.dated else {}
        row = row.changed(afterwards=None, **felt)
    return replace(workbook, ratings=(*workbook.ratings, row))


def with_outcome(workbook: Workbook, interview: Interview, fact: Fact) -> Workbook:
    if interview.outcome_is_known:
        return workbook
    outcome = ("advanced", "rejected", "offer", "no_reply", "withdrew")[fact.value % 5]
    on = max(interview.held_on, fact.at.date()) if fact.dated else None
    rows = (
        {row.dimension: row for row in with_hindsight_flags(workbook.ratings, interview)}
        if fact.kind == "outcome"
        else {}
    )
    ratings: tuple[Rating, ...] = tuple(
        rows.get(row.dimension, row) if row.interview_id == interview.id else row for row in workbook.ratings
    )
    return with_changed(replace(workbook, ratings=ratings), interview.changed(outcome=outcome, outcome_on=on))


def with_changed(workbook: Workbook, interview: Interview) -> Workbook:
    return replace(
        workbook, interviews=tuple(interview if row.id == interview.id else row for row in workbook.interviews)
    )


def counts(workbook: Workbook) -> dict[tuple[str, str], Tally]:
    return {(one.result, one.thing): one for one in tallies(Findings(workbook, TODAY, dates=DAY_FIRST))}


def says_what_it_leaves_out(one: Tally) -> bool:
    """Whether its words give the number from afterwards, and of what else isn't counted the number or the bounds."""
    known = rf"\b{one.afterwards} (hollow|ratings? w|made after you knew)"
    if one.afterwards and not ("knew" in one.words and re.search(known, one.words)):
        return False
    parts = re.findall(r"\d+", one.words.partition("Not counted: ")[2].partition(".")[0])
    others = one.left_out - one.afterwards
    bounds = r"Checked on the first \d+ of \d+|rated in \w+ of \d+ interviews"
    return not others or sum(map(int, parts)) == one.left_out or bool(re.search(bounds, one.words))


EMPTY = Workbook(applications=tuple(Application(id=f"ap-{n}", company=f"C {n}", role="R") for n in range(3)))


def test_adding_back_dated_outcomes_shows_as_many_interviews_as_before() -> None:
    workbook = EMPTY
    for number in range(8):
        for kind in ("interview", "older rating"):
            workbook = added(workbook, Fact(kind, number, 2 * number if kind == "interview" else 50, 4, dated=False))
    before = over_time(workbook, dates=DAY_FIRST)
    for number in range(8):
        workbook = added(workbook, Fact("outcome in the file", number, 20, number, dated=True))
    after = over_time(workbook, dates=DAY_FIRST)

    assert (before.n, before.caption) == (8, "")
    assert (after.n, after.caption) == (8, "8 hollow: rated after you knew the outcome. Not in the average.")
    assert after.sentence == "5.0, from memory. Your next interviews start the count."


@given(HISTORIES)
def test_no_fact_makes_a_number_smaller_without_a_word(history: list[Fact]) -> None:
    workbook = EMPTY
    before = counts(workbook)
    for fact in history:
        grown = added(workbook, fact)
        if grown == workbook:
            continue
        workbook = grown
        now = counts(workbook)
        assert before.keys() <= now.keys(), fact
        for name, one in now.items():
            assert name not in before or one.shown >= before[name].shown, (fact, before[name], one)
            assert not one.left_out or says_what_it_leaves_out(one), (fact, one)
        before = now


@given(HISTORIES)
def test_an_outcome_recorded_later_takes_no_rating_out_of_an_average(history: list[Fact]) -> None:
    workbook = EMPTY
    for fact in history:
        grown = added(workbook, fact)
        if fact.kind == "outcome":
            then, now = counts(workbook), counts(grown)
            turned = [one for name, one in now.items() if one.afterwards > then[name].afterwards]
            assert [one for one in turned if one.result not in ("forecasts", "yes and no")] == []
        workbook = grown


@given(HISTORIES)
def test_the_charts_have_as_many_dots_as_is_counted(history: list[Fact]) -> None:
    workbook = EMPTY
    for fact in history:
        workbook = added(workbook, fact)
    tally = counts(workbook)

    figure = rating_dots.figure(Findings(workbook, TODAY, dates=DAY_FIRST).overview.better, LIGHT, dates=DAY_FIRST)
    guesses = forecast.chart(forecasts(workbook), LIGHT, dates=DAY_FIRST).figure.data
    by_hand = {
        ("getting better", "dots"): dots(figure.data, *MARK_LABELS.values(), "rated after"),
        ("forecasts", "dots"): dots(guesses, "one guess", "made after"),
    }
    assert {name: tally[name].shown for name in by_hand} == by_hand


def dots(traces: tuple[object, ...], *names: str) -> int:
    return sum(len(trace.x) for trace in traces if str(trace.name).startswith(names))  # type: ignore[attr-defined]
