"""Answers to give: B1, B2."""

import pytest

from lib.followup.task_rows import mark_done
from lib.records.decision import Decision
from lib.records.plan import IfThenPlan
from tests.followup.searches import ADA, KESTREL, at, day, has, interview, kinds, met, only, plan, workbook

LEANS_NO = interview(leaning="decline", created_at="2026-11-19T19:00:00+01:00")
SAID_NO = interview(outcome="rejected", outcome_on="2026-11-27", feedback="someone with more SQL")
REJECTED = KESTREL.changed(status="rejected", status_on=day("Nov 27"))


def test_two_days_after_leaning_towards_no_telling_them_is_due_b1() -> None:
    book = workbook(LEANS_NO, ADA, met(ADA))

    assert not has(plan(book, "2026-11-20 09:00").tasks, "tell_them_no")
    due = only(plan(book, "2026-11-21 09:00").tasks, "tell_them_no")
    assert (due.due_at, due.person_id) == (day("Nov 21"), "pe-ada")


def test_the_two_days_count_from_the_debrief_where_it_was_written_later_b1() -> None:
    late = interview(leaning="decline", created_at="2026-11-21T19:00:00+01:00")

    assert only(plan(workbook(late), "2026-11-23 09:00").tasks, "tell_them_no").due_at == day("Nov 23")


def test_the_two_days_count_from_the_decision_where_there_is_one_b1() -> None:
    decided = Decision(id="de-1", application_id="ap-k", decided_at=at("2026-11-24 19:00"), choice="decline")

    assert only(plan(workbook(LEANS_NO, decided), "2026-11-26 09:00").tasks, "tell_them_no").due_at == day("Nov 26")


def test_whoever_leans_towards_no_does_not_ask_about_progress_b1() -> None:
    found = plan(workbook(interview(leaning="decline", reply_by="2026-11-20")), "2026-11-24 09:00")

    assert not has(found.tasks, "follow_up")
    assert not found.waits


def test_once_told_it_is_not_asked_again_b1() -> None:
    due = only(plan(workbook(LEANS_NO), "2026-11-21 09:00").tasks, "tell_them_no")
    book = workbook(LEANS_NO, mark_done(due, at("2026-11-21 10:00")))

    assert not has(plan(book, "2026-11-22 09:00").tasks, "tell_them_no")


@pytest.mark.parametrize("status", ["withdrawn", "rejected", "no_reply"])
def test_a_process_that_is_over_needs_no_no_b1(status: str) -> None:
    assert not has(plan(workbook(KESTREL.changed(status=status), LEANS_NO), "2026-11-21 09:00").tasks, "tell_them_no")


def test_on_the_day_of_a_no_nothing_is_asked_b2() -> None:
    found = plan(workbook(REJECTED, SAID_NO), "2026-11-27 18:00")

    assert kinds(found.tasks) == []
    (no,) = found.after_no
    assert (no.is_the_day, no.questions, no.needs_plan) == (True, (), False)
    assert no.sentence == "Kestrel Mills said no today."


def test_a_day_later_an_answer_with_thanks_is_offered_b2() -> None:
    due = only(plan(workbook(REJECTED, SAID_NO), "2026-11-28 09:00").tasks, "answer_rejection")

    assert (due.due_at, due.timing) == (day("Nov 30"), "when you feel like it")


def test_a_day_later_what_was_outside_my_hands_is_asked_first_and_then_a_plan_b2() -> None:
    (no,) = plan(workbook(REJECTED, SAID_NO), "2026-11-28 09:00").after_no

    assert [field for field, _ in no.questions] == ["out_of_my_hands", "matter_of_fit", "in_my_hands"]
    assert no.needs_plan


def test_what_was_answered_is_not_asked_again_b2() -> None:
    learned = SAID_NO.changed(out_of_my_hands="an internal candidate")
    made = IfThenPlan(id="pl-1", interview_id="iv-1", if_when="asked for numbers", then_do="give one")

    (no,) = plan(workbook(REJECTED, learned, made), "2026-11-28 09:00").after_no

    assert [field for field, _ in no.questions] == ["matter_of_fit", "in_my_hands"]
    assert not no.needs_plan


def test_after_two_weeks_a_no_is_left_alone_b2() -> None:
    found = plan(workbook(REJECTED, SAID_NO), "2026-12-12 09:00")

    assert not found.after_no
    assert not has(found.tasks, "answer_rejection")
