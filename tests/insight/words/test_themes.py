"""What returns in my own words, counted and quoted, never rewritten."""

from dataclasses import replace

import pytest

from lib.insight.words.themes import Themes
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from tests.day_first import themes
from tests.insight.small_workbook import application, interview

BOOK = Workbook(
    applications=(application(1, company="Kestrel Mills"),),
    interviews=(
        interview(1, went_well="Calm voice.", went_badly="Answers too long. Rushed the end.", lesson="Number first."),
        interview(
            2, went_well="The calm voice again", went_badly="I rushed.", lesson="Say the number first, then stop."
        ),
        interview(3, went_badly="Nothing much."),
    ),
)


def test_a_theme_shows_how_many_of_the_filled_debriefs_have_it() -> None:
    (calm,) = themes(BOOK).well

    assert (calm.words, calm.n, calm.of) == ("calm voice", 2, 2)
    assert calm.sentence == "“calm voice”: in 2 of 2 debriefs."


def test_its_quotes_are_word_for_word_with_their_interview_the_newest_first() -> None:
    (rushed,) = themes(BOOK).badly

    assert [(one.text, one.interview_id, one.company) for one in rushed.quotes] == [
        ("I rushed.", "iv-2", "Kestrel Mills"),
        ("Rushed the end.", "iv-1", "Kestrel Mills"),
    ]
    assert rushed.of == 3


def test_lessons_return_and_each_is_kept_as_it_was_written() -> None:
    result = themes(BOOK)

    assert [theme.words for theme in result.lessons] == ["number first"]
    assert [quote.text for quote in result.lesson_quotes] == ["Say the number first, then stop.", "Number first."]


def test_the_sentence_counts_and_does_not_judge() -> None:
    assert themes(BOOK).sentence == (
        "You write most often: “calm voice” (2) and “rushed” (2). From 3 debriefs. Went well: “calm voice” (2). "
        "Went badly: “rushed” (2). Do differently: “number first” (2). "
        "The same word can mean different things each time."
    )


@pytest.mark.parametrize(
    ("interviews", "n", "sentence"),
    [
        ((), 0, "No debrief says yet what went well or badly."),
        ((interview(1),), 0, "No debrief says yet what went well or badly."),
        ((interview(1, went_well="Calm."),), 1, "No word comes up twice in 1 debrief yet."),
    ],
)
def test_if_no_theme_returns_there_is_a_sentence(interviews: tuple[Interview, ...], n: int, sentence: str) -> None:
    result: Themes = themes(Workbook(interviews=interviews))

    assert (result.n, result.sentence) == (n, sentence)


def test_the_order_of_the_rows_changes_nothing() -> None:
    assert themes(replace(BOOK, interviews=BOOK.interviews[::-1])) == themes(BOOK)


def test_every_quote_is_in_what_was_written() -> None:
    result = themes(BOOK)
    written = "\n".join(f"{one.went_well}\n{one.went_badly}\n{one.lesson}" for one in BOOK.interviews)

    for theme in (*result.well, *result.badly, *result.lessons):
        assert theme.words in written
        assert all(quote.text in written for quote in theme.quotes)


def test_the_table_has_a_line_for_each_quote() -> None:
    assert themes(BOOK).table.rows[0] == (
        "Went well",
        "calm voice",
        2,
        2,
        "The calm voice again",
        "Kestrel Mills",
        "10 Jun 2026",
    )
