"""Today: at most three things that are due, what waits and until when, and one big way to debrief an interview."""

import streamlit as st

from lib.english import spoken_day
from lib.ui.shared import waiting
from lib.ui.today import cards, moved_on, prep_sheet, welcome
from lib.ui.visit import this_visit

visit = this_visit()

if "sheet" in st.query_params:
    prep_sheet.show(visit, st.query_params["sheet"])
elif visit.workbook.is_empty and not (visit.workbook.tasks or waiting.drafts_waiting(visit)):
    welcome.show(visit)
else:
    st.title(spoken_day(visit.today, visit.today), anchor=False)
    waiting.show_beginning(visit)
    cards.show_look_back(visit)
    cards.show_next_sheet(visit)
    cards.show_away(visit)
    cards.show_three(visit)
    moved_on.show(visit)
    cards.show_noes(visit)
    waiting.show_begun(visit)
    cards.show_waits(visit)
    cards.show_coming(visit)
    cards.show_practice(visit)
    cards.show_search(visit)
    cards.show_rest(visit)
