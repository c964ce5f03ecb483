"""What was asked, by kind."""

from dataclasses import replace

import pytest

from lib.insight.asked import questions_by_kind
from lib.records.question import Question
from lib.records.workbook import Workbook
from tests.insight.small_workbook import application, interview, question

WORKBOOK = Workbook(
    applications=(application(1),),
    interviews=(interview(1), interview(2), interview(3)),
    questions=(
        question(1, category="technical", rating=2),
        question(2, category="behavioural", rating=3),
        question(3, category="technical", rating=5),
        question(4, of=2),
        question(5, of=2, rating=1),
        question(6, of=2),
    ),
)


def test_kinds_are_sorted_by_frequency_and_those_without_one_last() -> None:
    kinds = questions_by_kind(WORKBOOK).kinds

    assert [(kind.label, kind.n) for kind in kinds] == [("Technical", 2), ("Behavioural", 1), ("Kind not given", 3)]


def test_equally_frequent_kinds_are_in_the_order_of_the_vocabulary() -> None:
    questions = (question(1, category="curveball"), question(2, category="background"))

    kinds = questions_by_kind(replace(WORKBOOK, questions=questions)).kinds

    assert [kind.key for kind in kinds] == ["background", "curveball"]


def test_a_kind_is_divided_by_how_well_it_went() -> None:
    ratings = (1, 2, 3, 4, 5, None)
    questions = tuple(question(number, category="case", rating=score) for number, score in enumerate(ratings, 1))

    (kind,) = questions_by_kind(replace(WORKBOOK, questions=questions)).kinds

    assert [len(part) for part in (kind.hard, kind.fair, kind.went_well, kind.unrated)] == [2, 1, 2, 1]
    assert kind.average == 3


def test_the_sentence_shows_the_counts_and_what_is_missing() -> None:
    assert questions_by_kind(WORKBOOK).sentence == (
        "Most often: technical (2) and behavioural (1). 6 questions from 2 interviews. "
        "4 were rated, 2.8 of 5 on average; 2 were hard. 3 have no kind yet. "
        "1 of 3 interviews has no questions written down."
    )


def test_a_question_tapped_as_hard_is_hard_and_in_no_average() -> None:
    questions = (
        question(1, category="case", tapped_hard=True, hard_order=1),
        question(2, category="case", rating=4),
        question(3, category="case"),
    )

    result = questions_by_kind(replace(WORKBOOK, questions=questions))
    (kind,) = result.kinds

    assert [len(part) for part in (kind.hard, kind.fair, kind.went_well, kind.unrated)] == [1, 0, 1, 1]
    assert kind.average == 4
    assert "1 was rated, 4 of 5; 1 was hard." in result.sentence


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ((None, None), ""),
        ((4,), "rated 4 of 5"),
        ((4, None), "1 rated 4 of 5"),
        ((4, 3, None), "3.5 of 5 in 2 rated"),
        ((4, 3), "3.5 of 5"),
    ],
)
def test_a_rating_of_a_kind_shows_how_many_it_counts(ratings: tuple[int | None, ...], said: str) -> None:
    questions = tuple(question(number, category="case", rating=score) for number, score in enumerate(ratings, 1))

    (kind,) = questions_by_kind(replace(WORKBOOK, questions=questions)).kinds

    assert kind.rating_words == said


def test_two_questions_tapped_and_none_rated_have_no_average() -> None:
    questions = tuple(question(number, tapped_hard=True, hard_order=number) for number in (1, 2))

    assert (
        "You marked 2 as hard and haven't rated any yet."
        in questions_by_kind(replace(WORKBOOK, questions=questions)).sentence
    )


def test_one_question_is_shown_as_one() -> None:
    workbook = replace(WORKBOOK, interviews=(interview(1),), questions=(question(1, category="case", rating=4),))

    assert questions_by_kind(workbook).sentence == (
        "All with a kind are case. 1 question from 1 interview. You rated it 4 of 5."
    )


def test_without_questions_there_is_a_sentence() -> None:
    result = questions_by_kind(replace(WORKBOOK, questions=()))

    assert (result.n, result.kinds) == (0, ())
    assert result.sentence == "No question written down yet."


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (question(7, asked_by="me"), "I asked it"),
        (question(7, asked=False), "it did not come up"),
        (question(7, prepared=True), "it was prepared, and nothing says that it came up"),
        (question(7, of=9), "its interview is not debriefed"),
    ],
)
def test_a_question_is_left_out_where(other: Question, why: str) -> None:
    workbook = replace(WORKBOOK, questions=(*WORKBOOK.questions, other))

    assert questions_by_kind(workbook).n == 6, why


def test_a_prepared_question_counts_once_it_was_asked() -> None:
    workbook = replace(WORKBOOK, questions=(question(1, prepared=True, asked=True),))

    assert questions_by_kind(workbook).n == 1


def test_the_newest_question_comes_first() -> None:
    (*_, unsorted) = questions_by_kind(WORKBOOK).kinds

    assert [entry.text for entry in unsorted.questions] == ["Question 6?", "Question 5?", "Question 4?"]


def test_the_table_holds_the_same_numbers() -> None:
    assert questions_by_kind(WORKBOOK).table.rows == (
        ("Technical", 2, 1, 0, 1, 0, 3.5),
        ("Behavioural", 1, 0, 1, 0, 0, 3),
        ("Kind not given", 3, 0, 0, 1, 2, 1),
    )


def test_the_order_of_the_rows_changes_nothing() -> None:
    turned = replace(WORKBOOK, questions=WORKBOOK.questions[::-1], interviews=WORKBOOK.interviews[::-1])

    assert questions_by_kind(turned) == questions_by_kind(WORKBOOK)


def test_it_shows_how_many_kinds_are_guesses() -> None:
    first, *others = WORKBOOK.questions
    guessed = replace(WORKBOOK, questions=(first.changed(kind_guessed=True), *others))

    assert "1 of 6 sorted by wording." in questions_by_kind(guessed).sure
    assert "sorted by wording" not in questions_by_kind(WORKBOOK).sure
