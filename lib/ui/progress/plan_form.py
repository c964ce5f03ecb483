"""The small form of the Progress page: an if-then plan."""

import streamlit as st

from lib.records.dimension import all_dimensions
from lib.ui.context import Context
from lib.ui.drafts import record_form
from lib.ui.drafts.fields import Form
from lib.ui.drafts.record_form import RecordForm


def begin(screen: str, record_id: str = "", **known: str) -> None:
    """Turn to a form: a callback."""
    record_form.begin(FORMS, screen, record_id, **known)


def _plan(context: Context, form: Form) -> None:
    st.write(
        "An if-then plan names the moment and what you'll do. Debriefs ask about it until you've done it twice or put "
        "it away."
    )
    form.text_input("if_when", "If …", placeholder="they ask for an example")
    form.text_input("then_do", "… then I …", placeholder="tell one story with one number, then stop")
    dimensions = {entry.key: entry.label for entry in all_dimensions(context.workbook.dimensions)}
    form.select_entry("dimension", "What is it about?", dimensions, otherwise="Nothing in particular")


FORMS = {"plan": RecordForm("What will you do next time?", "What will you do next time?", _plan)}
"""The forms of the Progress page."""
