"""The way into a debrief, the same wherever it is offered."""

from typing import Literal

import streamlit as st

from lib.ui import keys, routes
from lib.ui.context import current_context
from lib.ui.markdown import SafeText
from lib.workflows.drafts.scheduled_interviews import held_interviews


def debrief(style: Literal["primary", "secondary"] = "primary", words: SafeText = "Debrief an interview") -> None:
    """The button that begins a debrief; the letter D presses it too. Interviews that were noted in advance and have
    begun come first.
    """
    if st.button(words, type=style, key="debrief", shortcut=keys.DEBRIEF):
        context = current_context()
        begun = {draft.record_id for draft in context.drafts}
        is_noted = any(entry.id not in begun for entry in held_interviews(context.workbook, context.now))
        (routes.choose_interview() if is_noted else routes.new_debrief()).go()
