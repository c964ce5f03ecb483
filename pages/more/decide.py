"""Decide: this job against what I want, the offers side by side, and the log of what I decided."""

import streamlit as st

from lib.ui import places
from lib.ui.decide import (
    criteria_list,
    crumbs,
    decision_form,
    decisions_list,
    fit_form,
    offer_form,
    offer_list,
    offer_page,
    one_job,
    weights_form,
)
from lib.ui.drafts import record_form
from lib.ui.shared import breadcrumbs, views
from lib.ui.shared.views import Views
from lib.ui.visit import this_visit

VIEWS: Views = {
    "job": ("This job", one_job.show_list),
    "offers": ("Offers", offer_list.show),
    "criteria": ("Goals and criteria", criteria_list.show),
    "decisions": ("Decisions", decisions_list.show),
}


visit = this_visit()
FORMS = {**decision_form.FORMS, **offer_form.FORMS}
wanted = st.query_params
part = wanted.get("part", "")
draft = record_form.opened(visit, FORMS)

job = one_job.opened(visit)

if draft:
    breadcrumbs.show("Decide", *crumbs.to_form(visit), here=breadcrumbs.of_form(draft))
    record_form.show(visit, FORMS, draft)
elif part == "score":
    breadcrumbs.show("Decide", *crumbs.to_form(visit), here="Score")
    fit_form.show(visit, wanted.get("application", ""))
elif part == "rank":
    breadcrumbs.show("Decide", crumbs.CRITERIA, here="Ranking", back=places.leave_all)
    weights_form.show_ranking(visit)
elif part == "swing":
    breadcrumbs.show("Decide", crumbs.CRITERIA, here="Weights", back=places.leave_all)
    weights_form.show_swings(visit)
elif job:
    one_job.show_one(visit, job)
elif "offer" in wanted:
    offer_page.show(visit, wanted["offer"])
else:
    st.title("Decide", anchor=False)
    is_about_offers = offer_list.has_open(visit) and "application" not in wanted
    views.show(visit, VIEWS, "decide", usual="offers" if is_about_offers else "job")
