"""What is above every page and comes from the files: the sample's banner, what the store found, the last message."""

import streamlit as st

from lib.store import own_folder
from lib.ui import loading, routes, session
from lib.ui.context import clock, current_context
from lib.ui.markdown import escaped
from lib.ui.messages import Messages
from lib.ui.shared import trouble


def show() -> Messages:
    """Each has its place even when empty: the fields below must not move while somebody types in them."""
    recovery = loading.recover(own_folder(), clock())
    with st.container():
        if session.is_sample():
            _sample_banner()
        elif recovery:
            st.info(escaped(recovery))
        trouble.show(current_context())
    return Messages()


def _sample_banner() -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, key="sample_banner"):
        st.markdown("**Sample data.** Changes aren't kept.", width="stretch")
        st.button("Leave the sample", type="tertiary", on_click=_leave_sample)


def _leave_sample() -> None:
    session.choose_workbook("own")
    routes.close()
