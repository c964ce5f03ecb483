"""How sure is this? The proof behind a headline, one click away."""

import streamlit as st

from lib.insight.result import ResultTable
from lib.insight.state import STATE_LABELS, Conclusion
from lib.insight.wording import LIKELY, LIKELY_MEANS
from lib.ui.markdown import escaped, marked
from lib.ui.shared import chart_frame, chips

HEADING = "How sure is this?"


def headline(conclusion: Conclusion) -> None:
    """The point; if it's likely real, with its chip."""
    words = escaped(conclusion.headline)
    if conclusion.state != "likely_real":
        st.markdown(marked(":gray[{}]", words) if conclusion.state == "could_be_chance" else words)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(chips.chip(STATE_LABELS[conclusion.state], "yes"), width="content")
        st.markdown(marked("**{}**", words), width="content")


def popover(key: str, sure: str, *tables: tuple[str, ResultTable]) -> None:
    """The proof in a popover, for a screen that has no room."""
    with st.popover("How sure?", key=f"sure {key}", type="tertiary", on_change="rerun") as fold:
        if fold.open:
            _show(sure, *tables)


def expander(key: str, sure: str, *tables: tuple[str, ResultTable]) -> None:
    """The proof in an expander."""
    with st.expander(HEADING, key=f"sure {key}", on_change="rerun") as fold:
        if fold.open:
            _show(sure, *tables)


def _show(sure: str, *tables: tuple[str, ResultTable]) -> None:
    for paragraph in filter(None, sure.split("\n\n")):
        st.markdown(escaped(paragraph))
    if LIKELY in sure:
        st.caption(LIKELY_MEANS)
    for title, table in tables:
        if table.rows:
            chart_frame.show_numbers(title, table)
