"""Practice: the hard questions until they come easily, the bank of all of them, and the stories that answer them."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import (
    practice_bank,
    practice_consistency,
    practice_form,
    practice_progress,
    practice_sitting,
    practice_start,
    practice_stories,
    practice_topic,
    record_form,
    views,
)

VIEWS = {
    "practise": ("Practise", practice_start.show),
    "bank": ("Questions", practice_bank.show),
    "stories": ("Stories", practice_stories.show_list),
    "rounds": ("Rounds", practice_consistency.show),
    "progress": ("So far", practice_progress.show),
}


visit = wiring.visit()
wanted = st.query_params
draft = record_form.opened(visit, practice_form.FORMS)
sitting = practice_sitting.current()

if draft:
    record_form.show(visit, practice_form.FORMS, draft)
elif "topic" in wanted:
    practice_topic.show(visit, wanted["topic"])
elif "story" in wanted:
    practice_stories.show_one(visit, wanted["story"])
elif sitting:
    practice_sitting.show(visit, sitting)
else:
    st.title("Practice", anchor=False)
    views.show(visit, VIEWS, "practice")
