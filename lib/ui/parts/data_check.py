"""Check and repair: what the store found in the files."""

import streamlit as st

from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """Whether every row can be read; what cannot stands on top of each page."""
    if not visit.loaded.problems:
        st.write("Every row of every file can be read.")
        return
    st.write("What the files hold that could not be read stands at the top of this page.")
