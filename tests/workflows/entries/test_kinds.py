"""The kind of a question: guessed at a save, corrected with one tap, and the person's from then on."""

import pytest

from lib.practice.kinds.guessing import guesser_of
from lib.records.interview import Interview
from lib.records.question import Question
from lib.records.vocabulary import Category
from lib.store import Store
from lib.workflows.entries.kinds import correct_kind
from lib.workflows.errors import Gone
from tests.workflows.evening import NOW, debriefed, edited, put, workbook

WHY = Question(id="qu-why", text="Why did you pick that grain?", category="motivation", kind_guessed=True)


def kind_of(store: Store, question_id: str) -> tuple[Category | None, bool | None]:
    return next((row.category, row.kind_guessed) for row in workbook(store).questions if row.id == question_id)


@pytest.fixture
def first(store: Store) -> Interview:
    """An interview with the guessed question."""
    interview = debriefed(store)
    put(store, WHY.changed(interview_id=interview.id, application_id=interview.application_id))
    return interview


def test_a_corrected_kind_is_one_s_own_and_teaches(store: Store, first: Interview) -> None:
    correct_kind(store, "qu-why", "technical", NOW)

    assert kind_of(store, "qu-why") == ("technical", None)
    assert guesser_of(workbook(store)).guess("why did you pick that grain") == "technical"


def test_the_same_kind_confirmed_is_no_guess_any_more(store: Store, first: Interview) -> None:
    correct_kind(store, "qu-why", "motivation", NOW)

    assert kind_of(store, "qu-why") == ("motivation", None)


def test_a_kind_taken_away_is_not_guessed_again(store: Store, first: Interview) -> None:
    correct_kind(store, "qu-why", None, NOW)
    edited(store, first, "questions", {"questions.qu-why.text": "Why did you pick that?"})

    assert kind_of(store, "qu-why") == (None, False)


def test_a_correction_is_taken_back(store: Store, first: Interview) -> None:
    receipt = correct_kind(store, "qu-why", "technical", NOW)

    store.undo(receipt.id, NOW)

    assert kind_of(store, "qu-why") == ("motivation", True)


def test_the_kind_of_a_deleted_question_is_gone(store: Store) -> None:
    with pytest.raises(Gone, match="This question"):
        correct_kind(store, "qu-why", "technical", NOW)


def test_a_kind_changed_in_the_form_is_one_s_own(store: Store, first: Interview) -> None:
    edited(store, first, "questions", {"questions.qu-why.category": "technical"})

    assert kind_of(store, "qu-why") == ("technical", None)


def test_a_kind_emptied_in_the_form_is_not_guessed_again(store: Store, first: Interview) -> None:
    edited(store, first, "questions", {"questions.qu-why.category": ""})
    edited(store, first, "questions", {"questions.qu-why.text": "Why us?"}, seed=4)

    assert kind_of(store, "qu-why") == (None, False)


def test_a_guess_goes_with_its_words(store: Store, first: Interview) -> None:
    edited(store, first, "questions", {"questions.qu-why.text": "What are your salary expectations?"})

    assert kind_of(store, "qu-why") == ("compensation", True)


def test_a_question_added_later_is_sorted_and_those_that_stay_are_not(store: Store, first: Interview) -> None:
    put(store, Question(id="qu-old", interview_id=first.id, text="Tell me about yourself"))
    edited(store, first, "questions", {"questions": ["qu-why", "qu-old", "qu-new"], "questions.qu-new.text": "Why us?"})

    assert kind_of(store, "qu-new") == ("motivation", True)
    assert kind_of(store, "qu-old") == (None, None)
