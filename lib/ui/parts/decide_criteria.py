"""What I want from my next job: the goals, the criteria, and how much each counts."""

import streamlit as st

from lib.decide.criteria import criteria_list
from lib.ui.wiring import Visit
from lib.ui.words import escaped


def show(visit: Visit) -> None:
    """The goals and the criteria."""
    st.write(escaped(criteria_list(visit.workbook).sentence))
