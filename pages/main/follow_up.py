"""Follow-up: what is owed to whom, and the messages, written from the debrief and sent from the person's own mail."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import message_view, owed

visit = wiring.visit()

if "task" in st.query_params:
    message_view.show(visit, st.query_params["task"])
else:
    st.title("Who is owed what", anchor=False)
    owed.show(visit)
