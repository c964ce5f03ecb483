"""The one place for what was done and what went wrong: under the top bar, in sight at any scroll position."""

import streamlit as st

from lib.ui import session
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.shared import in_browser


class Messages:
    """The messages of one run. Their container is there even when it is empty.

    Whatever came and went above the fields would make the browser redraw them, and lose what is being typed.
    """

    def __init__(self) -> None:
        self._problem, self._notice = "", session.notice()
        with st.container(key="messages"):
            self._problems = st.container()
            with st.container(horizontal=True, vertical_alignment="center", wrap=False, key="notice"):
                in_browser.mark("notice", role="status")
                _say(self._notice)
        self._show_problem()

    def end(self) -> None:
        """Once the whole page is drawn: what went wrong meanwhile; shown messages aren't repeated."""
        self._show_problem()
        if session.notice() == self._notice:
            session.forget_notice()

    def _show_problem(self) -> None:
        problem = session.problem()
        if problem and problem != self._problem:
            self._problems.warning(escaped(problem))
        self._problem = problem


def _say(notice: session.Notice) -> None:
    if not notice.sentence:
        return
    st.markdown(escaped(notice.sentence), width="stretch")
    if notice.receipt_id:
        st.button("Undo", on_click=saving.undo, args=(notice.receipt_id,))
    if notice.draft_id:
        st.button("Bring it back", on_click=saving.bring_back, args=(notice.draft_id,))
    st.button("Close", key="close notice", type="tertiary")
