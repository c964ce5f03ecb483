"""The empty workbook: three ways to begin, a note from the phone, and the sample."""

import streamlit as st

from lib.ui import routes, session
from lib.ui.context import Context
from lib.ui.shared import begin_debrief


def show(context: Context) -> None:
    """Three ways to begin for someone who opens it for the first time."""
    st.title("Just out of an interview?", anchor=False)
    st.write(
        "Write it down while it's fresh: what they asked, how it went, whether you want the job. "
        "Five short steps, about seven minutes."
    )
    with st.container(horizontal=True, key="begin"):
        begin_debrief.debrief(words="I just had one")
        if st.button("I have one coming up", key="upcoming"):
            routes.new_interview().go()
        if st.button("I have an offer", key="offer"):
            routes.offers().go()
    routes.data("note").link("Have a note on your phone? Bring it in")
    st.button(
        "Try it with sample data", key="sample", type="tertiary", on_click=session.choose_workbook, args=("sample",)
    )
    st.caption(
        "Everything stays on this computer, in plain CSV files: no account, no network. "
        "On a work computer, your employer may be able to read them."
    )
