"""Learn: what the interviews so far look like, described and not judged."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import charting, learning

visit = wiring.visit()
st.title("What do the interviews say so far?", anchor=False)

if not visit.workbook.debriefed():
    learning.show_nothing_yet()
else:
    for chart in learning.charts(visit):
        charting.show(chart)
