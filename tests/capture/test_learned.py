"""What labelled notes teach about lines that no rule is sure of."""

import numpy as np
import pytest

from benchmarks.capture_weights import fingerprint
from lib.capture.learned.features import Around, around, features
from lib.capture.learned.weighing import Ruled, weighed
from lib.capture.learned.weights import PLACES, Weights, parts, shipped
from lib.capture.places import Place
from lib.capture.sorting import sort_lines
from tests.capture.labelled import TODAY

NEAR = Around(Place.WENT_WELL, Place.REPLY_BY, None, 0.6)
LINE = "the garden is lovely"


def telling(**odds: float) -> Weights:
    """Weights by which the word 'lovely' has these log-odds."""
    table = np.array([[odds.get(place.value, 0.0) for place in PLACES]], dtype=np.float32)
    return Weights({"lovely": 0}, table, np.zeros(len(PLACES), dtype=np.float32), "")


def test_the_weights_were_learned_from_the_labelled_lines_as_they_are() -> None:
    assert shipped().learned_from == fingerprint()


def test_weights_are_read_as_they_were_written() -> None:
    text = shipped().as_text()
    assert Weights.from_text(text, len(PLACES)).as_text() == text


def test_the_chances_of_all_places_add_up_to_one() -> None:
    assert sum(shipped().chances(LINE, NEAR).values()) == pytest.approx(1)


def test_a_line_left_in_the_note_goes_where_its_words_point() -> None:
    weights = telling(energised_by=30.0)
    assert weighed(Ruled(LINE, None, Place.NOTES, NEAR), weights) == Place.ENERGISED_BY


def test_a_line_that_could_be_two_things_stays_in_the_note() -> None:
    weights = telling(energised_by=30.0, went_well=30.0)
    assert weighed(Ruled(LINE, None, Place.NOTES, NEAR), weights) == Place.NOTES


def test_a_line_that_may_be_a_question_goes_to_no_other_field() -> None:
    weights = telling(energised_by=30.0, asked=25.0)
    assert weighed(Ruled(LINE, None, Place.NOTES, NEAR), weights) == Place.NOTES


def test_what_a_rule_calls_a_note_stays_one() -> None:
    weights = telling(energised_by=30.0)
    assert weighed(Ruled(LINE, Place.NOTES, Place.NOTES, NEAR), weights) == Place.NOTES


def test_a_place_that_the_words_speak_against_is_not_believed() -> None:
    weights = telling(worried_by=14.0, energised_by=14.0)
    assert weighed(Ruled(LINE, Place.ASKED, Place.ASKED, NEAR), weights) == Place.NOTES


def test_a_line_under_a_heading_is_not_weighed() -> None:
    lines = ("Worried about", "the garden is gorgeous", "loved the team")
    assert [line.place for line in sort_lines(lines, TODAY)][1] == Place.WORRIED_BY


def test_headings_and_empty_lines_are_not_the_line_before() -> None:
    found = around([Place.ASKED, Place.NOTHING, Place.NOTES, Place.PEOPLE], [None] * 4)
    assert (found[2].before, found[2].after) == (Place.ASKED, Place.PEOPLE)


def test_numbers_count_as_any_other() -> None:
    assert features("£12.50 an hour") == features("£14.80 an hour")


def test_parts_of_words_count_less_than_words() -> None:
    found = dict(parts("garden", None))
    assert found["'gar"] < found["garden"]
