"""This job against my criteria: what is known, what is still to ask, and what I decide."""

import streamlit as st

from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """The choice of an application, and how it meets the criteria."""
    if not visit.workbook.applications:
        st.write("Here a job stands against what you want from one. It begins with an application or a debrief.")
