"""What to practise in one sitting."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lib.dates import DAY_FIRST
from lib.practice.queue import Queue, card_readiness, coming_interview, minutes_each, next_practice_at
from lib.practice.schedule import replay
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from tests.day_first import queue
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import day, review, topic

NOW = day(20)
HARD = tuple(question(number, rating=2, text=f"Hard question {number}?") for number in range(1, 9))
WORKBOOK = Workbook(applications=(application(1),), interviews=(interview(1),), questions=HARD)
LOG = tuple(review(number, number, number) for number in range(1, 5))


def scheduled(days: float, **values: object) -> Interview:
    usual = {"state": "scheduled", "held_at": NOW + timedelta(days=days), "created_at": NOW}
    return interview(9, **usual | values)


def with_interview(days: float, **values: object) -> Workbook:
    return replace(WORKBOOK, interviews=(interview(1), scheduled(days)), **values)  # type: ignore[arg-type]


def texts(found: Queue) -> list[str]:
    return [item.card.id for item in found.items]


def test_where_none_of_the_questions_asked_was_hard_the_queue_shows_how_one_comes_in() -> None:
    found = queue(replace(WORKBOOK, questions=(HARD[0].changed(rating=5),)), NOW, 15)

    assert (found.items, "Hard questions come here by themselves" in found.sentence) == ((), True)


def test_a_badly_answered_question_is_in_the_queue_p1() -> None:
    assert texts(queue(replace(WORKBOOK, questions=HARD[:1]), NOW, 15)) == ["qu-1"]


def test_a_suspended_question_is_not() -> None:
    aside = replace(WORKBOOK, questions=(HARD[0].changed(topic_id="tp-1"),), topics=(topic(1, practise="suspended"),))

    assert texts(queue(aside, NOW, 15)) == []


def test_a_well_practised_question_comes_back_when_it_is_due_p1() -> None:
    done = replace(WORKBOOK, questions=HARD[:1], practice=(review(1, 1, 0), review(2, 1, 0.1)))

    assert texts(queue(done, day(1), 15)) == []
    assert texts(queue(done, day(4), 15)) == ["qu-1"]


def test_when_nothing_is_due_the_next_date_is_reported() -> None:
    done = replace(WORKBOOK, questions=HARD[:1], practice=(review(1, 1, 0), review(2, 1, 0.1)))

    assert queue(done, day(1), 15).sentence == "Nothing to practise today. The next question is due tomorrow."


def test_without_an_interview_the_longest_due_comes_first_after_what_is_new() -> None:
    log = (review(1, 1, 5), review(2, 2, 1))

    found = queue(replace(WORKBOOK, questions=HARD[:3], practice=log), NOW, 15)

    assert texts(found) == ["qu-3", "qu-2", "qu-1"]
    assert found.sentence == "3 questions to practise now, the longest due first."


def test_a_sitting_is_as_long_as_was_chosen() -> None:
    found = queue(WORKBOOK, NOW, 9)

    assert (len(found.items), len(found.remaining), found.minutes) == (3, 5, 9)


def test_a_sitting_shorter_than_a_question_holds_one() -> None:
    assert len(queue(WORKBOOK, NOW, 0.5).items) == 1


@pytest.mark.parametrize("minutes", [0, -5, float("nan")])
def test_a_sitting_of_no_length_is_refused(minutes: float) -> None:
    with pytest.raises(ValueError, match="some minutes"):
        queue(WORKBOOK, NOW, minutes)


def test_a_question_takes_as_long_as_the_last_ones_did() -> None:
    log = tuple(review(number, 1, number, minutes=5) for number in range(5))

    assert minutes_each(replace(WORKBOOK, practice=log)) == 5
    assert minutes_each(replace(WORKBOOK, practice=log[:4])) == 3


def test_an_interview_next_week_changes_the_queue_and_gives_the_reason() -> None:
    before, after = queue(replace(WORKBOOK, practice=LOG), NOW, 9), queue(with_interview(7, practice=LOG), NOW, 9)

    assert texts(before) != texts(after)
    assert (before.heading, after.heading) == (
        "No interview coming up",
        "For Company 1, Saturday 28 November, in 7 days",
    )
    assert after.sentence == "2 questions now, picked to help most by then."


def test_it_shows_how_many_are_ready_for_the_day() -> None:
    log = (review(1, 1, 17), review(2, 1, 19), review(3, 2, 19))
    three = {"questions": HARD[:3], "practice": log}

    assert queue(with_interview(2, **three), NOW, 9).ready(NOW, dates=DAY_FIRST) == "1 of 3 ready for Monday"
    assert queue(with_interview(1, **three), NOW, 9).ready(NOW, dates=DAY_FIRST) == "1 of 3 ready for tomorrow"
    assert (
        queue(with_interview(27, **three), NOW, 9).ready(NOW, dates=DAY_FIRST) == "0 of 3 ready for Friday 18 December"
    )
    assert queue(replace(WORKBOOK, **three), NOW, 9).ready(NOW, dates=DAY_FIRST) == "1 of 3 ready"


def test_a_question_of_the_queue_shows_whether_it_is_not_practised_shaky_or_ready() -> None:
    log = (review(1, 2, 19), review(2, 3, 17), review(3, 3, 19))
    found = queue(with_interview(1, questions=HARD[:3], practice=log), NOW, 15)

    assert {item.card.id: (item.readiness, item.sentence) for item in found.items} == {
        "qu-1": ("unpractised", "Asked at Company 1, last rated 2 of 5."),
        "qu-2": ("shaky", "Asked at Company 1, last rated 2 of 5. Practised once."),
        "qu-3": ("ready", "Asked at Company 1, last rated 2 of 5. Practised twice."),
    }
    assert (found.ready_counts.ready, found.ready_counts.shaky, found.ready_counts.unpractised) == (1, 1, 1)


def test_a_question_is_shaky_for_an_interview_by_which_it_will_have_faded() -> None:
    log = (review(1, 1, 17), review(2, 1, 19))
    one = {"questions": HARD[:1], "practice": log}

    assert card_readiness(replace(WORKBOOK, **one), "qu-1", NOW) == "ready"
    assert card_readiness(with_interview(1, **one), "qu-1", NOW) == "ready"
    assert card_readiness(with_interview(27, **one), "qu-1", NOW) == "shaky"


@pytest.mark.parametrize(
    ("interview_in", "back_in"), [(None, 8), (30, 8), (9, 8), (8, 8), (7, 6), (3, 2), (2, 1), (1, 1), (0.1, None)]
)
def test_after_an_easy_first_try_a_question_never_comes_back_only_after_the_interview(
    interview_in: float | None, back_in: int | None
) -> None:
    log = (review(1, 1, 20, "easy"),)
    workbook = with_interview(interview_in, practice=log) if interview_in else replace(WORKBOOK, practice=log)

    back = next_practice_at(workbook, "qu-1", replay(log), NOW)

    assert back == (NOW + timedelta(days=back_in) if back_in else None)


@pytest.mark.parametrize(("interview_in", "back_in"), [(7, 1), (1, 1), (0.1, None)])
def test_what_came_today_does_not_come_back_in_ten_minutes_before_an_interview(
    interview_in: float, back_in: int | None
) -> None:
    log = (review(1, 1, 20),)

    back = next_practice_at(with_interview(interview_in, practice=log), "qu-1", replay(log), NOW)

    assert back == (NOW + timedelta(days=back_in) if back_in else None)


def test_what_did_not_come_is_back_the_same_evening_before_an_interview_too() -> None:
    log = (review(1, 1, 20, "again"),)

    assert next_practice_at(with_interview(7, practice=log), "qu-1", replay(log), NOW) == replay(log).due


def test_a_question_promised_for_the_day_before_the_interview_is_in_the_queue_then() -> None:
    log = tuple(review(number, 1, on, "easy") for number, on in enumerate((1, 5, 12, 20)))
    workbook = with_interview(7, questions=HARD[:1], practice=log)

    back = next_practice_at(workbook, "qu-1", replay(log), NOW)

    assert back == NOW + timedelta(days=6)
    assert texts(queue(workbook, NOW + timedelta(days=5), 9)) == []
    assert texts(queue(workbook, back, 9)) == ["qu-1"]


def test_the_day_before_the_interview_a_question_not_practised_that_day_is_due_now() -> None:
    log = (review(1, 1, 18, "easy"),)

    assert next_practice_at(with_interview(1, practice=log), "qu-1", replay(log), NOW) == NOW


def test_a_question_that_is_not_practised_for_the_interview_is_back_when_it_is_due() -> None:
    log = (review(1, 1, 20, "easy"),)
    elsewhere = question(1, of=2, rating=2, text="What do you know of Umbra?")
    workbook = replace(
        with_interview(7, questions=(elsewhere,), practice=log),
        applications=(application(1), application(2, company="Umbra")),
        interviews=(interview(1), interview(2, application_id="ap-2"), scheduled(7)),
    )

    assert next_practice_at(workbook, "qu-1", replay(log), NOW) == replay(log).due


def test_before_an_interview_what_matters_comes_first_p1() -> None:
    asked_often = question(20, of=2, rating=1, text="Hard question 8?")
    workbook = replace(
        with_interview(3),
        applications=(application(1), application(2)),
        interviews=(interview(1), interview(2, application_id="ap-2"), scheduled(3)),
        questions=(*HARD, asked_often),
    )

    assert texts(queue(workbook, NOW, 9))[0] == "qu-8"


def test_what_was_done_today_counts_towards_today() -> None:
    done = with_interview(7, practice=(review(1, 1, 20), review(2, 2, 20)))

    found = queue(done, NOW + timedelta(minutes=20), 9)

    assert (found.items, found.sentence) == ((), "2 done today, 6 left.")
    assert len(found.remaining) == 6


@pytest.mark.parametrize("days", [None, 7])
def test_what_did_not_come_today_comes_once_more(days: int | None) -> None:
    workbook = with_interview(days) if days else WORKBOOK
    failed = replace(workbook, questions=HARD[:1], practice=(review(1, 1, 20, "again"),))

    (item,) = queue(failed, NOW + timedelta(minutes=5), 9).items

    assert (item.is_repeat, item.sentence) == (True, "Once more, since you forgot it today.")


def test_on_the_day_of_the_interview_there_is_one_sitting() -> None:
    found = queue(with_interview(0.1, practice=LOG), NOW, 9)

    assert found.day is not None
    assert len(found.items) == 3


@pytest.mark.parametrize("days", [-1, 29])
def test_an_interview_that_has_begun_or_is_far_off_is_not_practised_for(days: float) -> None:
    assert coming_interview(with_interview(days), NOW) is None


@pytest.mark.parametrize("status", ["rejected", "withdrawn", "accepted", "no_reply"])
def test_an_interview_of_a_closed_application_is_not_practised_for(status: str) -> None:
    closed = replace(with_interview(7), applications=(application(1, status=status),))

    assert coming_interview(closed, NOW) is None


def test_an_interview_far_off_can_be_asked_for() -> None:
    assert queue(with_interview(60), NOW, 15, "iv-9").interview is not None


def test_an_interview_without_a_time_is_reckoned_in_the_morning() -> None:
    workbook = replace(WORKBOOK, interviews=(interview(1), scheduled(0, held_at=(NOW + timedelta(days=3)).date())))

    assert queue(workbook, NOW, 9).day.hour == 9  # type: ignore[union-attr]


def test_reviews_of_questions_that_are_gone_are_reported() -> None:
    found = queue(replace(WORKBOOK, practice=(review(1, 99, 1),)), NOW, 9)

    assert found.note == "1 line of practice is about a question that is gone; kept, and not counted."


def test_the_same_workbook_gives_the_same_queue() -> None:
    workbook = with_interview(7, practice=LOG)
    shuffled = replace(workbook, questions=workbook.questions[::-1], practice=LOG[::-1])

    assert texts(queue(workbook, NOW, 9)) == texts(queue(shuffled, NOW, 9))
