"""The common questions: offered before anybody asked anything, and never taken for questions that were asked."""

from datetime import timedelta

import pytest

from lib.practice.bank import prep_hits
from lib.practice.cards import cards
from lib.practice.common_questions import COMMON, common_left, is_common
from lib.practice.pool import pool
from lib.records.question import Question
from lib.records.workbook import Workbook
from tests.day_first import bank, queue
from tests.insight.small_workbook import application, interview, question
from tests.practice.practised import day

NOW = day(20)
TWELVE = 12


def coming() -> Workbook:
    held_at = NOW + timedelta(days=3)
    return Workbook(applications=(application(1),), interviews=(interview(9, state="scheduled", held_at=held_at),))


@pytest.mark.parametrize("workbook", [Workbook(), coming()])
def test_before_anything_was_asked_twelve_common_questions_are_offered(workbook: Workbook) -> None:
    found = queue(workbook, NOW, 60)

    assert [item.card for item in (*found.items, *found.remaining)] == list(COMMON)
    assert {item.importance.reason for item in found.items} == {"A common question."}
    assert found.ready_counts.unpractised == len(COMMON) == TWELVE


def test_once_something_was_asked_none_is_offered() -> None:
    asked = Workbook(applications=(application(1),), interviews=(interview(1),), questions=(question(1, rating=5),))

    assert common_left(asked) == ()
    assert pool(asked, None).cards == ()


def test_one_that_i_prepared_in_the_same_words_is_not_offered_again() -> None:
    mine = Question(id="qu-1", text="what are your strengths", prepared=True, asked=False)

    assert len(common_left(Workbook(questions=(mine,)))) == TWELVE - 1


def test_answered_they_are_prepared_and_nobody_asked_them() -> None:
    answered = Workbook(questions=tuple(card.wordings[0] for card in COMMON))

    assert not any(one.was_asked for one in answered.questions)
    assert all(is_common(card) for card in cards(answered))
    assert {(entry.side, entry.sentence) for entry in bank(answered, NOW.date())} == {
        ("only_prepared", "Common question, not asked yet.")
    }
    assert prep_hits(answered).sentence == ""


def test_one_that_was_asked_for_real_is_common_no_more() -> None:
    common = COMMON[0].wordings[0]
    real = question(1, text=common.text)

    (card,) = cards(Workbook(applications=(application(1),), interviews=(interview(1),), questions=(common, real)))
    assert not is_common(card)
