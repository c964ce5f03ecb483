"""Today: what waits, and one big way to debrief an interview."""

import streamlit as st

from lib.records.days import exact_day
from lib.ui import shell, wiring
from lib.ui.parts import start, waiting

visit = wiring.visit()

if visit.workbook.is_empty and not waiting.drafts_waiting(visit):
    start.show(visit)
else:
    st.title(exact_day(visit.today, visit.today), anchor=False)
    if st.button("Debrief an interview", type="primary", key="debrief"):
        st.switch_page(shell.DEBRIEF, query_params={"new": "debrief"})
    if waiting.held_interviews(visit) or waiting.drafts_waiting(visit):
        st.subheader("Waiting for you", anchor=False)
        waiting.show_drafts(visit)
        waiting.show_held(visit)
    waiting.show_second_halves(visit)
    if waiting.coming_interviews(visit):
        st.subheader("Still to come", anchor=False)
        waiting.show_coming(visit)
