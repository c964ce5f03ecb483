"""The questions that were asked most, and all of them by kind: how often, and how it went."""

import streamlit as st
from markupsafe import Markup

from lib.english import listed, one_line
from lib.insight.asked import Kinds, QuestionsOfKind
from lib.insight.overview.asked_often import AskedOften
from lib.records.labels import phrase
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.progress import bars
from lib.ui.progress.results import findings_of
from lib.ui.shared import chips

_MOST = 5
_QUESTION = 70
_HARDEST = 2


def show_most_asked(context: Context) -> None:
    """The five asked most, and the kinds that were hard most often, of those asked more than once."""
    findings = findings_of(context)
    show_list(findings.asked_often[:_MOST])
    often = (kind for kind in findings.asked.kinds if kind.key and kind.hard and kind.n > 1)
    hard = sorted(often, key=lambda kind: -len(kind.hard))
    if hard and findings.asked.interviews > 1:
        named = (f"{phrase(kind.key)} (hard {len(kind.hard)} of {kind.n} times)" for kind in hard[:_HARDEST])
        st.caption(marked("Hardest: {}.", listed(named)))


def show_list(asked: tuple[AskedOften, ...]) -> None:
    """A row a question: its words, how often it came up, and how it went."""
    if asked:
        with st.container(horizontal=True, horizontal_alignment="right"):
            st.caption("Times asked, and how your answers went", width="content")
    for one in asked:
        with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
            with st.container():
                routes.interview(one.latest.interview_id).link(escaped(one_line(one.text, _QUESTION)))
            st.html(
                Markup('<div class="afterword-pieces progress-asked"><span>{}×</span>{}</div>').format(
                    one.times, _went(one)
                ),
                width="content",
            )


def _went(one: AskedOften) -> Markup:
    if one.average is not None:
        return chips.dots(round(one.average, 1), "My answers")
    return chips.chip("Hard", "no") if one.hard else chips.chip("Not rated")


def show_kinds(result: Kinds) -> None:
    """One bar a kind of question, divided by how the answers went."""
    legend = (("accent", "Well (4, 5)"), ("half", "Fair (3)"), ("", "Hard"), ("open", "Not rated"))
    used = [place for place in range(len(legend)) if any(_shares(kind)[place] for kind in result.kinds)]
    bars.legend([legend[place] for place in used])
    most = max((kind.n for kind in result.kinds), default=0)
    bars.rows(
        (
            kind.label,
            bars.bar(
                [(count, fill, name.lower()) for count, (fill, name) in zip(_shares(kind), legend, strict=True)],
                most,
                bare=True,
            ),
            str(kind.n),
        )
        for kind in result.kinds
    )


def _shares(kind: QuestionsOfKind) -> tuple[int, ...]:
    return len(kind.went_well), len(kind.fair), len(kind.hard), len(kind.unrated)
