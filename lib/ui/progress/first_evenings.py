"""The first evenings: the skills on five-dot lines, and the questions that were hard or came up again."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from lib.english import counted, one_line, times
from lib.insight.overview.first_evenings import FirstEvenings
from lib.insight.overview.overview import Overview
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.progress import hardest
from lib.ui.shared import chips

_QUESTION = 90
_QUOTE = 200
_COMPANY = 20


def show_skills(context: Context, evenings: FirstEvenings, place: DeltaGenerator) -> None:
    """One interview on five-dot lines, or two side by side. Of one without ratings, my own words about it."""
    with place:
        if len(evenings.shown) == 1:
            st.subheader("How it went", anchor=False)
            st.markdown(marked("**{}**", evenings.headline))
            if not evenings.skills and (words := _own_words(context, evenings.shown[0].interview_id)):
                st.markdown(marked("> {}", words))
        else:
            st.subheader("Your two interviews", anchor=False)
        with st.container(key="progress_skills", gap=None):
            _interviews(evenings)
            for skill in evenings.skills:
                values = zip(skill.ratings, skill.afterwards, strict=True)
                _line(escaped(skill.label), [_dots(value, hollow) for value, hollow in values])


def _interviews(evenings: FirstEvenings) -> None:
    """The way to each interview, above its dots if it has any."""
    row = _row(len(evenings.shown))[1:] if evenings.skills else st.columns(len(evenings.shown))
    for place, dot in zip(row, evenings.shown, strict=True):
        with place:
            routes.interview(dot.interview_id).link(escaped(one_line(dot.company, _COMPANY)))
            if len(evenings.shown) > 1:
                st.caption(escaped(one_line(dot.type, _COMPANY)))
            if dot.rating is None:
                routes.interview(dot.interview_id, "ratings").link("Rate how it went")


def _own_words(context: Context, interview_id: str) -> str:
    """What I wrote went well, else what I learned or what went badly: the first line."""
    interview = context.workbook.interview(interview_id)
    told = (interview.went_well, interview.lesson, interview.went_badly) if interview else ()
    return next((one_line(words.strip().splitlines()[0], _QUOTE) for words in told if words.strip()), "")


def _row(cells: int) -> Sequence[DeltaGenerator]:
    return st.columns([2, *([3] * cells)], vertical_alignment="center", gap="small", wrap=False)


def _line(name: SafeText, cells: Sequence[Markup | None]) -> None:
    row = _row(len(cells))
    row[0].markdown(name)
    for place, cell in zip(row[1:], cells, strict=True):
        with place:
            if cell is None:
                st.markdown(":gray[–]")
            else:
                st.html(cell)


def _dots(value: int | None, hollow: bool) -> Markup | None:
    return None if value is None else chips.dots(value, afterwards=hollow)


def show_questions(context: Context, found: Overview, evenings: FirstEvenings, place: DeltaGenerator) -> None:
    """The hardest question with the way to practise it, what came up again, and the words that did."""
    with place:
        hardest.show(context, found.hard)
        if evenings.both_times or evenings.often:
            both = len(evenings.shown) > 1
            st.subheader("Asked both times" if both else "Asked most", anchor=False)
            for one in evenings.both_times or evenings.often:
                count = "" if both else marked(" :gray[{}]", times(one.times))
                st.markdown(marked("{}{}", one_line(one.text, _QUESTION), count))
        if not found.hard and not evenings.often:
            st.subheader("What they ask", anchor=False)
            st.caption("Write down the questions: the hard ones show here.")
            if evenings.shown:
                routes.interview(evenings.shown[-1].interview_id, "questions").link("Write them down")
        for theme in evenings.words if not evenings.shown else ():
            st.caption(marked("You wrote “{}” in {}.", theme.words, counted(theme.n, "debrief")))
