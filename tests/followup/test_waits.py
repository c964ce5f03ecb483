"""What waits, and the one thing in my hands (M1)."""

import pytest

from lib.records.promise import Promise
from lib.records.question import Question
from lib.records.task import Task
from tests.followup.searches import ADA, at, day, interview, met, plan, workbook

PROMISED = interview(reply_by="2026-11-27")


def test_a_wait_names_what_was_done_and_what_is_out_of_my_hands_m1() -> None:
    thanked = Task(id="tk-1", kind="thank_you", rule="thank_you", application_id="ap-k", status="done")
    thanked = thanked.changed(done_at=at("2026-11-19 17:00"))
    (wait,) = plan(workbook(PROMISED, thanked), "2026-11-23 09:00").waits

    assert wait.done == ("You thanked one person.",)
    assert "another finalist" in wait.out_of_hands


@pytest.mark.parametrize(("now", "is_slow"), [("2026-11-21 09:00", False), ("2026-11-22 09:00", True)])
def test_a_reply_counts_as_slow_after_three_days(now: str, is_slow: bool) -> None:
    (wait,) = plan(workbook(PROMISED), now).waits
    assert bool(wait.out_of_hands) == is_slow


def test_the_one_thing_in_my_hands_is_a_promise_before_all_else_of_that_day_m1() -> None:
    promise = Promise(id="pr-1", interview_id="iv-1", what="A sketch", by=day("Nov 20"))
    (wait,) = plan(workbook(PROMISED, ADA, met(ADA), promise), "2026-11-20 09:00").waits

    assert wait.in_hands == "You can still keep a promise: A sketch."


@pytest.mark.parametrize(("one", "other"), [("pr-1", "pr-2"), ("pr-2", "pr-1")])
def test_of_two_promises_the_one_in_my_hands_is_the_one_that_the_list_puts_first(one: str, other: str) -> None:
    sketch = Promise(id=one, interview_id="iv-1", what="A sketch", by=day("Nov 24"))
    sample = Promise(id=other, interview_id="iv-1", what="A sample", by=day("Nov 23"))
    found = plan(workbook(PROMISED, sketch, sample), "2026-11-20 09:00")

    assert [due.title for due in found.tasks][:2] == ["A sample", "A sketch"]
    assert found.waits[0].in_hands == "You can still keep a promise: A sample."


def test_then_a_note_that_is_due_m1() -> None:
    (wait,) = plan(workbook(PROMISED, ADA, met(ADA)), "2026-11-20 09:00").waits

    assert wait.in_hands == "You can still thank Ada Okafor."


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        (1, "You can still find a better answer to “Why you?”."),
        (4, ""),
    ],
)
def test_then_the_hardest_question_then_the_search_m1(rating: int, expected: str) -> None:
    question = Question(id="qu-1", interview_id="iv-1", text="Why you?", rating=rating)
    (wait,) = plan(workbook(PROMISED, question), "2026-11-23 09:00").waits

    assert wait.in_hands == expected


def test_the_question_tapped_first_is_the_hardest_one() -> None:
    questions = (
        Question(id="qu-1", interview_id="iv-1", text="Why us?", tapped_hard=True, hard_order=2, position=1),
        Question(id="qu-2", interview_id="iv-1", text="Why you?", tapped_hard=True, hard_order=1, position=2),
        Question(id="qu-3", interview_id="iv-1", text="Rated?", rating=2, position=3),
    )
    (wait,) = plan(workbook(PROMISED, *questions), "2026-11-23 09:00").waits

    assert wait.in_hands == "You can still find a better answer to “Why you?”."


def test_waits_are_ordered_by_when_they_end() -> None:
    later = interview(id="iv-2", application_id="ap-b", reply_by="2026-12-04")
    waits = plan(workbook(later, PROMISED), "2026-11-23 09:00").waits

    assert [wait.application_id for wait in waits] == ["ap-k", "ap-b"]
