"""Following up by the date they gave (F1 to F7). In November 2026 the 19th is a Thursday, the 27th a Friday."""

import pytest

from lib.followup.chases import chase_of, chase_timing
from lib.followup.kinds import CHASES
from lib.followup.plan import TaskPlan
from lib.followup.task_rows import dismiss, mark_done
from lib.records.person import Person
from lib.records.task import Task
from lib.records.workbook import Workbook
from tests.followup.searches import (
    ADA,
    BEN,
    KESTREL,
    at,
    day,
    has,
    interview,
    kinds,
    met,
    only,
    plan,
    snapshot,
    workbook,
)

PROMISED = interview(reply_by="2026-11-27")
UNDATED = interview()


def chasing(found: TaskPlan) -> list[str]:
    return [kind for kind in kinds(found.tasks) if kind in (*CHASES, "close_out")]


def sent(book: Workbook, now: str) -> Task:
    """The row of the message that is due or coming next, sent at a moment."""
    found = plan(book, now)
    (due,) = (entry for entry in (*found.tasks, *found.coming) if entry.kind in CHASES)
    return mark_done(due, at(now))


def test_until_the_promised_date_has_passed_it_is_quiet_and_gives_the_reason_f2() -> None:
    found = plan(workbook(PROMISED), "2026-11-23 09:00")

    assert chasing(found) == []
    assert found.waits[0].sentence == "They said Fri 27 Nov. No need to write before Mon 30 Nov."
    assert found.waits[0].until == day("Nov 30")


def test_on_the_promised_day_itself_it_is_still_quiet_f2() -> None:
    assert chasing(plan(workbook(PROMISED), "2026-11-27 18:00")) == []


def test_one_business_day_after_the_promised_date_the_follow_up_is_due_f3() -> None:
    due = only(plan(workbook(PROMISED), "2026-11-30 09:00").tasks, "follow_up")

    assert due.due_at == day("Nov 30")
    assert not plan(workbook(PROMISED), "2026-11-30 09:00").waits


def test_a_public_holiday_moves_the_follow_up_f3() -> None:
    book = workbook(interview(held_at="2026-12-17T14:00:00+01:00", reply_by="2026-12-24"))

    assert not has(plan(book, "2026-12-26 09:00").tasks, "follow_up")
    assert only(plan(book, "2026-12-28 09:00").tasks, "follow_up").due_at == day("2026-12-28")


def test_the_follow_up_goes_to_the_recruiter_f3() -> None:
    recruiter = Person(id="pe-rec", name="Rae", kind="recruiter", company="Kestrel Mills")
    book = workbook(interview(reply_by="2026-11-27"), recruiter, ADA, met(ADA))

    due = only(plan(book, "2026-11-30 09:00").tasks, "follow_up")

    assert due.person_id == "pe-rec"


@pytest.mark.parametrize(
    ("note", "whom"),
    [
        ("ben ringing me mon w start date if its a yes", "pe-ben"),
        ("nice people\nBen will get back to me Thurs w next steps", "pe-ben"),
        ("Ben asked me to call the foreman", "pe-ada"),
        ("Ben to call, or Ada will ring", "pe-ada"),
    ],
)
def test_who_brings_the_news_by_my_note_hears_from_me_f3(note: str, whom: str) -> None:
    book = workbook(interview(reply_by="2026-11-27", private_note=note), ADA, BEN, met(ADA), met(BEN))
    assert only(plan(book, "2026-11-30 09:00").tasks, "follow_up").person_id == whom


def test_without_a_recruiter_it_goes_to_the_hiring_manager_f3() -> None:
    book = workbook(PROMISED, ADA, met(ADA))

    due = only(plan(book, "2026-11-30 09:00").tasks, "follow_up")

    assert due.person_id == "pe-ada"


def test_where_no_date_is_known_the_default_is_said_f1() -> None:
    assert plan(workbook(UNDATED), "2026-11-23 09:00").waits[0].sentence == (
        "They gave no date. Give them five business days: no need to write before Thu 26 Nov."
    )


def test_without_a_date_one_check_in_is_due_after_five_business_days_f6() -> None:
    assert chasing(plan(workbook(UNDATED), "2026-11-25 09:00")) == []
    assert chasing(plan(workbook(UNDATED), "2026-11-26 09:00")) == ["check_in"]


def test_when_all_rounds_are_done_the_message_asks_one_question_f5() -> None:
    assert chasing(plan(workbook(interview(last_round="yes")), "2026-11-26 09:00")) == ["ready_to_decide"]


def test_after_a_promised_date_the_question_is_the_second_message_f5() -> None:
    final = interview(last_round="yes", reply_by="2026-11-27")
    first = sent(workbook(final), "2026-11-30 10:00")

    assert first.kind == "follow_up"
    assert chasing(plan(workbook(final, first), "2026-12-07 09:00")) == ["ready_to_decide"]


def test_a_second_message_waits_a_week_then_a_close_is_suggested_f6() -> None:
    first = sent(workbook(PROMISED), "2026-11-30 10:00")
    once = workbook(PROMISED, first)
    assert chasing(plan(once, "2026-12-06 09:00")) == []
    assert chasing(plan(once, "2026-12-07 09:00")) == ["check_in"]

    twice = workbook(PROMISED, first, sent(once, "2026-12-07 10:00"))
    assert chasing(plan(twice, "2026-12-13 09:00")) == []
    assert chasing(plan(twice, "2026-12-14 09:00")) == ["close_out"]


def test_two_messages_are_a_full_week_apart_f6() -> None:
    book = workbook(PROMISED, sent(workbook(PROMISED), "2026-12-02 10:00"))  # a Wednesday

    assert chasing(plan(book, "2026-12-08 09:00")) == []
    assert chasing(plan(book, "2026-12-09 09:00")) == ["check_in"]


def test_after_the_close_nothing_is_suggested_any_more_f6() -> None:
    first = sent(workbook(PROMISED), "2026-11-30 10:00")
    once = workbook(PROMISED, first)
    second = sent(once, "2026-12-07 10:00")
    twice = workbook(PROMISED, first, second)
    close = mark_done(only(plan(twice, "2026-12-14 09:00").tasks, "close_out"), at("2026-12-14 09:00"))

    assert chasing(plan(workbook(PROMISED, first, second, close), "2027-01-11 09:00")) == []


def test_a_new_date_from_them_starts_the_count_again_f6() -> None:
    first = sent(workbook(PROMISED), "2026-11-30 10:00")
    moved = interview(reply_by="2026-12-04")

    found = plan(workbook(moved, first), "2026-12-01 09:00")
    assert found.waits[0].sentence == "They said Fri 4 Dec. No need to write before Mon 7 Dec."
    due = only(plan(workbook(moved, first), "2026-12-07 09:00").tasks, "follow_up")
    assert due.id != first.id


def test_a_message_that_was_dismissed_leaves_only_the_close_f6() -> None:
    due = only(plan(workbook(PROMISED), "2026-11-30 09:00").tasks, "follow_up")
    book = workbook(PROMISED, dismiss(due, at("2026-11-30 09:00")))

    assert chasing(plan(book, "2026-12-03 09:00")) == []
    assert chasing(plan(book, "2026-12-07 09:00")) == ["close_out"]


def test_a_dismissed_message_does_not_count_as_written_f2() -> None:
    due = only(plan(workbook(PROMISED), "2026-11-30 09:00").tasks, "follow_up")
    (wait,) = plan(workbook(PROMISED, dismiss(due, at("2026-11-30 09:00"))), "2026-11-30 12:00").waits

    assert wait.sentence == "You dismissed a message to them today. No need to write before Mon 7 Dec."
    assert "wrote" not in f"{wait}"


def test_four_weeks_of_silence_without_a_message_suggest_a_close_f6() -> None:
    assert chasing(plan(workbook(PROMISED), "2026-12-28 09:00")) == ["follow_up"]
    assert chasing(plan(workbook(PROMISED), "2026-12-29 09:00")) == ["close_out"]


@pytest.mark.parametrize("reply_by", ["", "2026-11-19", "2026-11-20", "2026-11-18"])
def test_the_day_after_nothing_about_progress_is_ever_suggested_f7(reply_by: str) -> None:
    assert chasing(plan(workbook(interview(reply_by=reply_by)), "2026-11-20 17:00")) == []


def test_a_message_before_its_time_wants_a_reason_f7() -> None:
    early = chase_timing(snapshot(workbook(PROMISED), "2026-11-23 09:00"), "ap-k")

    assert early.needs_reason
    assert "No need to write before Mon 30 Nov" in early.sentence


def test_a_message_in_its_time_wants_no_reason_f7() -> None:
    assert not chase_timing(snapshot(workbook(PROMISED), "2026-11-30 09:00"), "ap-k").needs_reason


def test_an_early_message_with_a_reason_counts_as_one_of_the_two_f7() -> None:
    early = sent(workbook(PROMISED), "2026-11-24 10:00").changed(reason="another offer")
    chase = chase_of(snapshot(workbook(PROMISED, early), "2026-11-25 09:00"), "ap-k")

    assert chase is not None
    assert len(chase.sent) == 1


def test_a_third_message_wants_a_reason_even_after_months_f7() -> None:
    first = sent(workbook(PROMISED), "2026-11-30 10:00")
    second = sent(workbook(PROMISED, first), "2026-12-07 10:00")

    assert chase_timing(snapshot(workbook(PROMISED, first, second), "2027-01-20 09:00"), "ap-k").needs_reason


def test_while_the_next_round_is_in_the_calendar_nobody_is_chased() -> None:
    coming = interview(id="iv-2", state="scheduled", held_at="2026-12-03T10:00:00+01:00")
    book = workbook(PROMISED, coming)

    assert chasing(plan(book, "2026-11-30 09:00")) == []
    assert "in the calendar" in chase_timing(snapshot(book, "2026-11-30 09:00"), "ap-k").sentence


def test_after_a_yes_without_a_date_for_the_next_round_the_wait_starts_again() -> None:
    book = workbook(interview(outcome="advanced", outcome_on="2026-11-27", reply_by="2026-11-27"))

    assert plan(book, "2026-11-30 09:00").waits[0].sentence == (
        "You moved on. They gave no date for the next round. No need to write before Fri 4 Dec."
    )


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "no_reply", "accepted", "offer"])
def test_a_process_that_has_its_answer_is_not_chased(status: str) -> None:
    assert chasing(plan(workbook(KESTREL.changed(status=status), PROMISED), "2026-12-01 09:00")) == []


def test_a_promised_date_before_the_interview_is_not_counted_and_that_is_reported() -> None:
    found = plan(workbook(interview(reply_by="2026-11-09")), "2026-11-23 09:00")

    assert "before the interview" in found.waits[0].sentence
    assert found.waits[0].until == day("Nov 26")


def test_a_clock_that_was_set_back_suggests_nothing_twice() -> None:
    first = sent(workbook(PROMISED), "2026-11-30 10:00")

    assert chasing(plan(workbook(PROMISED, first), "2026-11-29 09:00")) == []


def test_a_promised_date_at_the_end_of_the_calendar_is_waited_for() -> None:
    assert plan(workbook(interview(reply_by="9999-12-31")), "2026-11-23 09:00").waits[0].until == day("9999-12-31")


def test_a_message_that_waits_is_told_from_its_day_on_and_not_by_it() -> None:
    (coming,) = [due for due in plan(workbook(PROMISED), "2026-11-20 09:00").coming if due.kind == "follow_up"]

    assert coming.timing == "from Mon 30 Nov"
    assert plan(workbook(PROMISED), "2026-11-30 09:00").tasks[0].timing == "today"
