"""A blank debrief of an interview that was noted beforehand: it becomes that interview's debrief."""

import streamlit as st

from lib.ui import session
from lib.ui.drafts import saving
from lib.ui.drafts.fields import Form
from lib.ui.markdown import escaped, stage_and_day
from lib.ui.visit import DESK, Visit, this_visit
from lib.workflows import debrief
from lib.workflows.noted import noted_beforehand


def offer(visit: Visit, form: Form) -> None:
    """Says that this interview was noted, with the one way on; its place stands even when empty."""
    with st.container():
        is_debrief = form.draft.kind == debrief.KIND
        interview = noted_beforehand(visit.workbook, form.draft, visit.now) if is_debrief else None
        if interview is None:
            return
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="noted"):
            words = escaped(stage_and_day(interview, visit))
            st.markdown(f"**You noted this interview beforehand.**  \n{words}", width="stretch")
            st.button("It is this one", key="noted this", on_click=_turn, args=(form.name, interview.id))


def _turn(name: str, interview_id: str) -> None:
    visit = this_visit()
    draft, interview = DESK.get(session.tab(), name), visit.workbook.interview(interview_id)
    if draft and interview:
        saving.turn_draft(visit, name, draft, interview)
