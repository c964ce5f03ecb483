"""Prepared answers beside the others."""

from dataclasses import replace

import pytest

from lib.insight.prepared import prepared
from lib.records.question import Question
from lib.records.workbook import Workbook
from tests.insight.small_workbook import interview, question

BOOK = Workbook(
    interviews=(interview(1), interview(2), interview(3, state="scheduled")),
    questions=(
        question(1, 1, prepared=True, asked=True, rating=5),
        question(2, 1, prepared=False, asked=True, rating=3),
        question(3, 1, prepared=False, asked=True, rating=2),
        question(4, 2, prepared=True, asked=True, rating=2),
        question(5, 2, prepared=False, rating=4),
        question(6, 2, prepared=False),
        question(7, 2, prepared=True, asked=False, rating=1),
        question(8, 2, asked_by="me", rating=1),
        question(9, 3, rating=1),
        question(10, 2, prepared=True, asked=True, rating=2),
    ),
)


def test_rated_questions_that_were_asked_are_laid_side_by_side() -> None:
    result = prepared(BOOK)

    assert (result.n, result.unrated) == (6, 1)
    assert (result.prepared.n, result.prepared.average, result.prepared.well, result.prepared.hard) == (3, 3.0, 1, 2)
    assert (result.unprepared.n, result.unprepared.average) == (3, 3.0)


def test_the_sentence_describes_and_also_compares_within_interviews() -> None:
    assert prepared(BOOK).sentence == (
        "You rated 3 prepared answers 3.0 of 5 on average, and 3 unprepared ones 3.0. "
        "In 1 of 2 interviews with both, the prepared ones went better. "
        "This describes, and is not tested: the questions that one prepares are not the same as the others."
    )


def test_a_question_nobody_marked_as_prepared_or_not_is_on_neither_side() -> None:
    result = prepared(replace(BOOK, questions=(*BOOK.questions, question(20, 1, rating=1), question(21, 2))))

    assert (result.n, result.unrated, result.unprepared.average) == (6, 1, 3.0)


def test_a_question_tapped_as_hard_is_counted_as_hard_and_not_as_rated() -> None:
    tapped = question(20, 1, prepared=True, asked=True, tapped_hard=True, hard_order=1)
    result = prepared(replace(BOOK, questions=(*BOOK.questions, tapped)))

    assert (result.prepared.n, result.prepared.average, result.prepared.hard) == (3, 3.0, 3)


def test_one_prepared_answer_beside_one_unprepared_is_too_early_to_compare() -> None:
    questions = (question(1, 1, prepared=True, asked=True, rating=5), question(2, 1, prepared=False, rating=1))

    assert prepared(Workbook(interviews=(interview(1),), questions=questions)).sentence == (
        "Too early to compare: 1 prepared answer and 1 unprepared one rated; it takes 3 of each."
    )


@pytest.mark.parametrize(
    ("questions", "sentence"),
    [
        ((question(1, 1, rating=3),), ""),
        (
            (question(1, 1, prepared=False),),
            "Nothing to compare yet: none of the answers you marked as prepared or not is rated.",
        ),
        (
            (question(1, 1, prepared=False, rating=3), question(2, 1, prepared=False, rating=3)),
            "Nothing to compare yet: of 2 rated answers you marked as prepared or not, none is prepared.",
        ),
        (
            (question(1, 1, prepared=True, asked=True, rating=3),),
            "Nothing to compare yet: of 1 rated answer you marked as prepared or not, none is unprepared.",
        ),
    ],
)
def test_with_one_side_alone_nothing_is_compared(questions: tuple[Question, ...], sentence: str) -> None:
    assert prepared(Workbook(interviews=(interview(1),), questions=questions)).sentence == sentence
