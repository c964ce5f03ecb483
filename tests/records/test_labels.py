"""Every word of every vocabulary has a label."""

from typing import Literal, get_origin

import pytest

from lib.records import vocabulary
from lib.records.labels import label, phrase
from lib.records.vocabulary import words

VOCABULARIES = [value for value in vars(vocabulary).values() if get_origin(value) is Literal]
ALL_WORDS = sorted({word for entry in VOCABULARIES for word in words(entry)})


@pytest.mark.parametrize("word", ALL_WORDS)
def test_each_word_of_each_vocabulary_reads_as_plain_english(word: str) -> None:
    assert label(word)[0].isupper()
    assert "_" not in label(word)


@pytest.mark.parametrize("entry", VOCABULARIES)
def test_the_labels_of_one_vocabulary_differ_from_each_other(entry: object) -> None:
    labels = [label(word) for word in words(entry)]

    assert len(set(labels)) == len(labels)


def test_the_vocabularies_are_found() -> None:
    assert len(VOCABULARIES) >= 16


def test_a_word_of_no_vocabulary_has_no_label() -> None:
    with pytest.raises(KeyError):
        label("splendid")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("recruiter_screen", "recruiter call"), ("linkedin", "LinkedIn"), ("withdrew", "I withdrew")],
)
def test_within_a_sentence_a_label_starts_small_unless_it_is_a_name(word: str, expected: str) -> None:
    assert phrase(word) == expected
