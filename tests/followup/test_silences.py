"""What my own record means for a silence (F6, F7). The interview at Kestrel was on Thursday 19 November 2026."""

from datetime import date, timedelta

from lib.followup.chases import chase_of
from lib.followup.defaults import MESSAGES_AT_MOST
from lib.followup.plan import TaskPlan
from lib.followup.task_rows import mark_done, snooze
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from tests.followup.searches import at, day, has, interview, only, plan, snapshot, workbook

UNDATED = interview()


def answered(number: int, days: int) -> Interview:
    """An earlier interview elsewhere, answered after so many days."""
    held = date(2026, 8, 3) + timedelta(days=number)
    return interview(
        id=f"iv-{100 + number}",
        application_id=f"ap-{100 + number}",
        held_at=held,
        outcome="rejected",
        outcome_on=held + timedelta(days=days),
    )


QUICK = tuple(answered(number, days) for number, days in enumerate((2, 2, 3, 3, 3, 4)))
SLOW = tuple(answered(number + 20, days) for number, days in enumerate((10, 11, 12, 12, 13, 15)))


def book(*records: object, interviews: tuple[Interview, ...] = SLOW) -> Workbook:
    return workbook(UNDATED, *interviews, *records)


def closes(found: TaskPlan) -> bool:
    return has(found.tasks, "close_out")


def test_under_five_answers_the_default_week_holds() -> None:
    found = plan(book(interviews=SLOW[:4]), "2026-11-23 09:00")

    assert found.waits[0].sentence.startswith("They gave no date. Give them five business days")
    assert found.waits[0].odds == ""


def test_from_five_answers_on_the_check_in_follows_them_and_reports_it() -> None:
    slow = snapshot(book(), "2026-11-23 09:00")
    check_in = slow.waiting.check_in_day

    assert check_in is not None
    assert check_in > 7
    slow_wait = plan(book(), "2026-11-23 09:00").waits[0]
    assert slow_wait.until == slow.days.on_or_after(day("Nov 19") + timedelta(days=check_in))
    assert f"Of your 6 answers so far, two in three come within {check_in} days" in slow_wait.sentence


def test_a_date_that_they_named_comes_before_my_own_record() -> None:
    promised = interview(reply_by="2026-11-27")
    found = plan(workbook(promised, *SLOW), "2026-11-23 09:00")

    assert found.waits[0].until == day("Nov 30")
    assert found.waits[0].odds == ""


def test_a_wait_shows_how_likely_an_answer_still_is() -> None:
    assert plan(book(), "2026-11-24 09:00").waits[0].odds.startswith("The chance of a reply is about ")


def test_a_long_silence_suggests_to_close_it_with_the_reason() -> None:
    now = "2026-12-17 09:00"  # day 28
    due = only(plan(book(interviews=QUICK), now).tasks, "close_out")

    assert "By your 6 replies so far, " in due.why
    assert "You can record it as no reply" in due.why
    assert not closes(plan(book(interviews=QUICK[:4]), "2026-12-17 09:00"))


def test_a_first_message_is_offered_for_a_week_before_the_odds_close_it() -> None:
    at_once = tuple(answered(number, 1) for number in range(25))
    due = only(plan(book(interviews=at_once), "2026-11-25 09:00").tasks, "check_in")
    assert due.due_at == day("Nov 24")

    assert not closes(plan(book(interviews=at_once), "2026-12-01 09:00"))
    assert closes(plan(book(interviews=at_once), "2026-12-02 09:00"))


def test_a_message_that_was_snoozed_is_not_taken_away_by_the_odds() -> None:
    check_in = only(plan(book(interviews=QUICK), "2026-11-30 09:00").tasks, "check_in")
    row = snooze(check_in, day("2026-12-20"), at("2026-11-30 09:00"))

    assert not closes(plan(book(row, interviews=QUICK), "2026-12-17 09:00"))


def test_a_message_sent_by_an_earlier_record_still_counts_when_the_record_grows() -> None:
    check_in = only(plan(book(interviews=QUICK), "2026-11-25 09:00").tasks, "check_in")
    row = mark_done(check_in, at("2026-11-25 10:00"))

    chase = chase_of(snapshot(book(row, interviews=SLOW), "2026-11-27 09:00"), "ap-k")

    assert chase is not None
    assert len(chase.sent) == 1
    assert len(chase.sent) < MESSAGES_AT_MOST
