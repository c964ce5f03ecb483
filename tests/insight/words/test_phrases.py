"""Words that return: what counts as the same, and what is left out."""

import pytest

from lib.insight.words.phrases import passages, recurring_phrases, stem


def words(*texts: str, least: int = 2) -> dict[str, int]:
    found = recurring_phrases([(f"iv-{number}", text) for number, text in enumerate(texts)], least, most=20)
    return {phrase.words: len(phrase.sources) for phrase in found}


def test_a_word_returns_from_the_second_text_on() -> None:
    assert words("I rambled.", "They say I rambled again.", "Calm.") == {"rambled": 2}


def test_a_word_twice_in_one_text_has_not_returned() -> None:
    assert words("Rambled, and rambled on.", "Calm.") == {}


def test_of_a_phrase_and_its_words_in_the_same_texts_only_the_phrase_is_kept() -> None:
    assert words("The invoice story landed.", "Told the invoice story.") == {"invoice story": 2}


def test_a_word_that_is_in_more_texts_than_its_phrase_is_kept_too() -> None:
    assert words("The invoice story landed.", "An invoice story.", "Another story.") == {"invoice story": 2, "story": 3}


def test_fillers_may_be_within_a_phrase_and_never_at_its_ends() -> None:
    assert words("Did ask how they decide.", "I must ask how they decide!") == {"ask how they decide": 2}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stories", "Story"),
        ("rambling", "rambled"),
        ("examples", "example"),
        ("stopped", "stopping"),
        ("notes", "note"),
    ],
)
def test_endings_and_case_do_not_part_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("class", "clause"), ("pay", "pays off"), ("data", "date"), ("this", "thin")]
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_the_words_are_shown_as_they_were_typed() -> None:
    assert words("Café Lückenlos again", "at Café Lückenlos") == {"Café Lückenlos": 2}


def test_a_phrase_does_not_reach_over_a_comma_or_a_full_stop() -> None:
    assert words("Calm, short answers.", "Calm short answers.") == {"short answers": 2, "Calm": 2}


def test_a_text_is_cut_into_its_sentences_word_for_word() -> None:
    text = "Rushed it. 3.5 of 5, then… calm!\nThe end"

    assert [one.text for one in passages("iv-1", text)] == ["Rushed it.", "3.5 of 5, then…", "calm!", "The end"]


@pytest.mark.parametrize("text", ["", "   ", "…!?", "12 34", "\n\n"])
def test_nothing_returns_from_texts_without_words(text: str) -> None:
    assert words(text, text) == {}


def test_the_words_of_other_alphabets_are_counted() -> None:
    assert words("面接は緊張した", "面接は緊張した") == {"面接は緊張した": 2}


def test_a_passage_that_holds_a_word_twice_is_quoted_once() -> None:
    found = recurring_phrases([("iv-1", "Story after story."), ("iv-2", "One story.")])

    assert [passage.text for passage in found[0].passages] == ["Story after story.", "One story."]


def test_common_nouns_alone_are_no_phrase_and_beside_another_word_they_are() -> None:
    assert words("The weld test went well.", "Passed the typing test.", "Guerrilla tests in the cafe, nice team.") == {}
    assert words("The weld test went well.", "Another weld test.") == {"weld test": 2}


@pytest.mark.parametrize("short", ["min", "mins", "hr", "hrs", "wk", "wks", "yr", "yrs", "pm", "am"])
def test_short_forms_of_time_alone_are_no_phrase(short: str) -> None:
    assert words(f"Panel, 45 {short} long.", f"Waited 10 {short}.") == {}
    assert words(f"A {short} late.", f"Two {short}s, nothing.") == {}


def test_numbers_and_hours_alone_are_no_phrase() -> None:
    assert words("Four hours at home.", "It took four hours.") == {}
