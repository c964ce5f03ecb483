"""Practice: what to practise now, all questions, the stories that answer them, and what practice has come to."""

import streamlit as st

from lib.ui.context import current_context
from lib.ui.drafts import record_form
from lib.ui.practice import bank, crumbs, entry_form, progress, sitting_page, start, stories, topic_page
from lib.ui.shared import breadcrumbs, consistency, views
from lib.ui.shared.views import Views

VIEWS: Views = {
    "practise": ("Practise", start.show),
    "bank": ("Questions", bank.show),
    "stories": ("Stories", stories.show_list),
    "rounds": ("Before the next round", consistency.show),
    "progress": ("Your practice", progress.show),
}


context = current_context()
wanted = st.query_params
draft = record_form.open_draft(context, entry_form.FORMS)
sitting = sitting_page.current()

if draft:
    breadcrumbs.show("Practice", *crumbs.to_form(context), here=breadcrumbs.of_form(draft))
    record_form.show(context, entry_form.FORMS, draft)
elif "topic" in wanted:
    topic_page.show(context, wanted["topic"])
elif "story" in wanted:
    stories.show_one(context, wanted["story"])
elif sitting:
    sitting_page.show(context, sitting)
else:
    st.title("Practice", anchor=False)
    views.show(context, VIEWS, "practice")
