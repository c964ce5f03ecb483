"""Colours read against their ground."""

import pytest

from lib.palette import DARK, LIGHT, Palette, contrast

PAGES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def test_black_on_white_is_the_highest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_contrast_does_not_ask_which_colour_is_in_front() -> None:
    assert contrast("#1F6F5C", "#FFFFFF") == contrast("#FFFFFF", "#1F6F5C")


@PAGES
def test_categorical_colours_stand_out_from_the_page(palette: Palette) -> None:
    assert [colour for colour in palette.categorical if contrast(colour, palette.page) < 3] == []


@PAGES
@pytest.mark.parametrize("role", ["text", "muted"])
def test_words_read_on_the_page_and_in_hover_texts(palette: Palette, role: str) -> None:
    colour = getattr(palette, role)

    assert min(contrast(colour, palette.page), contrast(colour, palette.surface)) >= 4.5


@PAGES
def test_grid_lines_stay_quiet(palette: Palette) -> None:
    assert contrast(palette.grid, palette.page) < 2


@PAGES
def test_the_named_hues_are_categorical_ones(palette: Palette) -> None:
    assert {palette.accent, palette.warm, palette.violet, palette.cool} <= set(palette.categorical)
