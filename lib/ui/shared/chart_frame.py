"""A chart with its question above, its answer below, and the same numbers as a table."""

import streamlit as st

from lib.charts.chart import Chart
from lib.charts.theme import CONFIG
from lib.insight.result import ResultTable
from lib.ui.markdown import escaped


def show(chart: Chart) -> None:
    """The chart as every page shows one; if it holds nothing, the sentence alone."""
    st.subheader(escaped(chart.title), anchor=False)
    if chart.n:
        st.plotly_chart(chart.figure, key=f"chart {chart.title}", theme=None, config=CONFIG, alt=chart.alt)
        if chart.caption:
            st.caption(escaped(chart.caption))
    st.write(escaped(chart.sentence))
    if chart.n:
        show_table(chart.title, chart.table)


def show_picture(chart: Chart) -> None:
    """The figure alone, with what its hollow marks are; nothing if it holds nothing."""
    if chart.n:
        st.plotly_chart(chart.figure, key=f"chart {chart.title}", theme=None, config=CONFIG, alt=chart.alt)
        if chart.caption:
            st.caption(escaped(chart.caption))


def show_table(title: str, table: ResultTable) -> None:
    """The numbers behind an answer, folded away until they are asked for."""
    with st.expander("Show as table", key=f"table {title}", on_change="rerun") as fold:
        if fold.open:
            show_numbers(title, table)


def show_numbers(title: str, table: ResultTable) -> None:
    """The numbers behind an answer."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    st.dataframe(rows, hide_index=True, alt=f"The numbers behind: {title}")
