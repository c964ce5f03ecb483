"""A chart with its question above, its answer below, and the same numbers as a table."""

import streamlit as st

from lib.charts.chart import Chart
from lib.charts.theme import CONFIG, DARK, LIGHT, Palette
from lib.ui.words import escaped


def palette() -> Palette:
    """The colours of the theme that the page is shown in."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def show(chart: Chart, key: str) -> None:
    """The chart as every page shows one; where it holds nothing, the sentence alone."""
    st.subheader(escaped(chart.title), anchor=False)
    if chart.n:
        st.plotly_chart(chart.figure, key=key, theme=None, config=CONFIG, alt=chart.alt)
    st.write(escaped(chart.sentence))
    if chart.n:
        with st.expander("The same numbers as a table"):
            rows = [dict(zip(chart.table.columns, row, strict=True)) for row in chart.table.rows]
            st.dataframe(rows, hide_index=True, alt=f"The numbers of the chart: {chart.title}")
