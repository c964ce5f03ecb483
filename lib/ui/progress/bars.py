"""Small pictures of HTML: one mark an interview, a bar of counts, five-dot lines. Each has its numbers in words for a
screen reader."""

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

from lib.english import listed
from lib.insight.overview.dots import MARK_LABELS, MOST, InterviewDot
from lib.palette import DARK, LIGHT
from lib.ui import markup
from lib.ui.shared import chips

STYLE = markup.own_file("progress/progress.css")
_MANY = 80
"""From this many marks on they are smaller."""

BarPart = tuple[int, str, str]
"""A part of a bar: how many, its fill, and its name.

Fills are ``accent``, ``half`` (between yes and no), ``cool``, ``striped``, ``open``, or nothing: grey.
"""


def style() -> None:
    """The style sheet of this room: once a run."""
    cool = f"light-dark({LIGHT.cool}, {DARK.cool})"
    st.html(markup.style(Markup(":root {{ --page-cool: {}; }}").format(cool), STYLE))


def marks(dots: Sequence[InterviewDot]) -> None:
    """One mark an interview, the oldest first; of very many the last ones."""
    shown = dots[-MOST:]
    counts = ((sum(dot.mark == mark for dot in dots), words) for mark, words in MARK_LABELS.items())
    label = listed(f"{count} {words}" for count, words in counts if count) or "none"
    many = " many" if len(shown) > _MANY else ""
    each = Markup("").join(Markup('<i class="{}"></i>').format(dot.mark) for dot in shown)
    drawn = Markup('<div class="progress-marks{0}" role="img" aria-label="{1}" title="{1}">{2}</div>')
    st.html(drawn.format(many, label, each))


def bar(parts: Iterable[BarPart], of: int, bare: bool = False) -> Markup:
    """A bar of counts among ``of``; a part without a name reads '3 of 6'. Where ``bare``, nothing is behind it."""
    known = [part for part in parts if part[0]]
    label = listed(f"{count} {words}" if words else f"{count} of {of}" for count, _, words in known) or f"0 of {of}"
    part = Markup('<i class="{}" style="--share:{:.1%}"></i>')
    each = Markup("").join(part.format(fill, count / max(of, 1)) for count, fill, _ in known)
    drawn = Markup('<span class="progress-bar{0}" role="img" aria-label="{1}" title="{1}">{2}</span>')
    return drawn.format(" bare" if bare else "", label, each)


def legend(parts: Iterable[tuple[str, str]]) -> None:
    """The legend above a bar."""
    each = Markup("").join(Markup('<span><i class="{}"></i>{}</span>').format(*part) for part in parts)
    st.html(Markup('<div class="progress-legend" aria-hidden="true">{}</div>').format(each))


def show_bar(parts: Iterable[BarPart], of: int) -> None:
    """The same, alone on its line."""
    st.html(bar(parts, of))


def missing(have: int, need: int) -> None:
    """The progress towards what the next result needs, once there is some."""
    if have:
        st.html(Markup('<div class="progress-missing">{}</div>').format(bar([(have, "", "")], need)))


def rows(lines: Iterable[tuple[str, Markup, str]]) -> None:
    """Rows of a name, a picture, and a number."""
    cells = Markup("").join(Markup("<span>{}</span>{}<span>{}</span>").format(*line) for line in lines)
    st.html(Markup('<div class="progress-rows">{}</div>').format(cells))


def five_dots(name: str, ratings: Sequence[tuple[float | None, bool]]) -> Markup:
    """A line with a name: five dots for each rating, and its number; an empty one is not rated."""
    cells = (
        Markup("<span>–</span><span></span>")
        if value is None
        else chips.dots(value, afterwards=hollow) + Markup("<span>{}</span>").format(f"{value:.1f}".removesuffix(".0"))
        for value, hollow in ratings
    )
    return Markup("<span>{}</span>{}").format(name, Markup("").join(cells))
