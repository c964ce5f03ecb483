"""Chips and dots have their meaning in words for a screen reader."""

import re

import pytest

from lib.palette import DARK, LIGHT, Palette, contrast
from lib.records.vocabulary import Outcome, words
from lib.ui import frame
from lib.ui.shared import chips


def filled(dots: str) -> list[str]:
    return re.findall(r"--filled:(\d+%)", dots)


def test_a_mean_fills_the_last_of_its_dots_in_part_and_is_shown_in_words() -> None:
    shown = chips.dots(3.4)

    assert filled(shown) == ["100%", "100%", "100%", "40%", "0%"]
    assert 'aria-label="My rating: 3.4 of 5"' in shown


def test_a_rating_from_after_the_outcome_looks_and_reads_otherwise() -> None:
    shown = chips.dots(4, "Calm", afterwards=True)

    assert 'class="afterword-dots hollow"' in shown
    assert 'aria-label="Calm: 4 of 5, rated after you knew"' in shown


def test_yes_no_and_open_never_look_alike() -> None:
    looks = {word: chips.outcome(word).partition("afterword-chip ")[2].partition('"')[0] for word in words(Outcome)}

    assert looks == {
        "pending": "open",
        "advanced": "yes",
        "offer": "offer",
        "rejected": "no",
        "no_reply": "open",
        "withdrew": "no",
    }


@pytest.mark.parametrize("word", [None, "pending"])
def test_an_interview_without_an_outcome_is_waiting(word: str | None) -> None:
    assert "Waiting" in chips.outcome(word)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "surface"])
def test_a_green_chip_can_be_read_on_the_page_and_in_a_row_under_the_mouse(palette: Palette, ground: str) -> None:
    (share,) = {int(found, 16) / 255 for found in re.findall(rf"{palette.accent}(\w\w)\b", frame.colours())}
    below = getattr(palette, ground)
    parts = [(int(palette.accent[at : at + 2], 16), int(below[at : at + 2], 16)) for at in (1, 3, 5)]
    behind = "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in parts)

    assert contrast(palette.accent, behind) >= 4.5
