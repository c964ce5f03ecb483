"""A card is a topic: which wordings it holds, and whether it is practised."""

from dataclasses import replace

import pytest

from lib.practice.cards import Card, cards
from lib.records.question import Question
from lib.records.topic import Topic
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import topic

WORKBOOK = Workbook(applications=(application(1),), interviews=(interview(1), interview(2)))


def card_of(*wordings: Question, row: Topic | None = None) -> Card:
    return cards(replace(WORKBOOK, questions=wordings, topics=(row,) if row else ()))[0]


def test_wordings_that_name_one_topic_are_one_card() -> None:
    wordings = (question(1, topic_id="tp-1"), question(2, of=2, topic_id="tp-1"))

    (card,) = cards(replace(WORKBOOK, questions=wordings, topics=(topic(1),)))

    assert (card.id, card.text, card.wordings) == ("tp-1", "Topic 1?", wordings)


def test_wordings_alike_are_not_merged_by_themselves() -> None:
    wordings = (question(1, text="Why do you want this job?"), question(2, text="Why would you want this job?"))

    assert len(cards(replace(WORKBOOK, questions=wordings))) == 2


def test_a_hundred_identical_questions_without_a_topic_are_one_card() -> None:
    wordings = tuple(question(number, text="Why us ?" if number % 2 else "why us") for number in range(1, 101))

    (card,) = cards(replace(WORKBOOK, questions=wordings))

    assert (card.id, len(card.wordings)) == ("qu-1", 100)


def test_the_same_words_split_into_two_topics_stay_two_cards() -> None:
    wordings = (question(1, text="Why us?", topic_id="tp-1"), question(2, text="Why us?", topic_id="tp-2"))

    found = cards(replace(WORKBOOK, questions=wordings, topics=(topic(1), topic(2))))

    assert [card.id for card in found] == ["tp-1", "tp-2"]


def test_my_question_in_the_words_of_theirs_is_another_card() -> None:
    wordings = (question(1, text="Why remote?"), question(2, text="Why remote?", asked_by="me"))

    assert [card.is_mine for card in cards(replace(WORKBOOK, questions=wordings))] == [False, True]


def test_a_group_outlives_the_row_of_its_topic() -> None:
    card = card_of(question(1, topic_id="tp-9"), question(2, of=2, topic_id="tp-9", text="Later?"))

    assert (card.id, card.topic, card.text) == ("tp-9", None, "Later?")


def test_a_topic_outlives_its_wordings() -> None:
    (card,) = cards(replace(WORKBOOK, topics=(topic(1),)))

    assert (card.text, card.wordings, card.is_practised) == ("Topic 1?", (), False)


@pytest.mark.parametrize("rating", [1, 2])
def test_a_question_answered_badly_is_practised_by_itself(rating: int) -> None:
    assert card_of(question(1, rating=rating)).is_practised


@pytest.mark.parametrize("rating", [3, 4, 5, None])
def test_other_questions_are_not_practised_by_themselves(rating: int | None) -> None:
    assert not card_of(question(1, rating=rating)).is_practised


def test_a_question_once_hard_stays_in_practice_when_it_goes_well_later() -> None:
    assert card_of(question(1, rating=2, topic_id="t"), question(2, of=2, rating=5, topic_id="t")).is_practised


def test_a_question_prepared_and_not_asked_is_practised_by_choice() -> None:
    wording = question(1, prepared=True, topic_id="tp-1")

    assert card_of(wording, row=topic(1, practise="yes")).is_practised


def test_a_suspended_topic_is_not_practised_however_hard() -> None:
    assert not card_of(question(1, rating=1, topic_id="tp-1"), row=topic(1, practise="suspended")).is_practised


def test_a_topic_left_to_its_ratings_is_practised_by_them() -> None:
    row = topic(1, practise="auto")

    assert card_of(question(1, rating=1, topic_id="tp-1"), row=row).is_practised
    assert not card_of(question(1, rating=4, topic_id="tp-1"), row=row).is_practised


def test_my_own_questions_are_never_practised() -> None:
    assert not card_of(question(1, asked_by="me", topic_id="tp-1"), row=topic(1, practise="yes")).is_practised


def test_the_kind_is_the_one_given_last() -> None:
    wordings = (
        question(1, category="case", topic_id="t"),
        question(2, of=2, category="culture", topic_id="t"),
        question(3, of=2, topic_id="t"),
    )
    assert card_of(*wordings).category == "culture"


def test_a_chosen_kind_counts_before_a_later_guess() -> None:
    wordings = (
        question(1, category="case", topic_id="t"),
        question(2, of=2, category="culture", kind_guessed=True, topic_id="t"),
    )
    assert card_of(*wordings).category == "case"
    assert card_of(wordings[1]).category == "culture"
