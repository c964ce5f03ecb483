"""How an answer went is no part of the question, and is kept where answers are judged."""

from datetime import date

import pytest

from lib.capture.answers import Answered, answered, judged
from lib.capture.debrief_fields import DebriefField
from lib.capture.sorting import sort_lines
from lib.capture.values import ParseContext, parse_value


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
    assert judged(comment) == DebriefField(f"went_{went}")


@pytest.mark.parametrize("words", ["Can I come in? can I sit?", "ever lost a card? what happened", "floor? be honest"])
def test_a_second_question_is_no_judgement(words: str) -> None:
    assert answered(words) == Answered(words)


def test_my_good_answer_is_offered_as_such_and_no_wish() -> None:
    found = sort_lines(["Why us?", "me: safety first, then the customer, good i think"], date(2026, 12, 1))[1]
    assert (found.field, found.alternatives) == (DebriefField.NOTES, (DebriefField.WENT_WELL, DebriefField.WISH))


def test_a_length_alone_is_offered_nowhere() -> None:
    assert sort_lines(["Why us?", "55 min"], date(2026, 12, 1))[1].alternatives == ()


@pytest.mark.parametrize(
    ("words", "question", "comment", "wish"),
    [
        (
            "do I hold current codings - 9606-1 ran out in march, felt daft",
            "do I hold current codings",
            "9606-1 ran out in march, felt daft",
            "",
        ),
        ("would i do away work. said yes but not sundays", "would i do away work", "said yes but not sundays", ""),
        ("how long on tig, 11 yr", "how long on tig", "11 yr", ""),
        ("can you start monday - yes", "can you start monday", "yes", ""),
        ("why nights -> told him about the kids", "why nights -> told him about the kids", "", ""),
        (
            "whats my reading of drawings like - waffled, shouldve mentioned the Kelvin job",
            "whats my reading of drawings like",
            "waffled",
            "shouldve mentioned the Kelvin job",
        ),
        (
            "tell me about a time you failed. should have said the Oslo one",
            "tell me about a time you failed",
            "",
            "should have said the Oslo one",
        ),
        ("Do you know Excel - pivot tables, vlookups", "Do you know Excel - pivot tables, vlookups", "", ""),
    ],
)
@pytest.mark.parametrize("is_hard", [True, False])
def test_an_answer_is_split_off_a_question_whether_it_was_hard_or_not(
    words: str, question: str, comment: str, wish: str, is_hard: bool
) -> None:
    found = parse_value(words, words, DebriefField.ASKED, is_hard, ParseContext(date(2026, 12, 1)))
    assert (found.value, found.comment, found.wish) == (question, comment, wish)


@pytest.mark.parametrize(
    "line",
    [
        "whats my reading of drawings like - waffled, shouldve mentioned the Kelvin job",
        "what happened at last place why leave. said they lost the MOD contract, kept it short good",
    ],
)
def test_a_question_in_its_words_with_how_it_went_is_a_question(line: str) -> None:
    found = sort_lines(["Hallam Fabs - welder", "how long on tig", line, "van parking ok"], date(2026, 12, 1))[2]
    assert found.field == DebriefField.ASKED


def test_feeling_daft_went_badly() -> None:
    assert judged("9606-1 ran out in march, felt daft") == DebriefField.WENT_BADLY
