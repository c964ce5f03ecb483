"""The log of decisions: what I chose and why, when to look back, and how I saw it then."""

import streamlit as st

from lib.charts.chart import Chart
from lib.decide.decisions import LoggedDecision, decision_log
from lib.english import sentence_case, span
from lib.palette import DARK, LIGHT
from lib.records.decision import REVIEW_AFTER
from lib.records.labels import label
from lib.records.workbook import Workbook
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.decide import decision_form
from lib.ui.markdown import escaped, marked
from lib.ui.shared import chart_frame


def show(context: Context) -> None:
    """The decisions, the newest first, and what confidence was worth."""
    log = decision_log(context.workbook, context.today, dates=context.dates)
    st.write(escaped(log.sentence))
    if not log.n:
        st.write(
            marked(
                "Write down why you decided, how sure you are and how it feels. {} later you review it.",
                sentence_case(span(REVIEW_AFTER.days)),
            )
        )
        st.button("Choose a job", type="primary", key="to jobs", on_click=routes.set_query, kwargs={"view": "job"})
        return
    for entry in log.entries:
        show_entry(context, entry)
    dark = st.context.theme.type == "dark"
    chart_frame.show(_drawn(context.loaded.fingerprint, dark, _workbook=context.workbook))


def show_entry(context: Context, entry: LoggedDecision) -> None:
    """One decision as it reads back, with what to do next."""
    decision = entry.decision
    with st.container(border=True, key=f"decision_{decision.id}"):
        day = context.dates.near_day(decision.decided_at.astimezone(context.zone).date(), context.today)
        st.write(marked(":gray[{}]  \n{}", sentence_case(day), entry.sentence))
        sections = {
            "How it felt": label(decision.gut) if decision.gut else "",
            "Reasons": decision.reasons,
            "What would change your mind": decision.change_my_mind,
            "What you learned": decision.learned,
        }
        for heading, words in sections.items():
            if words:
                st.write(marked(":gray[{}]  \n{}", heading, words))
        with st.container(horizontal=True, key=f"actions_{decision.id}"):
            words = "Edit the review" if decision.is_reviewed else "Review it"
            st.button(words, key=f"review {decision.id}", on_click=decision_form.begin, args=("review", decision.id))
            args = ("decision", decision.id)
            st.button("Edit", key=f"edit {decision.id}", type="tertiary", on_click=decision_form.begin, args=args)


@st.cache_resource(max_entries=8, show_spinner=False)
def _drawn(fingerprint: str, dark: bool, _workbook: Workbook) -> Chart:
    """The chart, drawn once for the same files. Plotly is loaded here, where it is first needed."""
    from lib.charts import confidence as drawing
    from lib.decide.confidence import confidence

    return drawing.chart(confidence(_workbook.decisions), DARK if dark else LIGHT)
