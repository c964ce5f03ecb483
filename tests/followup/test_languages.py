"""Letters in other languages: their words are checked by that language's list, and English checks are left out."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lib.dates import DAY_FIRST
from lib.followup.facts import Facts
from lib.followup.messages import Message
from lib.followup.proofreading import LetterContext, check
from lib.followup.proofreading.languages import other_language, speller_for
from lib.followup.proofreading.spelling import check_words
from lib.followup.proofreading.words import prose_words
from lib.records.vocabulary import Language, words
from tests.conftest import NOW

LETTERS = Path(__file__).parents[2] / "benchmarks" / "letters"
READING = LetterContext(Facts(today=NOW.date(), held_on=NOW.date() - timedelta(days=1), dates=DAY_FIRST))
EACH = pytest.mark.parametrize("language", words(Language))
GERMAN = "Liebe Frau Kurz,\n\nvielen Dank für das Gespräch. Ich freue mich auf Ihre Antwort.\n\nViele Grüße\nGrace"


def letter(language: str) -> str:
    return (LETTERS / f"{language}.txt").read_text("utf-8")


def misspelt(language: str) -> list[str]:
    lines = dict(line.split(": ") for line in (LETTERS / "other_slips.txt").read_text("utf-8").splitlines())
    return lines[language].split()


def found(body: str, language: Language | None) -> list[tuple[str, str]]:
    message = Message("thank_you", "email", "", "", body)
    return [(one.check, body[slice(*one.where)]) for one in check(message, replace(READING, language=language))]


@EACH
def test_of_a_hundred_good_words_at_most_two_are_doubted(language: Language) -> None:
    text = letter(language)
    doubted = [text[slice(*one.where)] for one in check_words(text, "body", READING, other_language(language))]

    assert len(prose_words(text)) >= 200
    assert len(doubted) <= len(prose_words(text)) / 50, doubted


@EACH
def test_misspelt_words_are_no_words(language: Language) -> None:
    speller = other_language(language)

    assert [word for word in misspelt(language) if speller.knows(word)] == []


def test_a_misspelt_word_is_named_with_the_nearest_word() -> None:
    body = GERMAN.replace("vielen", "vieln")
    message = Message("thank_you", "email", "", "", body)
    [finding] = check(message, replace(READING, language="german"))

    assert body[slice(*finding.where)] == "vieln"
    assert "Perhaps 'viel" in finding.what


def test_a_misspelt_german_noun_is_found_and_a_name_is_not() -> None:
    body = GERMAN.replace("Gespräch", "Gesprech").replace("Antwort", "Antwortt").replace("Frau Kurz", "Frau Kurtz")

    assert found(body, "german") == [("spelling", "Gesprech"), ("spelling", "Antwortt")]


def test_the_fix_of_a_german_noun_keeps_its_capital() -> None:
    body = GERMAN.replace("Antwort", "Antwortt").replace("Gespräch", "Gesprech")
    message = Message("thank_you", "email", "", "", body)

    assert [one.fix for one in check(message, replace(READING, language="german"))] == ["Gespräch", "Antwort"]


def test_a_german_noun_made_of_two_is_left_alone() -> None:
    assert found(GERMAN.replace("das Gespräch", "die Küchenleitung"), "german") == []


def test_a_good_letter_in_another_language_is_left_alone() -> None:
    assert found(GERMAN, "german") == []


def test_the_same_letter_to_someone_with_english_letters_is_not() -> None:
    assert ("spelling", "freue") in found(GERMAN, None)


def test_an_english_draft_to_someone_with_german_letters_is_read_as_english() -> None:
    body = "Dear Priya,\n\nThank you for the talk. I would of liked to recieve more.\n\nKind regards,\nGrace"

    assert found(body, "german") == found(body, None) == [("grammar", "would of"), ("spelling", "recieve")]


def test_a_blank_is_found_in_every_language() -> None:
    assert ("blank", "[Datum]") in found(GERMAN.replace("das Gespräch", "das Gespräch am [Datum]"), "german")


@pytest.mark.parametrize(
    ("language", "text"),
    [("french", "J’ai bien reçu l'offre qu'elle m'a envoyée aujourd'hui."), ("italian", "L’offerta dell'azienda c'è.")],
)
def test_a_shortened_article_hides_no_word(language: Language, text: str) -> None:
    assert [*check_words(text, "body", READING, other_language(language))] == []


def test_a_text_without_words_is_in_no_other_language() -> None:
    assert speller_for("", "german") is None
    assert speller_for("Whatever it says.", None) is None
