"""The way into a debrief, the same wherever it is offered."""

from typing import Literal

import streamlit as st

from lib.ui import shell


def debrief(style: Literal["primary", "secondary"] = "primary") -> None:
    """The button that begins a debrief; the letter D presses it too."""
    if st.button("Debrief an interview", type=style, key="debrief", shortcut="D"):
        st.switch_page(shell.DEBRIEF, query_params={"new": "debrief"})
