"""Erasing: a person, or everything."""

import streamlit as st

from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """Where a person can be forgotten."""
    st.write("To forget a person, open them under Search, People.")
