"""What is still to be written down: D1, D4."""

from tests.followup.searches import has, interview, only, plan, workbook


def test_d1_an_interview_that_is_over_asks_how_it_went() -> None:
    book = workbook(interview(state="scheduled"))

    assert not has(plan(book, "2026-11-19 14:59").tasks, "debrief")
    assert only(plan(book, "2026-11-19 15:00").tasks, "debrief").title == "How did it go at Kestrel Mills?"


def test_d1_days_later_a_debrief_is_still_welcome() -> None:
    assert only(plan(workbook(interview(state="scheduled")), "2026-11-23 09:00").tasks, "debrief").timing == (
        "late beats none"
    )


def test_d1_the_rest_of_a_short_debrief_is_asked_for_the_day_after() -> None:
    book = workbook(interview(state="short"))

    assert not has(plan(book, "2026-11-19 22:00").tasks, "debrief")
    assert only(plan(book, "2026-11-20 09:00").tasks, "debrief").rule == "debrief_rest"


def test_d1_an_interview_that_did_not_take_place_asks_nothing() -> None:
    assert not plan(
        workbook(interview(state="cancelled"), interview(id="iv-2", state="no_show")), "2026-11-20 09:00"
    ).tasks


def test_d4_two_days_later_the_interest_is_asked_for_again() -> None:
    book = workbook(interview().changed(interest_later=None))

    assert not has(plan(book, "2026-11-20 09:00").tasks, "rate_interest")
    assert has(plan(book, "2026-11-21 09:00").tasks, "rate_interest")
    assert not has(plan(workbook(interview()), "2026-11-21 09:00").tasks, "rate_interest")
