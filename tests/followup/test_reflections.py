"""What is still to be written down: D1, D4."""

import pytest

from lib.records.decision import Decision
from tests.followup.searches import at, day, has, interview, only, plan, workbook


def test_an_interview_that_is_over_asks_how_it_went_d1() -> None:
    book = workbook(interview(state="scheduled"))

    assert not has(plan(book, "2026-11-19 14:59").tasks, "debrief")
    assert only(plan(book, "2026-11-19 15:00").tasks, "debrief").title == "How did it go at Kestrel Mills?"


def test_days_later_a_debrief_is_still_welcome_d1() -> None:
    assert only(plan(workbook(interview(state="scheduled")), "2026-11-23 09:00").tasks, "debrief").timing == (
        "still worth doing"
    )


def test_a_saved_debrief_asks_for_nothing_more_d1() -> None:
    assert not has(plan(workbook(interview(state="short")), "2026-11-20 09:00").tasks, "debrief")


def test_an_interview_that_did_not_take_place_asks_nothing_d1() -> None:
    assert not plan(
        workbook(interview(state="cancelled"), interview(id="iv-2", state="no_show")), "2026-11-20 09:00"
    ).tasks


def test_two_days_later_the_interest_is_asked_for_again_d4() -> None:
    book = workbook(interview().changed(interest_later=None))

    assert not has(plan(book, "2026-11-20 09:00").tasks, "rate_interest")
    assert has(plan(book, "2026-11-21 09:00").tasks, "rate_interest")
    assert not has(plan(workbook(interview()), "2026-11-21 09:00").tasks, "rate_interest")


@pytest.mark.parametrize(("asked", "title"), [(7, "want Kestrel Mills now?"), (None, "want Kestrel Mills?")])
def test_the_interest_is_asked_for_again_only_if_it_was_asked_before_d4(asked: int | None, title: str) -> None:
    book = workbook(interview().changed(interest_after=asked, interest_later=None))

    assert only(plan(book, "2026-11-21 09:00").tasks, "rate_interest").title.endswith(title)


DECIDED = Decision(
    id="de-1", application_id="ap-k", decided_at=at("2026-11-20 19:00"), choice="hold", review_on=day("2026-12-20")
)


def test_a_decision_is_looked_back_on_on_its_day_d4() -> None:
    book = workbook(DECIDED)

    assert not has(plan(book, "2026-12-19 09:00").tasks, "review_decision")
    due = only(plan(book, "2026-12-20 09:00").tasks, "review_decision")
    assert (due.title, due.about_id) == ("Review your decision on Kestrel Mills", "de-1")
    assert due.why == "You chose “hold” on Friday 20 November. Was it right, and what did you learn?"


def test_without_a_day_of_its_own_a_decision_waits_thirty_days_d4() -> None:
    book = workbook(DECIDED.changed(review_on=None))

    assert only(plan(book, "2026-12-20 09:00").tasks, "review_decision").due_at == day("2026-12-20")


def test_two_decisions_on_one_job_are_two_tasks_and_one_looked_back_on_is_none_d4() -> None:
    other = DECIDED.changed(id="de-2", choice="go_on")
    seen = DECIDED.changed(id="de-3", right_call="yes")

    found = [due.id for due in plan(workbook(DECIDED, other, seen), "2026-12-21 09:00").tasks]
    assert len(set(found)) == 2


def test_a_decision_of_the_last_day_there_is_breaks_nothing_d4() -> None:
    late = DECIDED.changed(decided_at=at("9998-12-31 12:00"), review_on=None)

    assert not has(plan(workbook(late), "2026-12-21 09:00").tasks, "review_decision")
