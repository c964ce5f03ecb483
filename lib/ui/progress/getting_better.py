"""Am I getting better? The dots, the result of the check, and the outcomes of both halves."""

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from lib.charts.theme import CONFIG
from lib.insight.overview.getting_better import TITLE, GettingBetter
from lib.insight.overview.overview import Overview
from lib.palette import DARK, LIGHT
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import escaped
from lib.ui.progress import bars, certainty
from lib.ui.progress.results import findings_of, search_of

if TYPE_CHECKING:
    from lib.charts.chart import Chart

_ONE_TYPE = "progress one type"


def show(context: Context, found: Overview) -> None:
    """The question with its one switch, the answer, and the picture."""
    with st.container(horizontal=True, vertical_alignment="center", key="progress_better_head"):
        st.subheader(TITLE, anchor=False, width="content")
        one_type = bool(found.one_type) and st.toggle("Same type only", key=_ONE_TYPE)
    better = found.one_type if one_type and found.one_type else found.better
    certainty.headline(better.conclusion)
    if better.conclusion.state == "too_early":
        bars.missing(better.conclusion.have, better.conclusion.need)
    if better.n:
        number = search_of(context).number
        _dots(_drawn(context.loaded.fingerprint, number, context.today, one_type, _dark(), _context=context))
    if better.outcomes:
        st.markdown(escaped(better.outcomes))
    if better.mine.caption:
        st.caption(escaped(better.mine.caption))
    _sure(context, better)


def _sure(context: Context, better: GettingBetter) -> None:
    changes = findings_of(context).skills
    certainty.popover("better", better.conclusion.sure, (changes.title, changes.table))


def _dots(chart: "Chart") -> None:
    """A click on a dot opens its interview."""
    event = st.plotly_chart(
        chart.figure,
        key="progress dots",
        theme=None,
        config=CONFIG,
        alt=chart.alt,
        on_select="rerun",
        selection_mode="points",
    )
    chosen = [point.get("customdata") for point in event.selection.points]
    if chosen and isinstance(chosen[0], str):
        routes.interview(chosen[0]).go()


def _dark() -> bool:
    return st.context.theme.type == "dark"


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawn(fingerprint: str, number: int, today: date, one_type: bool, dark: bool, _context: Context) -> "Chart":
    from lib.charts import rating_dots  # Plotly is loaded where it is first needed

    found = findings_of(_context).overview
    better = found.one_type if one_type and found.one_type else found.better
    return rating_dots.chart(better, DARK if dark else LIGHT, dates=_context.dates)
