"""What is denied isn't counted with what is affirmed: 'no clear example' is no clear example."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.insight.words.phrases import recurring_phrases
from lib.records.workbook import Workbook
from tests.day_first import themes
from tests.insight.small_workbook import application, interview


def counted(texts: Sequence[str], least: int = 1) -> dict[str, int]:
    """How many of the texts hold each phrase."""
    found = recurring_phrases([(f"iv-{number}", text) for number, text in enumerate(texts)], least, most=200)
    return {phrase.words.casefold(): len(phrase.sources) for phrase in found}


EXAMPLE = "clear example"
DENIED = (
    ("No clear example.", EXAMPLE),
    ("I had no really clear example.", EXAMPLE),
    ("Not a clear example in the whole hour.", EXAMPLE),
    ("I didn't give a clear example.", EXAMPLE),
    ("I didn’t give a clear example.", EXAMPLE),
    ("Didnt give a clear example", EXAMPLE),
    ("Never came up with a clear example.", EXAMPLE),
    ("Went through it without a clear example.", EXAMPLE),
    ("The story lacked a clear example.", EXAMPLE),
    ("Lack of a clear example.", EXAMPLE),
    ("Hardly a clear example.", EXAMPLE),
    ("I failed to give a clear example.", EXAMPLE),
    ("Unable to find a clear example.", EXAMPLE),
    ("Couldn't think of a clear example.", EXAMPLE),
    ("I should have given a clear example.", EXAMPLE),
    ("Talked theory instead of a clear example.", EXAMPLE),
    ("Forgot to give a clear example.", EXAMPLE),
    ("Too few clear examples.", "clear examples"),
    ("Nobody got a clear example from me.", EXAMPLE),
    ("A clear example was missing.", EXAMPLE),
    ("A clear example never came to mind.", EXAMPLE),
    ("Clear example: none", EXAMPLE),
    ("No numbers, names or clear example.", EXAMPLE),
    ("I wasn't calm in the panel.", "calm"),
    ("I did not pause and listen.", "listen"),
    ("Neither structure nor eye contact.", "eye contact"),
    ("Barely any eye contact.", "eye contact"),
    ("No longer nervous.", "nervous"),
    ("Rarely nervous these days.", "nervous"),
    ("Little structure in my answers.", "structure"),
    ("It went well, but without structure.", "structure"),
    ("Calm until the end and no structure.", "structure"),
)
"""A debrief in which something is denied, and what must not be counted as affirmed."""

SAID = (
    ("Not only a clear example, two of them.", EXAMPLE),
    ("I wasn't nervous, and gave a clear example.", EXAMPLE),
    ("I wasn't nervous and gave a clear example.", EXAMPLE),
    ("I was not nervous but had a clear example.", EXAMPLE),
    ("No rambling, clear example", EXAMPLE),
    ("No rambling. Clear example.", EXAMPLE),
    ("Clear example, no rambling.", EXAMPLE),
    ("No doubt a clear example.", EXAMPLE),
    ("After the no I gave a clear example.", EXAMPLE),
    ("I never failed to give a clear example.", EXAMPLE),
    ("Not without a clear example.", EXAMPLE),
    ("I had a few clear examples.", "clear examples"),
    ("No trouble giving a clear example.", EXAMPLE),
    ("Nothing but a clear example.", EXAMPLE),
    ("A clear example, although they did not ask for it.", EXAMPLE),
    ("The clear example didn't land.", EXAMPLE),
    ("I did not rush and kept eye contact.", "eye contact"),
    ("Eye contact was not hard.", "eye contact"),
    ("Why not a clear example", EXAMPLE),
    ("Hard questions, calm voice.", "hard questions"),
)
"""A denial is near, and yet this was affirmed."""


def affirmed(phrase: str) -> str:
    return f"There was {phrase} here."


@pytest.mark.parametrize(("text", "phrase"), DENIED)
def test_a_phrase_that_is_denied_is_not_counted_as_said(text: str, phrase: str) -> None:
    assert counted([affirmed(phrase), affirmed(phrase)])[phrase] == 2
    assert counted([affirmed(phrase), text])[phrase] == 1


@pytest.mark.parametrize(("text", "phrase"), SAID)
def test_a_phrase_that_is_said_beside_a_denial_is_counted(text: str, phrase: str) -> None:
    assert max(n for words, n in counted([affirmed(phrase), text]).items() if words.endswith(phrase)) == 2


def test_two_denials_of_one_thing_return_together_with_the_word_that_denies() -> None:
    texts = ["No clear example.", "I didn't give a clear example.", "A clear example helped."]

    assert counted(texts, least=2) == {"no clear example": 2}


def test_a_longer_denied_phrase_does_not_hide_the_affirmed_one() -> None:
    texts = ["No eye contact.", "No eye contact again.", "Good contact.", "Contact with the team."]

    assert counted(texts, least=2) == {"no eye contact": 2, "contact": 2}


def test_what_went_badly_keeps_a_lack_apart_from_a_strength() -> None:
    book = Workbook(
        applications=(application(),),
        interviews=(
            interview(1, went_badly="No clear example."),
            interview(2, went_badly="My clear example took too long."),
            interview(3, went_badly="Gave no clear example of conflict."),
        ),
    )
    (lack,) = themes(book).badly

    assert (lack.words, lack.n, lack.of) == ("no clear example", 2, 3)
    assert [quote.interview_id for quote in lack.quotes] == ["iv-3", "iv-1"]


def test_a_debrief_dictated_without_any_mark_is_denied_no_further_than_a_breath() -> None:
    long = f"not that it matters {'and more of this and of that ' * 5}with a clear example"

    assert counted([affirmed(EXAMPLE), long])[EXAMPLE] == 2
    assert len(recurring_phrases([("iv-1", f"not {'word ' * 20_000}")], least=1, most=1)) == 1


PHRASES = st.sampled_from(("clear example", "eye contact", "calm voice", "structure", "invoice story"))
DENIALS = st.sampled_from(
    (
        "no {}",
        "I did not have {}",
        "we never had {}",
        "without {}",
        "I lacked {}",
        "hardly any {}",
        "I failed to show {}",
        "didn't give a {}",
        "{} was missing",
    )
)
OTHERS = st.sampled_from(("", "They were kind. ", "It rained, but ", "We talked about pay; ", "I listened and "))


@given(PHRASES, DENIALS, DENIALS, OTHERS, OTHERS)
def test_a_phrase_and_its_denial_never_make_one_theme(
    phrase: str, one: str, other: str, before: str, after: str
) -> None:
    said, denied = f"{before}there was {phrase}", f"{after}{one.format(phrase)}"

    assert counted([said, denied])[phrase] == 1
    assert counted([said, said])[phrase] == 2
    both = counted([denied, f"{after}{other.format(phrase)}"])
    assert both.get(phrase, 0) == 0
    assert 2 in both.values()


ANY = (
    "no",
    "not",
    "and",
    ",",
    "but",
    "never",
    "clear",
    "example",
    "was",
    "missing",
    "a",
    "few",
    "or",
    "so",
    "nor",
    "I",
)


@given(st.lists(st.sampled_from(ANY), max_size=14))
def test_any_words_in_any_order_are_read_and_each_phrase_is_in_its_text(words: list[str]) -> None:
    text = " ".join(words)
    for phrase in recurring_phrases([("iv-1", text)], least=1, most=50):
        assert phrase.words in text
