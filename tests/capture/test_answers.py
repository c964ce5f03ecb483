"""How an answer went is no part of the question, and is kept where answers are judged."""

from datetime import date

import pytest

from lib.capture.answers import Answered, answered, judged
from lib.capture.places import Place
from lib.capture.sorting import sort_lines


@pytest.mark.parametrize(
    ("words", "question", "comment", "went"),
    [
        ('Q "what would you change?" froze a bit. rude??', "what would you change?", "froze a bit. rude??", "badly"),
        ('"tell me about a complaint" nailed this one', "tell me about a complaint", "nailed this one", "well"),
        ("q3 how do you handle a no show? rambled", "how do you handle a no show?", "rambled", "badly"),
        ("why leaving Café Lund - rambled, too negative", "why leaving Café Lund", "rambled, too negative", "badly"),
    ],
)
def test_a_question_alone_is_the_title_and_how_it_went_is_judged(
    words: str, question: str, comment: str, went: str
) -> None:
    assert answered(words) == Answered(question, comment)
    assert judged(comment) == Place(f"went_{went}")


@pytest.mark.parametrize("words", ["Can I come in? can I sit?", "ever lost a card? what happened", "floor? be honest"])
def test_a_second_question_is_no_judgement(words: str) -> None:
    assert answered(words) == Answered(words)


def test_my_good_answer_is_offered_as_such_and_no_wish() -> None:
    found = sort_lines(["Why us?", "me: safety first, then the customer, good i think"], date(2026, 12, 1))[1]
    assert (found.place, found.perhaps) == (Place.NOTES, (Place.WENT_WELL, Place.WISH))


def test_a_length_alone_is_offered_nowhere() -> None:
    assert sort_lines(["Why us?", "55 min"], date(2026, 12, 1))[1].perhaps == ()
