"""Every word of every vocabulary has a label."""

from typing import Literal, get_origin

import pytest

from lib.records import vocabulary
from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.goal_answer import GoalAnswer
from lib.records.interview import Interview
from lib.records.labels import cell_label, label, phrase
from lib.records.question import Question
from lib.records.record import Record
from lib.records.task import Task
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


@pytest.mark.parametrize(
    ("model", "column", "text", "expected"),
    [
        (Interview, "state", "done", "Full debrief"),
        (Task, "status", "done", "Done"),
        (GoalAnswer, "answer", "unsure", "Not sure"),
        (Question, "answer", "unsure", "unsure"),
        (Application, "role", "me", "me"),
        (Application, "status", "splendid", "splendid"),
        (Activity, "no such column", "me", "me"),
    ],
)
def test_a_cell_is_labelled_only_where_its_column_holds_words_of_a_vocabulary(
    model: type[Record], column: str, text: str, expected: str
) -> None:
    assert cell_label(model, column, text) == expected


def test_a_word_of_no_vocabulary_has_no_label() -> None:
    with pytest.raises(KeyError):
        label("splendid")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("recruiter_screen", "recruiter call"), ("linkedin", "LinkedIn"), ("withdrew", "I withdrew")],
)
def test_within_a_sentence_a_label_starts_small_unless_it_is_a_name(word: str, expected: str) -> None:
    assert phrase(word) == expected
