"""Many topics at once follow the same schedule as one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.practice.deck import Deck, seconds
from lib.practice.schedule import Memory
from tests.practice.practised import day

ALL = np.array([True])


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.01, 0.5, 1, 3.2, 40])), min_size=1, max_size=12))
def test_a_deck_of_one_is_that_memory(steps: list[tuple[bool, float]]) -> None:
    memory, deck, at = Memory(), Deck.new(1), 0.0
    for well, days in steps:
        at += days
        memory = memory.after_review("good" if well else "again", day(at))
        deck = deck.after_review(ALL, np.array([well]), seconds(day(at)))

    same = Deck.of([memory])
    assert deck.stability[0] == pytest.approx(same.stability[0])
    assert deck.difficulty[0] == pytest.approx(same.difficulty[0])
    assert (deck.steps[0], deck.left[0]) == (same.steps[0], same.left[0])
    assert abs(deck.due[0] - same.due[0]) <= 1
    assert deck.recall(seconds(day(at + 9)))[0] == pytest.approx(memory.recall_at(day(at + 9)), abs=0.01)


def test_only_the_chosen_ones_are_reviewed() -> None:
    deck = Deck.new(2).after_review(np.array([True, False]), np.array([True, True]), seconds(day(0)))

    assert np.isnan(deck.stability).tolist() == [False, True]


def test_the_gain_of_a_review_is_the_mean_over_its_outcomes() -> None:
    memory = Memory().after_review("good", day(0)).after_review("good", day(1))
    chance = memory.recall_at(day(6))
    well, badly = memory.after_review("good", day(6)), memory.after_review("again", day(6))
    expected = chance * well.recall_at(day(9)) + (1 - chance) * badly.recall_at(day(9)) - memory.recall_at(day(9))

    (gain,) = Deck.of([memory]).gain(seconds(day(6)), seconds(day(9)))

    assert gain == pytest.approx(expected)


def test_what_is_expected_of_a_review_is_between_its_outcomes() -> None:
    memory = Memory().after_review("good", day(0)).after_review("good", day(1))

    expected = Deck.of([memory]).after_expected_review(ALL, seconds(day(6)))

    well, badly = memory.after_review("good", day(6)), memory.after_review("again", day(6))
    assert badly.recall_at(day(9)) < expected.recall(seconds(day(9)))[0] < well.recall_at(day(9))
