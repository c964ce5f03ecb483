"""The charts of deciding: each draws the numbers of its result, and says them."""

from datetime import date, timedelta
from typing import Any

import pytest

from lib.charts import confidence, fit, fit_history, interest
from lib.decide.confidence import confidence as confidence_of
from lib.decide.fit import JobFit, job_fit
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


def found(*rows: Any, **first: Any) -> JobFit:
    return job_fit(book(*rows, **first), "ap-1", TODAY)


def traces(result: JobFit) -> dict[str, Any]:
    return {trace.name: trace for trace in fit.figure(result, LIGHT).data}


def test_a_bar_is_as_long_as_the_criterion_weighs_and_as_full_as_the_score() -> None:
    drawn = traces(found(row(1, 80, sure="sure"), row(2, 50, sure="guess")))

    assert drawn["Sure"].x == (pytest.approx(48.0),)
    assert drawn["A guess"].x == (pytest.approx(15.0),)
    assert (drawn["Short of my best"].base, drawn["Short of my best"].x) == (
        pytest.approx((48.0, 15.0)),
        pytest.approx((12.0, 15.0)),
    )
    assert drawn["Not known yet"].x == (pytest.approx(10.0),)


def test_a_job_scored_on_too_little_has_no_points_in_its_bars() -> None:
    scored, early = (traces(found(row(1, 80), swings=swings)) for swings in ((80, 20), (20, 80)))

    assert "Adds 80 points" in scored["Not said, taken as fairly sure"].hovertext[0]
    assert "Adds" not in early["Not said, taken as fairly sure"].hovertext[0]


def test_how_sure_a_score_is_shows_in_more_than_colour() -> None:
    drawn = traces(found(row(1, 80, sure="sure"), row(2, 50, sure="guess"), row(3, 20, sure="fairly")))

    assert len({drawn[name].marker.pattern.shape for name in ("Sure", "Fairly sure", "A guess")}) == 3


def test_a_must_have_has_its_mark_where_the_score_must_reach() -> None:
    drawn = traces(found(row(1, 80), must_have=50))

    assert drawn["Must reach"].x == (pytest.approx(30.0),)


def test_the_weightiest_criterion_stands_on_top() -> None:
    notes = fit.figure(found(row(1, 80), swings=(10, 90)), LIGHT).layout.annotations

    assert [note.text.partition("<br>")[0] for note in sorted(notes, key=lambda note: -note.y)] == ["C2", "C1"]


def test_the_description_of_the_profile_has_its_numbers() -> None:
    assert fit.alt(found(row(1, 80, sure="sure"), row(2, 50), must_have=50)) == (
        "3 bars, as long as each criterion weighs and as full as the job scores. "
        "C1: 80 of 100, sure, weighs 60%, must reach 50. C2: 50 of 100, weighs 30%. "
        "C3: not known yet, weighs 10%."
    )


def test_weights_that_are_all_nothing_still_draw() -> None:
    assert fit.figure(found(row(1, 80), swings=(0, 0, 0)), LIGHT).to_json()


def test_the_days_of_scoring_stand_in_their_order_with_their_range() -> None:
    result = history_of(book(row(1, 40, on=EARLIER), row(1, 80), swings=(80, 20)), "ap-1", TODAY)
    (dots,) = fit_history.figure(result, LIGHT).data

    assert list(dots.y) == [40, 80]
    assert list(dots.error_y.array) == [sight.high - sight.total for sight in result.sights]
    assert "C1: 40 before, now 80" in dots.hovertext[1]


def test_of_many_days_four_have_their_date() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(30)]
    result = history_of(book(*(row(1, 50, on=on) for on in days), swings=(80, 20)), "ap-1", TODAY)
    axis = fit_history.figure(result, LIGHT).layout.xaxis

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
    before, since = interest.figure(result, LIGHT).data

    assert (list(before.x), list(since.x)) == ([8, 7], [6, 5])
    assert "8 before, 4 right after, 6 two days later." in interest.alt(result)
