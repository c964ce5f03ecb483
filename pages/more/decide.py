"""Decide: this job against what I want, the offers side by side, and the log of what I decided."""

import streamlit as st

from lib.ui import routes
from lib.ui.context import current_context
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

VIEWS: Views = {
    "job": ("This job", one_job.show_list),
    "offers": ("Offers", offer_list.show),
    "criteria": ("Goals and criteria", criteria_list.show),
    "decisions": ("Decisions", decisions_list.show),
}


context = current_context()
FORMS = {**decision_form.FORMS, **offer_form.FORMS}
wanted = st.query_params
part = wanted.get("part", "")
draft = record_form.open_draft(context, FORMS)

job = one_job.open_job(context)

if draft:
    breadcrumbs.show("Decide", *crumbs.to_form(context), here=breadcrumbs.of_form(draft))
    record_form.show(context, FORMS, draft)
elif part == "score":
    breadcrumbs.show("Decide", *crumbs.to_form(context), here="Score")
    fit_form.show(context, wanted.get("application", ""))
elif part == "rank":
    breadcrumbs.show("Decide", crumbs.CRITERIA, here="Ranking", back=routes.reset)
    weights_form.show_ranking(context)
elif part == "swing":
    breadcrumbs.show("Decide", crumbs.CRITERIA, here="Weights", back=routes.reset)
    weights_form.show_swings(context)
elif job:
    one_job.show_one(context, job)
elif "offer" in wanted:
    offer_page.show(context, wanted["offer"])
else:
    st.title("Decide", anchor=False)
    is_about_offers = offer_list.has_open(context) and "application" not in wanted
    views.show(context, VIEWS, "decide", usual="offers" if is_about_offers else "job")
