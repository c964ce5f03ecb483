"""Practice: what to practise now, all questions, the stories that answer them, and what practice has come to."""

import streamlit as st

from lib.ui.drafts import record_form
from lib.ui.practice import bank, crumbs, entry_form, progress, sitting_page, start, stories, topic_page
from lib.ui.shared import breadcrumbs, consistency, views
from lib.ui.shared.views import Views
from lib.ui.visit import this_visit

VIEWS: Views = {
    "practise": ("Practise", start.show),
    "bank": ("Questions", bank.show),
    "stories": ("Stories", stories.show_list),
    "rounds": ("Before the next round", consistency.show),
    "progress": ("Your practice", progress.show),
}


visit = this_visit()
wanted = st.query_params
draft = record_form.opened(visit, entry_form.FORMS)
sitting = sitting_page.current()

if draft:
    breadcrumbs.show("Practice", *crumbs.to_form(visit), here=breadcrumbs.of_form(draft))
    record_form.show(visit, entry_form.FORMS, draft)
elif "topic" in wanted:
    topic_page.show(visit, wanted["topic"])
elif "story" in wanted:
    stories.show_one(visit, wanted["story"])
elif sitting:
    sitting_page.show(visit, sitting)
else:
    st.title("Practice", anchor=False)
    views.show(visit, VIEWS, "practice")
