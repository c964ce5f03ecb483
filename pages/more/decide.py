"""Decide: this job against what I want, the offers side by side, and the log of what I decided."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import decide_criteria, decide_job, decide_log, offers_view, views

VIEWS = {
    "job": ("This job", decide_job.show),
    "offers": ("Offers", offers_view.show),
    "criteria": ("Goals and criteria", decide_criteria.show),
    "decisions": ("Decisions", decide_log.show),
}


visit = wiring.visit()

st.title("Decide", anchor=False)
views.show(visit, VIEWS, "decide", usual="offers" if offers_view.has_open(visit) else "job")
