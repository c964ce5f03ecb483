"""The timeline of one application: its steps on a line, and the days between them."""

import streamlit as st

from lib.english import counted, days_between, short_day
from lib.records.application import Application
from lib.records.labels import label
from lib.records.timeline import Step, timeline
from lib.ui import places
from lib.ui.markdown import escaped, one_line
from lib.ui.shared import chips, in_browser
from lib.ui.visit import Visit

_TITLES = {"applied": "Applied", "reopened": "Open again", "waiting": "Waiting"}


def show(visit: Visit, application: Application) -> None:
    """The steps beside each other, on a phone below each other; nothing where no day is known."""
    steps = timeline(visit.workbook, application, visit.today)
    if not steps:
        return
    with st.container(key="timeline", gap=None):
        for number, step in enumerate(steps):
            with st.container(key=f"step_{number}_{step.kind}", gap=None):
                _step(visit, step)
    in_browser.mark("timeline", role="group", aria_label="Timeline")


def _step(visit: Visit, step: Step) -> None:
    if step.kind == "waiting":
        st.markdown(f"**Waiting**  \n:gray[{counted(step.days_after or 0, 'day')}]")
        return
    day = short_day(step.on, visit.today)
    near = f" · {days_between(step.on, visit.today)}" if step.on >= visit.today else ""
    if step.interview:
        places.interview(step.interview.id).link(escaped(one_line(step.interview.type, 40)))
    else:
        st.markdown(f"**{label(step.status) if step.status else _TITLES[step.kind]}**")
    st.markdown(f":gray[{day}{near}]")
    if step.interview:
        chips.show(chips.standing(step.interview, visit.today))
    if step.days_after:
        st.html(f'<span class="afterword-gap">{counted(step.days_after, "day")}</span>')
