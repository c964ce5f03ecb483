"""Progress: the first screen and what is below it; the details, each on its own page."""

import streamlit as st

from lib.ui.context import current_context
from lib.ui.drafts import record_form
from lib.ui.progress import (
    details,
    first_screen,
    guesses,
    looking_back,
    own_words,
    plan_form,
    questions,
    results,
    second_part,
)
from lib.ui.shared import breadcrumbs
from lib.ui.shared.views import Views

VIEWS: Views = {
    "guesses": ("Is my gut right?", guesses.show),
    "words": ("In your words", own_words.show),
    "questions": ("Questions", questions.show),
    "search": ("Looking back", looking_back.show),
}


context = current_context()
draft = record_form.open_draft(context, plan_form.FORMS)
view = st.query_params.get("view", "")

if draft:
    breadcrumbs.show("Progress", here="Plan")
    record_form.show(context, plan_form.FORMS, draft)
elif not context.workbook.debriefed:
    st.title("Progress", anchor=False)
    results.say_left_out(context)
    results.show_nothing_yet()
elif view in VIEWS:
    details.show_one(context, VIEWS, view)
else:
    st.title("Progress", anchor=False)
    results.say_left_out(context)
    first_screen.show(context)
    second_part.show(context)
    details.show_links(VIEWS)
