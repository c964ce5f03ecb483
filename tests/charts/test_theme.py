"""The person's own words in charts, and the look that all charts share."""

import pytest

from lib.charts.theme import blank, plain
from lib.palette import DARK, LIGHT, Palette


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Contoso", "Contoso"),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ('<a href="http://x.example">x</a>', '&lt;a href="http://x.example"&gt;x&lt;/a&gt;'),
        ("R&amp;D", "R&amp;amp;D"),
        ("$x^2$", "&#36;x^2&#36;"),
        ("two\nlines\tand\x00more", "two lines and more"),
        ("left\u202eright", "left right"),
        ("  spaces  ", "spaces"),
        ("Søren & 李", "Søren &amp; 李"),
    ],
)
def test_own_words_are_shown_letter_by_letter(words: str, written: str) -> None:
    assert plain(words) == written


def test_long_words_are_cut_before_they_are_escaped() -> None:
    assert plain("<<<<<<", longest=4) == "&lt;&lt;&lt;…"


def test_words_of_just_the_length_are_kept() -> None:
    assert plain("abcd", longest=4) == "abcd"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_figure_wears_the_colours_of_its_page(palette: Palette) -> None:
    layout = blank(palette, 100).layout

    assert (layout.font.color, layout.xaxis.gridcolor, layout.hoverlabel.bgcolor) == (
        palette.text,
        palette.grid,
        palette.surface,
    )


def test_a_finger_scrolls_the_page_and_not_the_axes() -> None:
    layout = blank(LIGHT, 100).layout

    assert (layout.dragmode, layout.xaxis.fixedrange, layout.yaxis.fixedrange) == (False, True, True)


def test_the_page_shows_through() -> None:
    layout = blank(LIGHT, 100).layout

    assert {layout.paper_bgcolor, layout.plot_bgcolor} == {"rgba(0,0,0,0)"}
