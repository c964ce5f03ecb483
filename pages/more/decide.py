"""Decide: this job against what I want, the offers side by side, and the log of what I decided."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import (
    decide_criteria,
    decide_form,
    decide_job,
    decide_log,
    fit_form,
    offers_form,
    offers_one,
    offers_view,
    record_form,
    views,
    weights_form,
)

VIEWS = {
    "job": ("This job", decide_job.show),
    "offers": ("Offers", offers_view.show),
    "criteria": ("Goals and criteria", decide_criteria.show),
    "decisions": ("Decisions", decide_log.show),
}


visit = wiring.visit()
FORMS = {**decide_form.FORMS, **offers_form.FORMS}
wanted = st.query_params
part = wanted.get("part", "")
draft = record_form.opened(visit, FORMS)

if draft:
    record_form.show(visit, FORMS, draft)
elif part == "score":
    fit_form.show(visit, wanted.get("application", ""))
elif part == "rank":
    weights_form.show_ranking(visit)
elif part == "swing":
    weights_form.show_swings(visit)
elif "offer" in wanted:
    offers_one.show(visit, wanted["offer"])
else:
    st.title("Decide", anchor=False)
    is_about_offers = offers_view.has_open(visit) and "application" not in wanted
    views.show(visit, VIEWS, "decide", usual="offers" if is_about_offers else "job")
