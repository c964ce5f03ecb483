"""Which plans a debrief asks about, and which answers count."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.insight.open_plans import answers_of, is_done, plan_answers, plan_of_one_answer, plans_asked
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.plan_check import PlanCheck
from lib.records.vocabulary import PlanKept
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, interview

FIRST, SECOND, THIRD, FOURTH = (interview(number) for number in (1, 2, 3, 4))


def plan(name: str, **values: Any) -> IfThenPlan:
    return IfThenPlan(id=name, then_do="I stop", **values)


def check(of: Interview, about: str, kept: PlanKept) -> PlanCheck:
    return PlanCheck(interview_id=of.id, plan_id=about, kept=kept)


def asked(*rows: IfThenPlan | PlanCheck | Interview, of: Interview = FOURTH) -> list[str]:
    changed = {row.id: row for row in rows if isinstance(row, Interview)}
    book = Workbook(
        interviews=tuple(changed.get(each.id, each) for each in (FIRST, SECOND, THIRD, FOURTH)),
        plans=tuple(row for row in rows if isinstance(row, IfThenPlan)),
        plan_checks=tuple(row for row in rows if isinstance(row, PlanCheck)),
    )
    return [plan.id for plan in plans_asked(book, of.id, of.held_at)]


def test_two_plans_from_two_debriefs_are_both_asked_about_in_the_third_the_newest_first() -> None:
    assert asked(plan("old", interview_id="iv-1"), plan("new", interview_id="iv-2"), of=THIRD) == ["new", "old"]


def test_a_plan_of_the_same_debrief_is_not_asked_about() -> None:
    assert asked(plan("own", interview_id="iv-3"), of=THIRD) == []


def test_a_back_dated_debrief_is_not_asked_about_later_plans() -> None:
    plans = plan("later", interview_id="iv-3"), plan("own, later", made_on=THIRD.held_on)

    assert asked(*plans, of=SECOND) == []
    assert asked(*plans, of=FOURTH) == ["own, later", "later"]


def test_the_morning_is_not_asked_about_the_plan_of_the_afternoon() -> None:
    morning, afternoon = (datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(hours=h) for h in (9, 15))
    book = Workbook(
        interviews=(FIRST.changed(held_at=morning), SECOND.changed(held_at=afternoon)),
        plans=(plan("morning", interview_id="iv-1"), plan("afternoon", interview_id="iv-2")),
    )

    assert [each.id for each in plans_asked(book, "iv-1", morning)] == []
    assert [each.id for each in plans_asked(book, "iv-2", afternoon)] == ["morning"]


def test_of_a_day_whose_times_are_not_known_every_other_plan_is_asked_about() -> None:
    later = SECOND.changed(held_at=FIRST.held_at)
    book = Workbook(
        interviews=(FIRST, later), plans=(plan("first", interview_id="iv-1"), plan("later", interview_id="iv-2"))
    )

    assert [each.id for each in plans_asked(book, "iv-2", FIRST.held_at)] == ["first"]
    assert [each.id for each in plans_asked(book, "iv-1", FIRST.held_at)] == ["later"]


def test_a_plan_written_on_the_day_of_the_interview_outside_of_a_debrief_is_asked_about() -> None:
    assert asked(plan("today", made_on=THIRD.held_on), of=THIRD) == ["today"]


def test_a_plan_without_interview_and_day_is_not_asked_about() -> None:
    assert asked(plan("when?"), plan("of a gone one", interview_id="iv-gone")) == []


def test_a_plan_kept_twice_is_not_asked_about_again() -> None:
    own = plan("own", interview_id="iv-1")
    once, twice = check(SECOND, "own", "yes"), check(THIRD, "own", "yes")

    assert asked(own, once) == ["own"]
    assert asked(own, once, twice) == []
    assert asked(own, once, twice, of=THIRD) == ["own"]


def test_a_plan_that_did_not_work_or_did_not_come_up_is_asked_about_again() -> None:
    answers = check(SECOND, "own", "no"), check(THIRD, "own", "not_come_up")

    assert asked(plan("own", interview_id="iv-1"), *answers) == ["own"]


def test_a_plan_that_was_put_away_is_not_asked_about_from_that_day_on() -> None:
    away = plan("own", interview_id="iv-1", put_away_on=THIRD.held_on)

    assert asked(away, of=SECOND) == ["own"]
    assert asked(away, of=THIRD) == asked(away, of=FOURTH) == []


def test_an_older_debriefs_answer_counts() -> None:
    old = SECOND.changed(plan_id="own", plan_kept="yes")

    assert asked(plan("own", interview_id="iv-1"), old, check(THIRD, "own", "yes")) == []


def test_where_an_older_debrief_was_answered_again_the_row_counts() -> None:
    old = SECOND.changed(plan_id="own", plan_kept="yes")
    book = Workbook(interviews=(FIRST, old), plan_checks=(check(SECOND, "own", "no"), check(SECOND, "x", "yes")))

    assert answers_of(book, "iv-2") == {"own": "no", "x": "yes"}
    assert plan_answers(book)["own"] == (check(SECOND, "own", "no"),)


def test_all_answers_about_a_plan_are_read_in_the_order_of_the_interviews() -> None:
    old = SECOND.changed(plan_id="own", plan_kept="not_come_up")
    rows = check(FOURTH, "own", "yes"), check(THIRD, "own", "no"), check(FIRST.changed(id="iv-gone"), "own", "yes")
    book = Workbook(interviews=(FOURTH, THIRD, old), plan_checks=rows)

    assert [(one.interview_id, one.kept) for one in plan_answers(book)["own"]] == [
        ("iv-2", "not_come_up"),
        ("iv-3", "no"),
        ("iv-4", "yes"),
    ]


def test_an_interview_without_a_debrief_answers_nothing() -> None:
    coming = SECOND.changed(state="scheduled", plan_id="own", plan_kept="yes")

    assert plan_answers(Workbook(interviews=(coming,))) == {}


def test_a_plan_is_done_after_two_times() -> None:
    own = plan("own", interview_id="iv-1")
    answers = check(SECOND, "own", "yes"), check(THIRD, "own", "yes")

    assert not is_done(Workbook(interviews=(SECOND, THIRD), plans=(own,), plan_checks=answers[:1]), own)
    assert is_done(Workbook(interviews=(SECOND, THIRD), plans=(own,), plan_checks=answers), own)


@pytest.mark.parametrize(
    ("names", "meant"), [("", "new"), ("old", "old"), ("gone", "new")], ids=["none", "one", "a deleted one"]
)
def test_an_answer_from_when_one_plan_was_asked_about_is_about_the_one_named_else_the_newest(
    names: str, meant: str
) -> None:
    plans = plan("old", interview_id="iv-1"), plan("new", interview_id="iv-2"), plan("own", interview_id="iv-3")
    book = Workbook(interviews=(FIRST, SECOND, THIRD.changed(plan_id=names)), plans=plans)
    found = plan_of_one_answer(book, "iv-3", THIRD.held_at)

    assert found
    assert found.id == meant


DAYS = tuple(FIRST_DAY + timedelta(days=number) for number in range(6))


@st.composite
def histories(draw: st.DrawFn) -> Workbook:
    moments = st.sampled_from(DAYS) | st.builds(
        lambda day, hour: datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
        st.sampled_from(DAYS),
        st.integers(8, 18),
    )
    held = tuple(
        interview(
            number,
            held_at=draw(moments),
            plan_id=draw(st.sampled_from(("", "pl-0", "pl-1"))),
            plan_kept=draw(st.sampled_from((None, "yes", "no"))),
        )
        for number in range(draw(st.integers(3, 6)))
    )
    made = st.sampled_from((*(entry.id for entry in held), ""))
    plans = tuple(
        plan(
            f"pl-{number}",
            interview_id=draw(made),
            made_on=draw(st.none() | st.sampled_from(DAYS)),
            put_away_on=draw(st.none() | st.none() | st.sampled_from(DAYS)),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    kept = st.sampled_from(("yes", "yes", "yes", *get_args(PlanKept)))
    answers = st.tuples(st.sampled_from(held), st.integers(0, 2), kept)
    checks = {(of.id, about): check(of, f"pl-{about}", word) for of, about, word in draw(st.lists(answers, min_size=8))}
    return Workbook(interviews=held, plans=plans, plan_checks=tuple(checks.values()))


def is_before(one: Interview, other: Interview) -> bool:
    """By the day; of one day by the time where both are known, else unless it is the same interview."""
    if one.id == other.id or one.held_on != other.held_on:
        return one.held_on < other.held_on
    if isinstance(one.held_at, datetime) and isinstance(other.held_at, datetime):
        return (one.held_at, one.id) < (other.held_at, other.id)
    return True


@given(book=histories())
def test_a_debrief_asks_about_the_plans_before_it_not_put_away_by_then_and_done_less_than_twice_before_it(
    book: Workbook,
) -> None:
    by_id = {entry.id: entry for entry in book.interviews}
    for here in book.interviews:
        expected = set()
        for own in book.plans:
            of = by_id.get(own.interview_id)
            made_before = is_before(of, here) if of else bool(own.made_on and own.made_on <= here.held_on)
            done = 0
            for other in book.interviews:
                rows = [row.kept for row in book.plan_checks if (row.interview_id, row.plan_id) == (other.id, own.id)]
                cell = other.plan_kept if other.plan_id == own.id else None
                done += is_before(other, here) and (rows[0] if rows else cell) == "yes"
            if made_before and not (own.put_away_on and own.put_away_on <= here.held_on) and done < 2:
                expected.add(own.id)
        found = plans_asked(book, here.id, here.held_at)
        assert {own.id for own in found} == expected
        assert len(found) == len(expected)
