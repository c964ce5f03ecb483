"""What the Progress page looks at: one search, its findings, and their charts, each once."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from lib.dates import DateStyle
from lib.insight.searches import Search, current_search, of_search, searches
from lib.insight.selection import select
from lib.records.labels import label
from lib.records.vocabulary import Stage, words
from lib.records.workbook import Workbook
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import SafeText, escaped
from lib.ui.shared import chart_frame
from lib.workflows.entries.left_out import left_out_sentence

if TYPE_CHECKING:
    from lib.charts.chart import Chart
    from lib.insight.findings import Findings
    from lib.palette import Palette

Draw = Callable[["Findings", "Palette"], tuple["Chart", ...]]
"""Draws the charts of one part. It imports what it needs itself, so that Plotly loads where it is first drawn."""

_PERIODS: Mapping[str, SafeText] = {"all": "Whole search", "90": "Last 3 months", "30": "Last 30 days"}
_KEY = "progress search"


def search_of(context: Context) -> Search:
    """The search that the address names, else the current one."""
    wanted = st.query_params.get("search", "")
    named = (search for search in searches(context.workbook) if str(search.number) == wanted)
    return next(named, None) or current_search(context.workbook)


def say_left_out(context: Context) -> None:
    """Which rows the counts here are without, and the way to mend them; nothing if all was read."""
    if sentence := left_out_sentence(context.loaded.problems):
        st.markdown(escaped(sentence))
        routes.data("check").link("Mend them under Your data")


def choose_search(context: Context) -> None:
    """The choice between searches, if there were several."""
    every = {search.number: search for search in searches(context.workbook)}
    shown = search_of(context)
    newest = current_search(context.workbook).number
    options = [number for number in sorted(every, reverse=True) if number <= newest]
    if len(options) < 2:
        return
    st.session_state[_KEY] = shown.number
    st.selectbox(
        "Which search?",
        options,
        key=_KEY,
        format_func=lambda number: _named(every[number], context.today, dates=context.dates),
        on_change=_turn,
    )


def _turn() -> None:
    routes.set_query(search=str(st.session_state[_KEY]))


def _named(search: Search, today: date, dates: DateStyle) -> str:
    since = f", since {dates.spoken_day(search.since, today)}" if search.since else ""
    until = f", until {dates.spoken_day(search.until, today)}" if search.until else ", going on"
    return f"Search {search.number}{since}{until}"


def findings_of(context: Context) -> "Findings":
    """All findings of the chosen search, computed once for the same files and day."""
    search = search_of(context)
    return _findings(
        context.loaded.fingerprint,
        search.number,
        context.today,
        _workbook=context.workbook,
        _search=search,
        _dates=context.dates,
    )


@st.cache_resource(max_entries=8, show_spinner="Looking through your interviews")
def _findings(
    fingerprint: str, number: int, today: date, _workbook: Workbook, _search: Search, _dates: DateStyle
) -> "Findings":
    from lib.insight.findings import Findings

    return Findings(of_search(_workbook, _search), today, _workbook, dates=_dates)


def show_pictures(
    context: Context, part: str, draw: Draw, filtered: "ResultFilter | None" = None, words: bool = False
) -> None:
    """The pictures of one part, drawn once for the same files, search, day, filter and page.

    With ``words`` each has its question above and its answer below.
    """
    dark = st.context.theme.type == "dark"
    number, key = search_of(context).number, filtered.key if filtered else ()
    for chart in _drawn(
        context.loaded.fingerprint, number, context.today, part, key, dark, _context=context, _draw=draw
    ):
        if words:
            chart_frame.show(chart)
        else:
            chart_frame.show_picture(chart)


@st.cache_resource(max_entries=48, show_spinner=False)
def _drawn(
    fingerprint: str,
    number: int,
    today: date,
    part: str,
    key: tuple[str, ...],
    dark: bool,
    _context: Context,
    _draw: Draw,
) -> tuple["Chart", ...]:
    from lib.palette import DARK, LIGHT

    return _draw(_filtered(_context, key), DARK if dark else LIGHT)


def filtered_findings(context: Context, chosen: "ResultFilter") -> "Findings":
    """The results for the chosen part of the search."""
    return _filtered(context, chosen.key)


def _filtered(context: Context, key: tuple[str, ...]) -> "Findings":
    from lib.insight.findings import Findings

    findings = findings_of(context)
    if not key:
        return findings
    since, *stages = key
    return Findings(
        select(findings.workbook, date.fromisoformat(since) if since else None, None, stages),
        context.today,
        dates=context.dates,
    )


class ResultFilter:
    """A period and some stages to look at. ``key`` is empty if everything is looked at."""

    def __init__(self, since: date | None, stages: tuple[str, ...]) -> None:
        self.key = (since.isoformat() if since else "", *stages) if since or stages else ()


def choose_filter(context: Context) -> ResultFilter:
    """The two filters, and that no check follows them."""
    with st.container(horizontal=True, key="progress_filters"):
        period = st.segmented_control(
            "Period", list(_PERIODS), key="progress period", default="all", format_func=_PERIODS.__getitem__
        )
        stages = st.multiselect("Type", words(Stage), key="progress stages", format_func=label, placeholder="All types")
    st.caption("Patterns use the whole search.")
    days = timedelta(days=int(period)) if period and period.isdecimal() else None
    return ResultFilter(context.today - days if days else None, tuple(stages))


def show_nothing_yet() -> None:
    """What will be here, and the one next step."""
    st.write("Your first debrief shows up here tonight. Patterns show from 6 interviews on.")
    if st.button("Write a debrief", type="primary", key="debrief"):
        routes.new_debrief().go()
