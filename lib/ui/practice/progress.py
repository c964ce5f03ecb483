"""The results of practice: how ready I am, the days practised, and how it went for real before and after."""

from datetime import datetime, tzinfo

import streamlit as st

from lib.charts.chart import Chart
from lib.dates import DateStyle
from lib.palette import DARK, LIGHT
from lib.records.workbook import Workbook
from lib.ui.context import Context
from lib.ui.shared import chart_frame


def show(context: Context) -> None:
    """The three charts, in reading order."""
    dark = st.context.theme.type == "dark"
    hour = context.now.replace(minute=0, second=0, microsecond=0)
    for chart in _drawn(
        context.loaded.fingerprint, hour, context.zone, dark, _workbook=context.workbook, dates=context.dates
    ):
        chart_frame.show(chart)


@st.cache_resource(max_entries=8, show_spinner=False)
def _drawn(
    fingerprint: str, now: datetime, zone: tzinfo, dark: bool, _workbook: Workbook, dates: DateStyle
) -> tuple[Chart, ...]:
    """The charts, drawn once an hour for the same files. Plotly is loaded here, where it is first needed."""
    from lib.charts import practised, readiness, reviews
    from lib.practice.results import before_and_after, how_ready, reviews_by_day

    colours = DARK if dark else LIGHT
    return (
        readiness.chart(how_ready(_workbook, now, dates=dates), colours),
        reviews.chart(reviews_by_day(_workbook, now.date(), zone, dates=dates), colours, dates=dates),
        practised.chart(before_and_after(_workbook, now), colours),
    )
