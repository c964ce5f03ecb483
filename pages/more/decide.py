"""Decide: this job against what I want, the offers side by side, and the log of what I decided."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import (
    decide_criteria,
    decide_job,
    decide_log,
    offers_form,
    offers_one,
    offers_view,
    record_form,
    views,
)

VIEWS = {
    "job": ("This job", decide_job.show),
    "offers": ("Offers", offers_view.show),
    "criteria": ("Goals and criteria", decide_criteria.show),
    "decisions": ("Decisions", decide_log.show),
}


visit = wiring.visit()
wanted = st.query_params
draft = record_form.opened(visit, offers_form.FORMS)

if draft:
    record_form.show(visit, offers_form.FORMS, draft)
elif "offer" in wanted:
    offers_one.show(visit, wanted["offer"])
else:
    st.title("Decide", anchor=False)
    views.show(visit, VIEWS, "decide", usual="offers" if offers_view.has_open(visit) else "job")
