"""The hard question to practise next, where nothing else stands out."""

from dataclasses import replace

from lib.practice.hardest import hardest_left
from lib.records.practice import Review
from lib.records.topic import Topic
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import day, review, topic

MAGAZINE = topic(1, text="What would you change about our magazine?")
BOOK = Workbook(
    applications=(application(1, company="Inkpuddle", status="rejected"), application(2, company="Mill")),
    interviews=(interview(1), interview(2, application_id="ap-2")),
    questions=(
        question(1, topic_id="tp-1", text="What would you change about our magazine?"),
        question(2, topic_id="tp-2", text="Why us?"),
        question(3, of=2, topic_id="tp-3", text="Tell me about a conflict"),
    ),
    topics=(MAGAZINE, topic(2), topic(3)),
)
HARDEST_FIRST = ("qu-1", "qu-2", "qu-3")


def left(*reviews: Review, topics: tuple[Topic, ...] = BOOK.topics) -> str:
    card = hardest_left(replace(BOOK, practice=reviews, topics=topics), HARDEST_FIRST, day(3))
    return card.text if card else ""


def test_a_question_about_a_company_that_said_no_is_not_offered() -> None:
    assert left() == "Topic 2?"


def test_one_that_practice_has_made_ready_makes_room_for_the_next() -> None:
    assert left(review(1, 2, 0), review(2, 2, 2)) == "Topic 3?"


def test_one_that_was_put_away_is_not_offered() -> None:
    put_away = (MAGAZINE, topic(2, practise="suspended"), topic(3))

    assert left(topics=put_away) == "Topic 3?"


def test_where_all_are_ready_there_is_none() -> None:
    reviews = tuple(review(10 * number + on, number, on) for number in (2, 3) for on in (0, 2))

    assert left(*reviews) == ""
