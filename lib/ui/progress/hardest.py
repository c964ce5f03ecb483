"""The hardest question that isn't ready yet, and the way to practise it."""

from collections.abc import Sequence

import streamlit as st

from lib.english import one_line, times
from lib.insight.overview.asked_often import AskedOften
from lib.practice.hardest import hardest_left
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import marked

_QUESTION = 90


def show(context: Context, hard: Sequence[AskedOften]) -> None:
    """The first of these, which come the hardest first, that is of use; nothing if none is."""
    by_id = {one.latest.id: one for one in hard}
    card = hardest_left(context.workbook, by_id, context.now)
    if card is None:
        return
    asked = next(by_id[one.id] for one in card.wordings if one.id in by_id)
    st.subheader("Your hardest question", anchor=False)
    again = marked(" :gray[hard {}]", times(asked.hard)) if asked.hard > 1 else ""
    st.markdown(marked("{}{}", one_line(asked.text, _QUESTION), again))
    if st.button("Practise it", key="practise hardest", type="primary"):
        routes.question(card.id).go()
