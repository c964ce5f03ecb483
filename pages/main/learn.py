"""Learn: what can be said first, in short; then each part with its charts, drawn when it is looked at."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import learn_form, learn_parts, learn_search, learn_summary, learn_words, learning, record_form, views

VIEWS = {
    "short": ("In short", learn_summary.show),
    "skills": ("Ratings", learn_parts.show_skills),
    "answers": ("Yes and no", learn_parts.show_answers),
    "forecasts": ("Forecasts", learn_parts.show_forecasts),
    "waiting": ("Waiting", learn_parts.show_waiting),
    "funnel": ("How far", learn_parts.show_funnel),
    "words": ("My words", learn_words.show),
    "asked": ("Questions", learn_parts.show_asked),
    "search": ("The search", learn_search.show),
}


visit = wiring.visit()
draft = record_form.opened(visit, learn_form.FORMS)

if draft:
    record_form.show(visit, learn_form.FORMS, draft)
else:
    st.title("What do the interviews say so far?", anchor=False)
    learning.say_left_out(visit)
    if not visit.workbook.debriefed():
        learning.show_nothing_yet()
    else:
        learning.choose_search(visit)
        views.show(visit, VIEWS, "learn")
