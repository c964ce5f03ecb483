"""What a person does with a task, as a row."""

from lib.followup.derived_task import DerivedTask
from lib.followup.task_rows import dismiss, mark_done, reopen, snooze, with_message
from tests.followup.searches import ADA, at, day, interview, met, only, plan, workbook


def thank_ada() -> DerivedTask:
    return only(plan(workbook(interview(), met(ADA)), "2026-11-19 17:00").tasks, "thank_you")


def test_a_note_that_was_sent_keeps_its_time_channel_and_text() -> None:
    row = mark_done(thank_ada(), at("2026-11-19 18:00"), "email", "Thank you", "Dear Ada", "")

    assert (row.id, row.status, row.channel, row.body) == (thank_ada().id, "done", "email", "Dear Ada")
    assert row.done_at == at("2026-11-19 18:00")


def test_two_windows_that_complete_one_task_leave_the_first() -> None:
    first = mark_done(thank_ada(), at("2026-11-19 18:00"), "email", "Thank you", "the one")
    again = thank_ada().with_row(first, "open")

    assert mark_done(again, at("2026-11-19 18:01"), "card", "Thank you", "the other") == first
    assert dismiss(again, at("2026-11-19 18:01")) == first
    assert snooze(again, day("Nov 21"), at("2026-11-19 18:01")) == first
    assert with_message(again, at("2026-11-19 18:01"), "card", "", "the other") == first


def test_a_draft_stays_with_the_task_until_it_is_sent() -> None:
    draft = with_message(thank_ada(), at("2026-11-19 17:30"), "email", "Thank you", "Dear Ada, so far")
    sent = mark_done(thank_ada().with_row(draft, "open"), at("2026-11-19 18:00"))

    assert draft.status == "open"
    assert (sent.body, sent.created_at) == ("Dear Ada, so far", at("2026-11-19 17:30"))


def test_a_reopened_task_is_open_with_what_was_written() -> None:
    row = reopen(mark_done(thank_ada(), at("2026-11-19 18:00"), "email", "Thank you", "Dear Ada"))

    assert (row.status, row.done_at, row.body) == ("open", None, "Dear Ada")


def test_a_snoozed_task_that_is_dismissed_stays_dismissed() -> None:
    put_off = snooze(thank_ada(), day("Nov 21"), at("2026-11-19 18:00"))
    row = dismiss(thank_ada().with_row(put_off, "snoozed"), at("2026-11-20 18:00"))

    assert (row.status, row.snoozed_until) == ("dropped", None)
