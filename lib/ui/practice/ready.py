"""How many questions are ready, in words and as a bar."""

import streamlit as st

from lib.practice.queue import Queue
from lib.ui.markdown import marked
from lib.ui.shared import chips
from lib.ui.visit import Visit


def show(visit: Visit, found: Queue) -> None:
    """'4 of 7 ready for Wednesday', with its bar; nothing if there is nothing to practise."""
    if found.ready_counts.n:
        st.markdown(marked("**{}**", found.ready(visit.now, visit.dates)))
        st.html(chips.ready_bar(found.ready_counts))
