"""How well the labelled notes are sorted: docs/benchmarks/capture.md has the figures, these are their floors."""

from collections.abc import Callable

import pytest

from tests.capture.labelled import LOTS, Sorted, files, sorted_notes


def share(lot: str, what: Callable[[Sorted], bool]) -> float:
    found = [what(line) for line in sorted_notes(lot)]
    return sum(found) / len(found)


@pytest.mark.parametrize(
    ("lot", "least"),
    [
        ("learned from", 0.98),
        ("held out", 0.91),
        ("written later", 0.95),
        ("unseen", 0.74),
        ("second author", 0.94),
        (LOTS[-1], 0.72),
    ],
)
def test_so_many_lines_are_in_their_place(lot: str, least: float) -> None:
    assert share(lot, lambda line: line.is_right) >= least


@pytest.mark.parametrize(
    ("lot", "most"),
    [
        ("learned from", 0.01),
        ("held out", 0.035),
        ("written later", 0.01),
        ("unseen", 0.07),
        ("second author", 0.02),
        (LOTS[-1], 0.095),
    ],
)
def test_few_lines_are_in_a_wrong_field(lot: str, most: float) -> None:
    assert share(lot, lambda line: line.is_wrong) <= most


@pytest.mark.parametrize(
    ("lot", "most"),
    [("learned from", 0), ("held out", 0), ("written later", 0), ("unseen", 0), ("second author", 0), (LOTS[-1], 1)],
)
def test_questions_are_questions_or_notes(lot: str, most: int) -> None:
    lost = [line.line.text for line in sorted_notes(lot) if line.is_lost_question]
    assert len(lost) <= most, lost


def test_every_third_note_of_the_first_sixty_is_held_out() -> None:
    every = sorted(path.name for lot in LOTS[:2] for path in files(lot))
    assert [path.name for path in files("held out")] == every[2::3]
