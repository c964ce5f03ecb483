"""Today: what to do, what's coming up, and who you're waiting for."""

import streamlit as st

from lib.ui.context import current_context
from lib.ui.markdown import escaped
from lib.ui.shared import waiting
from lib.ui.today import cards, moved_on, side_column, welcome

context = current_context()

if "sheet" in st.query_params:
    from lib.ui.today import prep_sheet  # and what writes it, which takes longer to load than Today

    prep_sheet.show(context, st.query_params["sheet"])
elif context.workbook.is_empty and not (context.workbook.tasks or waiting.drafts_waiting(context)):
    welcome.show(context)
else:
    st.title(escaped(context.dates.spoken_day(context.today, context.today)), anchor=False)
    waiting.show_beginning(context)
    main, beside = st.columns([5, 3], gap="large")
    with main:
        cards.show_look_back(context)
        cards.show_away(context)
        cards.show_to_do(context)
        moved_on.show(context)
        cards.show_noes(context)
        waiting.show_begun(context)
        cards.show_practice(context)
    with beside:
        side_column.show_coming(context)
        side_column.show_waits(context)
        side_column.show_week(context)
        side_column.show_pause(context)
