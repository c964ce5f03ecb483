"""Bringing in what other tools hold."""

import streamlit as st

from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """What can be brought in."""
    st.write("Files of other tools cannot be brought in here yet.")
