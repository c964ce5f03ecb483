"""The empty workbook: what it is, where it lies, and the two ways to begin."""

import streamlit as st

from lib.ui import session
from lib.ui.shared import begin_debrief
from lib.ui.visit import Visit


def show(visit: Visit) -> None:
    """Explain the workbook to someone who opens it for the first time."""
    st.title("Just out of an interview?", anchor=False)
    st.write(
        "Write it down while you still remember: which questions came, what you wish you had said, whom you met. "
        "Five short steps, about seven minutes. Over many interviews the workbook shows what is changing, "
        "and says so when nothing can be said yet."
    )
    with st.container(horizontal=True, key="begin"):
        begin_debrief.debrief()
        label, turn = "Look around in the sample workbook", session.choose_workbook
        st.button(label, key="sample", on_click=turn, args=("sample",))
    st.subheader("Where your words lie", anchor=False)
    st.write("In plain CSV files on this computer, in this folder:")
    st.code(str(visit.store.folder), language=None, wrap_lines=True)
    st.write(
        "There is no account, and nothing leaves this machine. "
        "On an employer's computer the employer may be able to read these files."
    )
