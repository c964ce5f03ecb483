"""Today: what to do, what's coming up, and who you're waiting for."""

import streamlit as st

from lib.ui.markdown import escaped
from lib.ui.shared import waiting
from lib.ui.today import cards, moved_on, side, welcome
from lib.ui.visit import this_visit

visit = this_visit()

if "sheet" in st.query_params:
    from lib.ui.today import prep_sheet  # and what writes it, which takes longer to load than Today

    prep_sheet.show(visit, st.query_params["sheet"])
elif visit.workbook.is_empty and not (visit.workbook.tasks or waiting.drafts_waiting(visit)):
    welcome.show(visit)
else:
    st.title(escaped(visit.dates.spoken_day(visit.today, visit.today)), anchor=False)
    waiting.show_beginning(visit)
    main, beside = st.columns([5, 3], gap="large")
    with main:
        cards.show_look_back(visit)
        cards.show_away(visit)
        cards.show_to_do(visit)
        moved_on.show(visit)
        cards.show_noes(visit)
        waiting.show_begun(visit)
        cards.show_practice(visit)
    with beside:
        side.show_coming(visit)
        side.show_waits(visit)
        side.show_week(visit)
        side.show_pause(visit)
