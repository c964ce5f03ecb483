"""How well the labelled notes are sorted: docs/benchmarks/capture.md has the figures, these are their bounds."""

from functools import cache

import pytest

from lib.capture.debrief_fields import DebriefField
from tests.capture.labelled import SEALED, TAUGHT, UNTAUGHT, Sorted, files, sorted_notes


@cache
def lines(*lots: str) -> tuple[Sorted, ...]:
    return tuple(line for lot in lots for line in sorted_notes(lot))


def right(*lots: str) -> float:
    return sum(line.is_right for line in lines(*lots)) / len(lines(*lots))


def wrong(*lots: str) -> float:
    return sum(line.is_wrong for line in lines(*lots)) / len(lines(*lots))


@pytest.mark.parametrize("lot", TAUGHT[::6])
def test_what_was_learned_is_known(lot: str) -> None:
    assert right(lot) >= 0.84
    assert wrong(lot) <= 0.015


@pytest.mark.parametrize(
    ("lot", "least", "most"), [(UNTAUGHT[0], 0.72, 0.045), (UNTAUGHT[1], 0.6, 0.045), (UNTAUGHT[2], 0.68, 0.045)]
)
def test_so_many_lines_that_taught_nothing_are_in_their_place_and_few_in_a_wrong_one(
    lot: str, least: float, most: float
) -> None:
    assert right(lot) >= least
    assert wrong(lot) <= most


def test_of_authors_that_nobody_looked_into_few_lines_are_in_a_wrong_place() -> None:
    assert (right(*SEALED) >= 0.65, wrong(*SEALED) <= 0.03) == (True, True)


def test_for_seven_of_ten_lines_that_stay_their_place_is_offered() -> None:
    kept = [line for line in lines(*UNTAUGHT) if line.is_kept_as_note]
    assert sum(line.is_offered for line in kept) >= 0.7 * len(kept)


@pytest.mark.parametrize("lot", UNTAUGHT)
def test_of_a_hundred_questions_at_most_one_is_lost(lot: str) -> None:
    asked = [line for line in lines(lot) if line.place == DebriefField.ASKED]
    lost = [line.line.text for line in asked if line.is_lost_question]
    assert len(lost) <= len(asked) / 100, lost


def test_every_third_note_of_the_first_sixty_is_held_out() -> None:
    every = sorted(path.name for lot in ("learned from", "held out") for path in files(lot))
    assert [path.name for path in files("held out")] == every[2::3]
