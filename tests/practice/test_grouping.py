"""Which earlier questions a wording is like."""

from time import process_time

import numpy as np
import pytest

from benchmarks.grouping import earlier_cards, in_three, labelled, said_the_same
from lib.practice.cards import Card, cards
from lib.practice.grouping import LOOKS_THE_SAME, WordingIndex, normalised_wording
from lib.records.workbook import Workbook
from tests.insight.small_workbook import question
from tests.practice.practised import topic

SET = labelled()


@pytest.fixture(scope="module")
def among_many() -> WordingIndex:
    return WordingIndex(earlier_cards(SET["first"], 2000, seed=1))


def index_of(*texts: str) -> WordingIndex:
    return WordingIndex(
        Card(f"c{number}", None, (question(number, text=text),)) for number, text in enumerate(texts, 1)
    )


def ids(index: WordingIndex, wording: str) -> list[str]:
    return [one.card.id for one in index.suggest(wording)]


def test_the_labelled_set_is_large_enough() -> None:
    assert len(SET["jotted"]) + len(SET["reworded"]) >= 120
    assert len(SET["unrelated"]) >= 50


def test_jotted_repeats_find_their_topic_among_three(among_many: WordingIndex) -> None:
    assert in_three(among_many, SET["jotted"]) >= 0.97


def test_what_looks_the_same_is_the_same() -> None:
    index = WordingIndex(earlier_cards(SET["first"], len(SET["first"]), seed=1))

    said, right = said_the_same(
        index, [pair for kind in SET.values() for pair in kind if kind is not SET["first"]], LOOKS_THE_SAME
    )

    assert said >= 100
    assert right / said >= 0.95


def test_a_suggestion_among_two_thousand_takes_under_20_ms(among_many: WordingIndex) -> None:
    start = process_time()
    for _, text in SET["jotted"][:50]:
        among_many.suggest(text)

    assert (process_time() - start) / 50 < 0.02


def test_a_wording_of_5000_characters_takes_under_20_ms(among_many: WordingIndex) -> None:
    long = " ".join(text for kind in SET.values() for _, text in kind)[:5000]
    start = process_time()
    among_many.suggest(long)

    assert process_time() - start < 0.02


def test_the_phrases_that_open_any_question_do_not_make_two_alike() -> None:
    assert (
        ids(index_of("Tell me about a time when you missed a train"), "Tell me about a time when you hired a cook")
        == []
    )


@pytest.mark.parametrize(
    "wording",
    ["Tell me about a time when you failed.", "Could you describe a situation where you failed?", "you FAILED!"],
)
def test_a_wording_is_told_by_what_is_left(wording: str) -> None:
    assert normalised_wording(wording) == "failed"


def test_a_question_of_little_words_alone_keeps_them() -> None:
    assert normalised_wording("Why us?") == "why us"


@pytest.mark.parametrize("wording", ["", "   ", "?!…", "\U0001f600"])
def test_an_empty_question_is_like_none(wording: str) -> None:
    assert index_of("Why us?", "...").suggest(wording) == ()


def test_an_index_of_nothing_suggests_nothing() -> None:
    assert WordingIndex(()).suggest("Why us?") == ()


def test_the_same_words_are_wholly_alike() -> None:
    (one,) = index_of("What is your greatest weakness?").suggest("what is your greatest weakness")

    assert (one.similarity, one.looks_the_same) == (1.0, True)


def test_accents_and_case_do_not_matter() -> None:
    assert index_of("Résumé gaps").suggest("resume GAPS")[0].similarity == 1.0


def test_three_at_most_are_offered_the_closest_first() -> None:
    index = index_of("salary", "salary range", "salary range wanted", "salary range wanted here")

    found = index.suggest("salary range wanted")

    assert found[0].card.id == "c3"
    assert len(found) == 3


def test_a_confirmed_wording_joins_what_its_topic_is_known_by() -> None:
    first = question(1, text="How do you handle conflict?", topic_id="tp-1")
    confirmed = question(2, text="Two colleagues quarrel, what now?", topic_id="tp-1")
    index = WordingIndex(cards(Workbook(questions=(first, confirmed), topics=(topic(1),))))

    (one,) = index.suggest("colleagues who quarrel")

    assert (one.card.id, one.wording) == ("tp-1", confirmed.text)


def test_a_wording_is_not_offered_its_own_card() -> None:
    assert index_of("Why us?").suggest("Why us?", leaving_out=["c1"]) == ()


def test_a_hundred_identical_questions_are_offered_as_one() -> None:
    wordings = tuple(question(number, text="Why do you want this job?") for number in range(1, 101))

    assert len(WordingIndex(cards(Workbook(questions=wordings))).suggest("why want this job")) == 1


def suggested(index: WordingIndex, wording: str, *meaning: float) -> list[str]:
    return [one.wording for one in index.suggest(wording, meaning=np.array(meaning))]


def test_the_closest_in_meaning_comes_first_though_no_letter_is_shared() -> None:
    index = index_of("Why do you want to leave?", "Tell me about a failure.", "How many golf balls fit in a bus?")

    assert suggested(index, "What went wrong in your career?", 0.4, 0.7, 0.1) == [
        "Tell me about a failure.",
        "Why do you want to leave?",
    ]


def test_what_looks_the_same_comes_before_what_means_the_same() -> None:
    index = index_of("Why do you want to leave?", "What are your salary expectations?")

    first, second = index.suggest("So what are your salary expectations now?", meaning=np.array([0.9, 0.7]))

    assert (first.looks_the_same, second.looks_the_same) == (True, False)


def test_meaning_alone_never_makes_it_look_the_same() -> None:
    (found,) = index_of("Tell me about a failure.").suggest("What went wrong?", meaning=np.array([0.99]))

    assert found.may_be_the_same
    assert not found.looks_the_same


def test_a_wording_without_letters_is_like_nothing_in_meaning_either() -> None:
    assert suggested(index_of("Why us?"), " ?! ", 0.9) == []
