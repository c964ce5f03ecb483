"""Practice: the hard questions until they come easily, the bank of all of them, and the stories that answer them."""

import streamlit as st

from lib.ui import saving, wiring
from lib.ui.parts import (
    practice_bank,
    practice_form,
    practice_progress,
    practice_rounds,
    practice_sitting,
    practice_start,
    practice_stories,
    practice_topic,
    record_form,
)

VIEWS = {
    "practise": ("Practise", practice_start.show),
    "bank": ("Questions", practice_bank.show),
    "stories": ("Stories", practice_stories.show_list),
    "rounds": ("Rounds", practice_rounds.show),
    "progress": ("So far", practice_progress.show),
}


def turn() -> None:
    saving.query(view=st.session_state["practice view"])


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
    view = wanted.get("view") if wanted.get("view") in VIEWS else "practise"
    st.session_state["practice view"] = view
    st.segmented_control(
        "What to look at",
        list(VIEWS),
        key="practice view",
        format_func=lambda word: VIEWS[word][0],
        required=True,
        on_change=turn,
        label_visibility="collapsed",
    )
    VIEWS[view or "practise"][1](visit)
