"""Work to do at home, by its due date (F4)."""

from lib.followup.task_rows import side_effect_of_done
from lib.records.record import Record
from lib.records.workbook import Workbook
from tests.followup.searches import BERLIN, KESTREL, day, has, interview, only, plan, workbook


def take_home(*more: Record, **changes: object) -> Workbook:
    given = {
        "state": "scheduled",
        "format": "take_home",
        "held_at": "2026-11-19",
        "due_on": "2026-11-27",
        "minutes": "",
    }
    return workbook(interview(**{**given, **changes}), *more)


def test_a_take_home_is_a_task_with_its_due_date_f4() -> None:
    due = only(plan(take_home(), "2026-11-20 09:00").tasks, "hand_in")

    assert (due.title, due.due_at) == ("Hand in the take-home for Kestrel Mills", day("Nov 27"))


def test_today_puts_a_take_home_forward_three_days_before_it_is_due_f4() -> None:
    assert not has(plan(take_home(), "2026-11-23 09:00").today_three, "hand_in")
    assert has(plan(take_home(), "2026-11-24 09:00").today_three, "hand_in")


def test_a_take_home_that_is_given_next_week_is_no_task_yet() -> None:
    found = plan(take_home(held_at="2026-11-25"), "2026-11-20 09:00")

    assert (has(found.tasks, "hand_in"), has(found.coming, "hand_in")) == (False, True)


def test_nobody_asks_how_a_take_home_went_while_it_is_worked_on() -> None:
    assert not has(plan(take_home(), "2026-11-26 09:00").open_tasks, "debrief")
    assert not has(plan(take_home(due_on=""), "2026-11-26 09:00").open_tasks, "debrief")


def test_handed_in_it_is_no_task_any_more_and_the_debrief_is_asked_for() -> None:
    found = plan(take_home(handed_in_on="2026-11-23"), "2026-11-23 16:00")

    assert (has(found.open_tasks, "hand_in"), has(found.tasks, "debrief")) == (False, True)


def test_past_its_due_date_it_is_late_for_a_week_and_then_dismissed() -> None:
    late = only(plan(take_home(), "2026-11-28 09:00").tasks, "hand_in")

    assert (late.is_late(day("Nov 28"), BERLIN), "Ask whether they still take it" in late.why) == (True, True)
    assert has(plan(take_home(), "2026-12-04 09:00").tasks, "hand_in")
    assert not has(plan(take_home(), "2026-12-05 09:00").open_tasks, "hand_in")


def test_nothing_is_handed_in_where_the_process_is_over_or_they_answered() -> None:
    closed = take_home(KESTREL.changed(status="withdrawn"))
    answered = take_home(state="done", outcome="rejected")

    assert not has(plan(closed, "2026-11-20 09:00").open_tasks, "hand_in")
    assert not has(plan(answered, "2026-11-20 09:00").open_tasks, "hand_in")


def test_an_old_debrief_of_a_take_home_without_a_due_date_makes_no_task() -> None:
    assert not has(plan(take_home(state="done", due_on=""), "2026-11-20 09:00").open_tasks, "hand_in")


def test_doing_the_task_notes_the_day_of_handing_in() -> None:
    book = take_home()

    after = side_effect_of_done(only(plan(book, "2026-11-24 09:00").tasks, "hand_in"), book, day("Nov 24"))

    assert after == book.interviews[0].changed(handed_in_on=day("Nov 24"))


def test_the_check_in_counts_from_the_day_of_handing_in() -> None:
    handed_in = take_home(state="done", handed_in_on="2026-11-27")

    due = only(plan(handed_in, "2026-11-30 09:00").open_tasks, "check_in")
    assert due.due_at == day("2026-12-04")


def test_a_pause_of_the_reminders_keeps_a_take_home() -> None:
    assert only(plan(take_home(), "2026-11-25 09:00").tasks, "hand_in").is_kept_while_paused
