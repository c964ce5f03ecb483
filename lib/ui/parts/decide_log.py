"""The log of decisions: what I chose and why, when to look back, and how I saw it then."""

import streamlit as st

from lib.decide.decisions import decision_log
from lib.ui.wiring import Visit
from lib.ui.words import escaped


def show(visit: Visit) -> None:
    """The decisions, the newest first."""
    st.write(escaped(decision_log(visit.workbook, visit.today).sentence))
