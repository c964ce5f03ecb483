"""Progress: what can be said first, in short; then each part with its charts, drawn when it is looked at."""

import streamlit as st

from lib.ui.drafts import record_form
from lib.ui.progress import details, looking_back, own_words, plan_form, results, summary
from lib.ui.shared import breadcrumbs, views
from lib.ui.visit import this_visit

VIEWS = {
    "short": ("In short", summary.show),
    "skills": ("Ratings", details.show_skills),
    "answers": ("Yes and no", details.show_answers),
    "forecasts": ("Forecasts", details.show_forecasts),
    "waiting": ("Waiting", details.show_waiting),
    "funnel": ("How far", details.show_funnel),
    "words": ("My words", own_words.show),
    "asked": ("Questions", details.show_asked),
    "search": ("The search", looking_back.show),
}


visit = this_visit()
draft = record_form.opened(visit, plan_form.FORMS)

if draft:
    breadcrumbs.show("Progress", here="Plan")
    record_form.show(visit, plan_form.FORMS, draft)
else:
    st.title("Progress", anchor=False)
    results.say_left_out(visit)
    if not visit.workbook.debriefed():
        results.show_nothing_yet()
    else:
        results.choose_search(visit)
        views.show(visit, VIEWS, "progress")
