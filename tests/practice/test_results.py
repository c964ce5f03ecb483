"""What practice comes to."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest

from lib.practice.results import before_and_after
from lib.records.workbook import Workbook
from tests.day_first import how_ready, reviews_by_day
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import day, review

NOW = day(20)
WORKBOOK = Workbook(
    applications=(application(1),),
    interviews=(
        interview(1, held_at=date(2026, 10, 1)),
        interview(2, held_at=date(2026, 11, 15)),
        interview(9, state="scheduled", held_at=day(25)),
    ),
    questions=(
        question(1, rating=2, topic_id="t", category="case"),
        question(2, of=2, rating=4, topic_id="t", category="case"),
        question(3, rating=1, category="culture"),
    ),
    practice=(review(1, 1, 3, minutes=2), review(2, 1, 4, "again", minutes=1.5), review(3, 1, 4.1)),
)


def test_one_good_try_is_shaky_and_no_try_is_new() -> None:
    case, culture = how_ready(WORKBOOK, NOW).kinds

    assert (case.counts, culture.counts) == ("1 shaky", "1 not practised")


def test_questions_practised_well_on_two_days_are_ready() -> None:
    log = (review(1, 1, 18), review(2, 1, 19), review(3, 3, 19))
    found = how_ready(replace(WORKBOOK, practice=log), NOW)

    assert found.sentence == (
        "2 questions in practice, for Thursday 26 November: 1 ready, 1 shaky. "
        "Ready means: practised on two different days, with a good last try, and likely to come when it counts."
    )
    assert found.table.rows == (("Case", 1, 1, 0, 0), ("Culture", 1, 0, 1, 0))


def test_how_ready_i_am_is_never_said_in_percent() -> None:
    found = how_ready(WORKBOOK, NOW)

    assert "%" not in found.sentence
    assert not any("%" in column for column in found.table.columns)


def test_without_an_interview_there_is_no_day() -> None:
    found = how_ready(replace(WORKBOOK, interviews=WORKBOOK.interviews[:2]), NOW)

    assert found.day is None
    assert found.sentence.startswith("2 questions in practice: 1 shaky, 1 not practised.")


def test_reviews_are_on_their_days_with_the_days_between() -> None:
    found = reviews_by_day(WORKBOOK, date(2026, 11, 6), UTC, days=5)

    assert [(one.reviews, one.well) for one in found.days] == [(0, 0), (0, 0), (1, 1), (2, 1), (0, 0)]
    assert found.sentence == "3 reviews on 2 days of the last 5."


def test_a_topic_is_compared_with_itself_before_and_after_practice() -> None:
    found = before_and_after(WORKBOOK, NOW)

    assert [(one.before, one.after) for one in found.topics] == [(2, 4)]
    assert found.sentence.startswith("1 question asked for real before and after practice: 2.0 of 5 before")
    assert "often go better next time anyway" in found.sentence


def test_a_topic_not_asked_since_is_not_compared() -> None:
    later = tuple(row.changed(reviewed_at=row.reviewed_at + timedelta(days=16)) for row in WORKBOOK.practice)

    assert before_and_after(replace(WORKBOOK, practice=later), NOW).n == 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (how_ready(Workbook(), NOW).sentence, "Nothing to practise yet."),
        (reviews_by_day(Workbook(), NOW.date(), UTC).sentence, "No practice in the last 28 days."),
        (
            before_and_after(Workbook(), NOW).sentence,
            "Shows up once a question was asked and rated both before and after you practised it.",
        ),
    ],
)
def test_if_there_is_nothing_there_is_a_sentence(sentence: str, expected: str) -> None:
    assert sentence == expected
