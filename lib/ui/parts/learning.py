"""What the Learn page looks at: a period and some stages, or everything; and the charts that come of it."""

from collections.abc import Collection
from datetime import date, timedelta

import streamlit as st

from lib.charts.chart import Chart
from lib.charts.theme import DARK, LIGHT
from lib.insight.selection import select
from lib.records.labels import label
from lib.records.vocabulary import Stage, words
from lib.records.workbook import Workbook
from lib.ui import shell
from lib.ui.wiring import Visit

_PERIODS = {"all": "All of it", "90": "The last 3 months", "30": "The last 30 days"}


def charts(visit: Visit) -> tuple[Chart, ...]:
    """The charts of what the two filters pick out, in the order in which they are read."""
    with st.container(horizontal=True, key="learn_filters"):
        period = st.segmented_control(
            "Period", list(_PERIODS), key="learn period", default="all", format_func=_PERIODS.__getitem__
        )
        stages = st.multiselect("Stages", words(Stage), key="learn stages", format_func=label, placeholder="All stages")
    dark = st.context.theme.type == "dark"
    since = _since(period, visit.today)
    return _drawn(visit.loaded.fingerprint, since, tuple(stages), dark, _workbook=visit.workbook)


@st.cache_resource(max_entries=16, show_spinner=False)
def _drawn(
    fingerprint: str, since: date | None, stages: Collection[str], dark: bool, _workbook: Workbook
) -> tuple[Chart, ...]:
    """The charts, drawn once for the same files and filters. Plotly is loaded here, where it is first needed."""
    from lib.charts import asked, funnel, skills, strips
    from lib.insight.asked import questions_by_kind
    from lib.insight.funnel import application_funnel, stage_funnel
    from lib.insight.groups import by_format, by_stage
    from lib.insight.skills import skills as skills_over_time

    selected = select(_workbook, since, None, stages)
    colours = DARK if dark else LIGHT
    return (
        skills.chart(skills_over_time(selected), colours),
        strips.chart(by_stage(selected), colours),
        strips.chart(by_format(selected), colours),
        asked.chart(questions_by_kind(selected), colours),
        funnel.chart(application_funnel(selected), colours),
        funnel.chart(stage_funnel(selected), colours),
    )


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
