"""What the Learn page looks at: a period and some stages, or everything."""

from datetime import date, timedelta

import streamlit as st

from lib.insight.selection import select
from lib.records.labels import label
from lib.records.vocabulary import Stage, words
from lib.records.workbook import Workbook
from lib.ui import shell
from lib.ui.wiring import Visit

_PERIODS = {"all": "All of it", "90": "The last 3 months", "30": "The last 30 days"}


def selected(visit: Visit) -> Workbook:
    """The part of the workbook that the two filters pick out."""
    with st.container(horizontal=True, key="learn_filters"):
        period = st.segmented_control(
            "Period", list(_PERIODS), key="learn period", default="all", format_func=_PERIODS.__getitem__
        )
        stages = st.multiselect("Stages", words(Stage), key="learn stages", format_func=label, placeholder="All stages")
    return select(visit.workbook, _since(period, visit.today), None, stages)


def _since(period: str | None, today: date) -> date | None:
    return today - timedelta(days=int(period)) if period and period.isdigit() else None


def show_nothing_yet() -> None:
    """What will stand here, and the one next step."""
    st.write(
        "After your first debrief you see here how each side of it felt, what was asked, "
        "and how far your applications came. From a handful on, patterns are worth a look. "
        "Until there is enough to say something, the page says so."
    )
    if st.button("Debrief an interview", type="primary", key="debrief"):
        st.switch_page(shell.DEBRIEF, query_params={"new": "debrief"})
