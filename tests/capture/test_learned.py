"""What labelled notes teach about where a line belongs."""

from functools import partial

import numpy as np
import pytest

from benchmarks.capture_weights import fingerprint
from lib.capture.cues import cues_in
from lib.capture.debrief_fields import DebriefField
from lib.capture.layout import LineContext, lines_in_context
from lib.capture.learned.classification import classify
from lib.capture.learned.context_features import FIELDS, NAMES, columns
from lib.capture.learned.features import features
from lib.capture.learned.weights import NoteWeights, TogetherWeights, WordWeights, shipped

NOTE = ("Questions:", "- why this job", "- tell me about a conflict", "", "Good:", "- she laughed", "pay is 30k")


def lines(*texts: str) -> list[LineContext]:
    return [line for line in lines_in_context(texts) if line]


def telling(**odds: float) -> NoteWeights:
    """Weights by which the word 'lovely' scores this for these places, and nothing else counts."""
    words = np.array([[odds.get(place.value, 0.0) for place in FIELDS]], dtype=np.float32)
    together = np.zeros((len(NAMES), len(FIELDS)), dtype=np.float32)
    for at in range(len(FIELDS)):
        together[at, at] = 1
    before = np.zeros(len(FIELDS), dtype=np.float32)
    return NoteWeights(WordWeights({"lovely": 0}, words, before, ""), TogetherWeights(together, before))


def test_the_weights_were_learned_from_the_labelled_lines_as_they_are() -> None:
    assert shipped().words.learned_from == fingerprint()


def test_weights_are_read_as_they_were_written() -> None:
    words, together = shipped().words.as_text(), shipped().together.as_text()
    assert WordWeights.from_text(words, len(FIELDS)).as_text() == words
    assert TogetherWeights.from_text(together).as_text() == together


def test_the_second_pass_has_a_weight_for_everything_it_sees() -> None:
    assert shipped().together.table.shape == (len(NAMES), len(FIELDS))


def test_the_chances_of_all_places_add_up_to_one() -> None:
    assert shipped().chances(lines(*NOTE)).sum(axis=1) == pytest.approx(1)


def test_a_note_without_lines_has_no_chances() -> None:
    assert classify([], shipped()) == []


def test_a_line_goes_where_its_words_point() -> None:
    assert classify(lines("the garden is lovely"), telling(energised_by=9.0)) == [(DebriefField.ENERGISED_BY, ())]


def test_a_line_that_could_be_two_things_stays_in_the_note() -> None:
    weights = telling(energised_by=9.0, went_well=9.0)
    [(place, offered)] = classify(lines("the garden is lovely"), weights)

    assert place == DebriefField.NOTES
    assert set(offered) == {DebriefField.ENERGISED_BY, DebriefField.WENT_WELL}


def test_numbers_count_as_any_other() -> None:
    assert [dict(features(line)) for line in lines("£12.50 an hour")] == [
        dict(features(line)) for line in lines("£14.80 an hour")
    ]


def test_parts_of_words_count_less_than_words() -> None:
    found = dict(features(lines("garden")[0]))
    assert found["'gar"] < found["garden"]


def test_words_of_the_heading_above_count() -> None:
    found = dict(features(lines("Nasty ones:", "- cost a menu")[1]))
    assert "_nasty" in found


def test_a_line_that_is_set_apart_from_a_list_may_be_a_heading() -> None:
    assert [line.may_be_heading for line in lines("their lot", "- why us", "- notice period")] == [True, False, False]


def test_empty_lines_are_not_laid_out() -> None:
    assert [line is None for line in lines_in_context(("a", " ", "b"))] == [False, True, False]


def told(name: str, texts: tuple[str, ...], scores: dict[int, DebriefField]) -> list[float]:
    """The column of the second pass, for lines that each score only for one place."""
    found = np.zeros((len(texts), len(FIELDS)), dtype=np.float32)
    for line, place in scores.items():
        found[line, FIELDS.index(place)] = 2
    column = columns(lines(*texts), found)[:, NAMES.index(name)]
    return [round(float(value), 1) for value in column]


SAID: dict[int, DebriefField] = {0: DebriefField.FORECAST, 1: DebriefField.PAY}
at_two = partial(told, texts=("70%", "30k"), scores=SAID)


def test_a_line_sees_what_another_line_surely_is() -> None:
    assert at_two("best elsewhere forecast") == [0.0, 1.0]


def test_lines_under_one_heading_see_each_other() -> None:
    texts, scores = ("Hm", "one", "two"), {0: DebriefField.NOTHING, 1: DebriefField.WORRIED_BY}
    assert told("in section worried_by", texts, scores) == [0.0, 0.1, 1.0]


def test_lines_behind_one_kind_of_bullet_see_each_other() -> None:
    texts, scores = ("- why us", "- own tools", "70%"), {0: DebriefField.ASKED, 2: DebriefField.FORECAST}
    assert told("marked asked", texts, scores)[1:] == [1.0, 0.0]


def test_a_cue_is_seen_only_in_the_part_of_a_line_that_is_read() -> None:
    assert any(cues_in("wish I had said that"))
    assert cues_in("x " * 200 + "wish I had said that") == cues_in("x " * 200)
