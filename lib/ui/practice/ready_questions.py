"""How many questions are ready, in words and as a bar."""

import streamlit as st

from lib.practice.queue import Queue
from lib.ui.context import Context
from lib.ui.markdown import marked
from lib.ui.shared import chips


def show(context: Context, found: Queue) -> None:
    """'4 of 7 ready for Wednesday', with its bar; nothing if there is nothing to practise."""
    if found.ready_counts.n:
        st.markdown(marked("**{}**", found.ready(context.now, context.dates)))
        st.html(chips.ready_bar(found.ready_counts))
