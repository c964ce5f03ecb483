"""The charts of deciding: each draws the numbers of its result, and describes them."""

from datetime import date, timedelta
from typing import Any

from lib.charts import confidence, fit_history, interest
from lib.dates import DAY_FIRST
from lib.decide.confidence import confidence as confidence_of
from lib.decide.fit_history import fit_history as history_of
from lib.decide.mood import mood
from lib.palette import LIGHT
from lib.records.criterion import KNOWN_CRITERIA
from lib.records.decision import Decision
from lib.records.workbook import Workbook
from tests.conftest import NOW
from tests.decide.jobs import TODAY, criteria, workbook
from tests.decide.jobs import fit as row
from tests.insight.small_workbook import interview

ASIDE = tuple(one.changed(retired=True) for one in KNOWN_CRITERIA)
EARLIER = TODAY - timedelta(days=20)


def book(*rows: Any, swings: tuple[int, ...] = (60, 30, 10), **first: Any) -> Workbook:
    return workbook(criteria=(*ASIDE, *criteria(*swings, **first)), fit=rows)


def test_the_days_of_scoring_are_in_their_order_with_their_range() -> None:
    result = history_of(book(row(1, 40, on=EARLIER), row(1, 80), swings=(80, 20)), "ap-1", TODAY, dates=DAY_FIRST)
    (dots,) = fit_history.figure(result, LIGHT, dates=DAY_FIRST).data

    assert list(dots.y) == [40, 80]
    assert list(dots.error_y.array) == [estimate.high - estimate.total for estimate in result.estimates]
    assert "C1: 40 before, now 80" in dots.hovertext[1]


def test_of_many_days_four_have_their_date() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(30)]
    result = history_of(book(*(row(1, 50, on=on) for on in days), swings=(80, 20)), "ap-1", TODAY, dates=DAY_FIRST)
    axis = fit_history.figure(result, LIGHT, dates=DAY_FIRST).layout.xaxis

    assert axis.ticktext == ("1 Jan", "11 Jan", "20 Jan", "30 Jan")


def test_confidence_has_a_dot_for_how_sure_and_one_for_how_right() -> None:
    decisions = [
        Decision(id=f"de-{at}", decided_at=NOW, choice="hold", confidence=sure, right_call=verdict)
        for at, (sure, verdict) in enumerate([(50, "no")] * 5 + [(90, "yes")] * 5)
    ]
    result = confidence_of(decisions)
    sure, right = confidence.figure(result, LIGHT).data

    assert (list(sure.x), list(right.x)) == ([50, 90], [0, 100])
    assert confidence.alt(result) == (
        "Dots from 0% to 100% by range of confidence. 0 to 60%, 5 decisions: 50% sure on average, 0% right. "
        "81 to 100%, 5 decisions: 90% sure on average, 100% right."
    )


def test_interest_has_a_dot_before_the_interview_and_one_for_the_newest() -> None:
    held = (
        interview(1, interest_before=8, interest_after=4, interest_later=6),
        interview(2, interest_before=7, interest_after=5),
        interview(3),
    )
    result = mood(workbook(interviews=held), "ap-1", TODAY)
    before, since = interest.figure(result, LIGHT, dates=DAY_FIRST).data

    assert (list(before.x), list(since.x)) == ([8, 7], [6, 5])
    assert "8 before, 4 right after, 6 two days later." in interest.alt(result, dates=DAY_FIRST)
