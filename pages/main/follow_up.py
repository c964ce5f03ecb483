"""Follow-up: what to do and when, and the messages, drafted from the debrief and sent from the person's own mail."""

import streamlit as st

from lib.ui.context import current_context
from lib.ui.follow_up import message_page, task_list

context = current_context()

if "task" in st.query_params:
    message_page.show(context, st.query_params["task"])
else:
    task_list.show(context)
