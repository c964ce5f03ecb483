"""Today: at most three things that are due, what waits and until when, and one big way to debrief an interview."""

import streamlit as st

from lib.records.days import spoken_day
from lib.ui import wiring
from lib.ui.parts import sheet_view, start, today_parts, waiting

visit = wiring.visit()

if "sheet" in st.query_params:
    sheet_view.show(visit, st.query_params["sheet"])
elif visit.workbook.is_empty and not (visit.workbook.tasks or waiting.drafts_waiting(visit)):
    start.show(visit)
else:
    st.title(spoken_day(visit.today, visit.today), anchor=False)
    waiting.show_beginning(visit)
    today_parts.show_look_back(visit)
    today_parts.show_next_sheet(visit)
    today_parts.show_away(visit)
    today_parts.show_three(visit)
    today_parts.show_noes(visit)
    waiting.show_begun(visit)
    today_parts.show_waits(visit)
    today_parts.show_coming(visit)
    today_parts.show_practice(visit)
    today_parts.show_search(visit)
    today_parts.show_rest(visit)
