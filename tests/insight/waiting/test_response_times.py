"""How long answers take: which waits count, the words, and when it is only an assumption."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lib.insight.waiting.response_times import Waiting, waiting
from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from tests.insight.small_workbook import FIRST_DAY, application, interview

TODAY = date(2026, 12, 1)


def answered(number: int, days: int | None, outcome: str = "rejected") -> Interview:
    held = FIRST_DAY + timedelta(weeks=number - 1)
    on = None if days is None else held + timedelta(days=days)
    return interview(number, application_id=f"ap-{number}", outcome=outcome, outcome_on=on)


def pending(days: int, **values: Any) -> Interview:
    """An interview that many days ago."""
    usual: dict[str, Any] = {"application_id": "ap-99", "held_at": TODAY - timedelta(days=days)}
    return interview(99, **usual | values)


QUICK = tuple(answered(number, days) for number, days in enumerate((2, 3, 4, 6, 7, 9), start=1))
WAITED_FOR = application(99, company="Kestrel Mills", status="interviewing")


def book(*interviews: Interview, applications: tuple[Application, ...] = (WAITED_FOR,)) -> Workbook:
    return Workbook(applications=applications, interviews=interviews)


def found(*interviews: Interview, today: date = TODAY, **values: Any) -> Waiting:
    return waiting(book(*interviews, **values), today)


def test_an_empty_workbook_has_the_assumption_alone() -> None:
    result = found()

    assert (result.n, result.verdict, result.curve, result.processes) == (0, "not_enough", (), ())
    assert result.sentence == "Too early to tell: 0 of 5 replies needed."
    assert result.assumption_sentence.startswith("An assumption, not your own numbers: about 4 in 10 interviews never")
    assert len(result.assumption) == 61


def test_under_five_answers_no_process_has_odds() -> None:
    result = found(*QUICK[:4], pending(40))

    assert result.verdict == "not_enough"
    assert result.processes[0].chance is None
    assert not result.processes[0].suggests_no_reply
    assert result.processes[0].sentence == "Kestrel Mills: 40 days without a reply."
    assert result.sentence == "Too early to tell: 4 of 5 replies needed."


def test_from_five_answers_on_the_odds_are_one_s_own() -> None:
    result = found(*QUICK, pending(3))

    assert (result.n, result.silent, result.verdict) == (6, 1, "own")
    assert result.processes[0].chance is not None
    assert result.processes[0].chance.day == 3
    assert re.fullmatch(r"Half of the replies come within \d+ days\.", result.headline)
    assert result.sure == "From 6 replies and 1 interview without one."


def test_from_twenty_replies_on_shares_are_shown_as_numbers() -> None:
    result = found(*(answered(number, number % 9) for number in range(1, 22)), pending(3))

    assert re.fullmatch(
        r"From 21 replies and 1 interview without one\. About \d+% never answer, likely between \d+% and \d+%\. "
        r"After 7 days without a reply, about \d+% still answer; after 14 days, \d+%; after 28 days, .*%\.",
        result.sure,
    )


def test_a_long_silence_suggests_no_reply_and_a_short_one_does_not() -> None:
    long, short = found(*QUICK, pending(45)).processes[0], found(*QUICK, pending(3)).processes[0]

    assert (long.suggests_no_reply, short.suggests_no_reply) == (True, False)
    assert "If one comes later, it replaces that." in long.no_reply_sentence
    assert long.sentence.endswith("Few still answer after so long.")
    assert short.no_reply_sentence == ""


def test_no_reply_is_suggested_from_the_day_on_that_it_names() -> None:
    result = found(*QUICK, pending(3))
    day = result.no_reply_day
    assert day is not None
    chances = {entry.day: entry.chance for entry in result.curve}

    assert chances[day] < 0.15 <= chances[day - 1]
    assert result.processes[0].no_reply_on == TODAY - timedelta(days=3) + timedelta(days=day)


def test_no_reply_is_silence_until_today_and_no_answer() -> None:
    """It is undone by a later answer, so the silence goes on."""
    recorded = answered(9, 20, "no_reply")

    assert (found(*QUICK, recorded).n, found(*QUICK, recorded).silent) == (6, 1)
    assert found(*QUICK, recorded).curve == found(*QUICK, answered(9, None, "no_reply")).curve
    assert found(*QUICK, recorded).curve == found(*QUICK, answered(9, None, "pending")).curve


def test_an_answer_after_no_reply_replaces_it() -> None:
    assert found(*QUICK, answered(9, 40)).n == 7


def test_a_process_that_i_left_was_silent_until_then() -> None:
    left = found(*QUICK, answered(9, 3, "withdrew"))

    assert (left.n, left.silent) == (6, 1)
    assert left.curve[7].chance > found(*QUICK, answered(9, None, "pending")).curve[7].chance


def test_an_answer_without_its_date_counts_as_having_come_by_then() -> None:
    result = found(*QUICK, answered(9, None))

    assert result.n == 6
    assert result.sentence.endswith("1 reply without a date counts as having come.")
    assert result.curve[7].chance > found(*QUICK, answered(9, None, "pending")).curve[7].chance


def test_a_next_round_that_was_made_later_is_an_answer() -> None:
    first = answered(9, None, "pending")
    second = interview(
        10, application_id="ap-9", outcome="pending", created_at=datetime(2026, 8, 3, 10, tzinfo=UTC), state="scheduled"
    )
    result = found(*QUICK, first, second)

    assert (result.n, result.silent, result.processes) == (6, 0, ())
    assert "1 reply without a date" in result.sentence


def test_a_next_round_that_was_planned_before_counts_for_nothing() -> None:
    first = answered(9, None, "pending")
    second = interview(10, application_id="ap-9", state="scheduled", created_at=datetime(2026, 6, 3, 10, tzinfo=UTC))

    assert "1 interview is not counted: too little is known." in found(*QUICK, first, second).sentence


@pytest.mark.parametrize(("status", "n", "silent"), [("rejected", 7, 0), ("offer", 7, 0), ("withdrawn", 6, 1)])
def test_the_application_s_status_answers_where_the_interview_does_not(status: str, n: int, silent: int) -> None:
    ended = WAITED_FOR.changed(status=status, status_on=TODAY - timedelta(days=2))
    result = found(*QUICK, pending(10), applications=(ended,))

    assert (result.n, result.silent, result.processes) == (n, silent, ())


def test_one_that_i_lean_to_decline_is_silent_and_waits_for_nothing() -> None:
    result = found(*QUICK, pending(10, leaning="decline"))

    assert (result.silent, result.processes) == (1, ())


def test_what_waits_longest_comes_first() -> None:
    other = interview(98, application_id="ap-98", held_at=TODAY - timedelta(days=20))
    result = found(*QUICK, pending(3), other, applications=(WAITED_FOR, application(98)))

    assert [entry.days for entry in result.processes] == [20, 3]
    assert result.process("ap-99") is result.processes[1]
    assert result.process("ap-1") is None


def test_interviews_to_come_and_slips_of_the_pen_do_not_count() -> None:
    tomorrow = pending(-1)
    cancelled = pending(5, id="iv-98", state="cancelled")

    assert found(*QUICK, tomorrow, cancelled).silent == 0
    assert found(*QUICK, answered(9, -4)).n == 7


def test_the_check_in_day_is_between_five_and_twenty_one() -> None:
    at_once = tuple(answered(number, 0) for number in range(1, 30))
    late = tuple(answered(number, 60) for number in range(1, 20))

    assert (found(*at_once).check_in_day, found(*late).check_in_day) == (5, 21)
    assert found(*QUICK[:4]).check_in_day is None


def test_all_answered_or_all_silent_is_no_trouble() -> None:
    silent = tuple(answered(number, None, "pending") for number in range(1, 9))

    assert found(*QUICK).silent == 0
    assert found(*silent).verdict == "not_enough"


def test_the_order_of_the_rows_changes_nothing() -> None:
    workbook = book(*QUICK, pending(3), answered(9, 20, "no_reply"))

    assert waiting(replace(workbook, interviews=workbook.interviews[::-1]), TODAY) == waiting(workbook, TODAY)


def test_the_table_shows_the_curve_by_weeks() -> None:
    result = found(*QUICK)

    assert [row[0] for row in result.table.rows] == [0, 7, 14, 21, 28, 35, 42, 49, 56]
    assert result.table.rows[1][1] == round(100 * result.curve[7].chance)
    assert found().table.rows == ()
