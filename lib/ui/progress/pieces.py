"""Small pictures of HTML: one mark an interview, a bar of counts, five-dot lines. Each has its numbers in words for a
screen reader."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import streamlit as st

from lib.english import listed
from lib.insight.overview.dots import MARK_LABELS, MOST, Dot
from lib.palette import DARK, LIGHT
from lib.ui.shared import chips

STYLE = Path(__file__).with_name("progress.css").read_text("utf-8")
_MANY = 80
"""From this many marks on they are smaller."""

Part = tuple[int, str, str]
"""A part of a bar: how many, its look, and its name.

Looks are ``accent``, ``half`` (between yes and no), ``cool``, ``striped``, ``open``, or nothing: grey.
"""


def style() -> None:
    """The looks of this room: once a run."""
    cool = f"light-dark({LIGHT.cool}, {DARK.cool})"
    st.html(f"<style>:root {{ --page-cool: {cool}; }}{STYLE}</style>")


def marks(dots: Sequence[Dot]) -> None:
    """One mark an interview, the oldest first; of very many the last ones."""
    shown = dots[-MOST:]
    counts = ((sum(dot.mark == mark for dot in dots), words) for mark, words in MARK_LABELS.items())
    said = listed(f"{count} {words}" for count, words in counts if count) or "none"
    many = " many" if len(shown) > _MANY else ""
    each = "".join(f'<i class="{dot.mark}"></i>' for dot in shown)
    st.html(f'<div class="progress-marks{many}" role="img" aria-label="{said}" title="{said}">{each}</div>')


def bar(parts: Iterable[Part], of: int, bare: bool = False) -> str:
    """A bar of counts among ``of``; a part without a name reads '3 of 6'. Where ``bare``, nothing is behind it."""
    known = [part for part in parts if part[0]]
    said = escape(
        listed(f"{count} {words}" if words else f"{count} of {of}" for count, _, words in known) or f"0 of {of}"
    )
    each = "".join(f'<i class="{look}" style="--share:{count / max(of, 1):.1%}"></i>' for count, look, _ in known)
    ground = " bare" if bare else ""
    return f'<span class="progress-bar{ground}" role="img" aria-label="{said}" title="{said}">{each}</span>'


def legend(parts: Iterable[tuple[str, str]]) -> None:
    """The legend above a bar."""
    each = "".join(f'<span><i class="{look}"></i>{escape(words)}</span>' for look, words in parts)
    st.html(f'<div class="progress-legend" aria-hidden="true">{each}</div>')


def show_bar(parts: Iterable[Part], of: int) -> None:
    """The same, alone on its line."""
    st.html(bar(parts, of))


def missing(have: int, need: int) -> None:
    """The progress towards what the next result needs, once there is some."""
    if have:
        st.html(f'<div class="progress-missing">{bar([(have, "", "")], need)}</div>')


def rows(lines: Iterable[tuple[str, str, str]]) -> None:
    """Rows of the app's own words: a name, a picture (HTML), and a number."""
    cells = (f"<span>{escape(name)}</span>{picture}<span>{escape(number)}</span>" for name, picture, number in lines)
    st.html(f'<div class="progress-rows">{"".join(cells)}</div>')


def five_dots(name: str, ratings: Sequence[tuple[float | None, bool]]) -> str:
    """A line of the app's own name: five dots for each rating, and its number; an empty one is not rated."""
    cells = "".join(
        "<span>–</span><span></span>"
        if value is None
        else f"{chips.dots(value, afterwards=hollow)}<span>{value:.1f}</span>".replace(".0</span>", "</span>")
        for value, hollow in ratings
    )
    return f"<span>{escape(name)}</span>{cells}"
