"""The problem that the last act met, said where the person is looking."""

import streamlit as st

from lib.ui import session
from lib.ui.markdown import escaped


def show() -> None:
    """The problem, if there is one and this run has not shown it; the place stands even when empty.

    An element that came and went above the fields would let the browser draw them anew, and lose what is being typed.
    """
    with st.container():
        problem = session.problem()
        if problem and not session.is_problem_shown():
            st.warning(escaped(problem))
            session.mark_problem_shown()
