"""The schedule is replayed from the practice log alone, and is FSRS's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.practice.schedule import Log, Memory, read_log, replay
from lib.records.practice import Review
from lib.records.vocabulary import Grade
from lib.records.workbook import Workbook
from tests.insight.small_workbook import interview, question
from tests.practice.practised import day, review, topic

GRADES: tuple[Grade, ...] = ("again", "hard", "good", "easy")


def log_of(*rows: Review, workbook: Workbook | None = None, now: datetime | None = None) -> Log:
    usual = Workbook(interviews=(interview(1),), questions=(question(1), question(2)))
    return read_log(replace(workbook or usual, practice=rows), now or day(30))


def test_the_intervals_are_those_of_the_reference() -> None:
    memory, at, intervals = Memory(), datetime(2026, 1, 1, tzinfo=UTC), []
    grades: tuple[Grade, ...] = (*["good"] * 6, *["again"] * 2, *["good"] * 5)  # type: ignore[assignment]
    for grade in grades:
        memory = memory.after_review(grade, at)
        assert memory.due is not None
        intervals.append((memory.due - at).days)
        at = memory.due

    assert intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


@given(st.lists(st.tuples(st.sampled_from(range(4)), st.integers(1, 90_000)), min_size=1, max_size=12))
def test_a_replay_is_what_the_package_itself_comes_to(steps: list[tuple[int, int]]) -> None:
    scheduler, card = fsrs.Scheduler(enable_fuzzing=False), fsrs.Card(card_id=1, due=day(0))
    at, rows = day(0), []
    for number, (grade, minutes) in enumerate(steps):
        at += timedelta(minutes=minutes)
        card, _ = scheduler.review_card(card, fsrs.Rating(grade + 1), at)
        rows.append(Review(id=f"rv-{number}", reviewed_at=at, grade=GRADES[grade]))

    memory = replay(rows)

    assert (memory.due, memory.stability, memory.difficulty) == (card.due, card.stability, card.difficulty)
    assert memory.recall_at(day(400)) == scheduler.get_card_retrievability(card, day(400))


def test_what_was_never_practised_is_due_and_not_recalled() -> None:
    assert (Memory().is_due(day(0)), Memory().recall_at(day(0))) == (True, 0)


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = (review(1, 1, 0), review(2, 1, 3, "again"), review(3, 1, 4))

    assert log_of(*rows).memories == log_of(*reversed(rows)).memories


def test_a_schedule_replays_the_rows_of_all_its_wordings() -> None:
    grouped = Workbook(questions=(question(1, topic_id="tp-1"), question(2, topic_id="tp-1")), topics=(topic(1),))
    rows = (review(1, 1, 0), review(2, 2, 5))

    log = log_of(*rows, workbook=grouped)

    assert log.memory("tp-1") == replay(rows)


def test_a_wording_split_off_takes_its_reviews_along() -> None:
    apart = Workbook(
        questions=(question(1, topic_id="tp-1"), question(2, topic_id="tp-2")), topics=(topic(1), topic(2))
    )
    rows = (review(1, 1, 0, topic_id="tp-1"), review(2, 2, 5, topic_id="tp-1"))

    log = log_of(*rows, workbook=apart)

    assert (log.memory("tp-1"), log.memory("tp-2")) == (replay(rows[:1]), replay(rows[1:]))


def test_a_review_whose_question_is_gone_counts_for_its_topic() -> None:
    workbook = Workbook(topics=(topic(1),))

    assert log_of(review(1, 99, 0, topic_id="tp-1"), workbook=workbook).memory("tp-1").reviews == 1


def test_a_review_whose_question_and_topic_are_gone_is_left_out_and_reported() -> None:
    log = log_of(review(1, 99, 0, topic_id="tp-9"), review(2, 1, 0))

    assert [row.id for row in log.homeless] == ["rv-1"]
    assert log.sentence == "1 line of practice is about a question that is gone; kept, and not counted."


def test_a_review_dated_far_ahead_does_not_hide_the_question_and_is_reported() -> None:
    log = log_of(review(1, 1, 0), review(2, 1, 4000), now=day(1))

    assert log.memory("qu-1").reviews == 1
    assert log.sentence == "1 line of practice is dated later than now; kept, and counted once that day has come."


def test_a_review_dated_ahead_counts_once_its_day_has_come() -> None:
    assert log_of(review(1, 1, 0), review(2, 1, 40), now=day(41)).memory("qu-1").reviews == 2


def test_a_review_on_a_clock_set_back_counts_as_made_that_day() -> None:
    memory = Memory().after_review("good", day(10)).after_review("good", day(2))

    assert memory == Memory().after_review("good", day(10)).after_review("good", day(10))


def test_two_tabs_that_grade_one_card_leave_both_reviews_and_one_sensible_date() -> None:
    once, twice = log_of(review(1, 1, 0)), log_of(review(1, 1, 0), review(2, 1, 0))

    assert twice.memory("qu-1").reviews == 2
    assert twice.memory("qu-1").due <= day(5)  # type: ignore[operator]
    assert once.memory("qu-1").stability <= twice.memory("qu-1").stability  # type: ignore[operator]


def test_the_offset_of_the_clock_does_not_matter() -> None:
    moved = day(0).astimezone(timezone(timedelta(hours=9)))

    assert Memory().after_review("good", moved) == Memory().after_review("good", day(0))


@pytest.mark.parametrize("grade", GRADES)
def test_right_after_a_review_it_is_recalled(grade: Grade) -> None:
    assert Memory().after_review(grade, day(0)).recall_at(day(0)) == 1
