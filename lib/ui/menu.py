"""The menu: every page with its name and icon, and the old addresses that lead to a page's new one."""

from typing import Any

import streamlit as st

from lib.ui import places


def show() -> Any:
    """The menu; returns the page that is open, or leaves for it where the address is an old one."""
    main = [
        st.Page(places.TODAY, title="Today", icon=":material/today:", default=True),
        st.Page(places.DEBRIEF, title="Debrief", icon=":material/edit_note:"),
        st.Page(places.JOURNAL, title="Journal", icon=":material/menu_book:"),
        st.Page(places.PROGRESS, title="Progress", icon=":material/monitoring:"),
        st.Page(places.FOLLOW_UP, title="Follow-up", icon=":material/outgoing_mail:"),
    ]
    more = [
        st.Page(places.PRACTICE, title="Practice", icon=":material/exercise:"),
        st.Page(places.APPLICATIONS, title="Applications", icon=":material/work:"),
        st.Page(places.DECIDE, title="Decide", icon=":material/balance:"),
        st.Page(places.DATA, title="Your data", icon=":material/database:"),
        st.Page(places.SETTINGS, title="Settings", icon=":material/settings:"),
    ]
    moved = [st.Page(_nothing, title=old, url_path=old, visibility="hidden") for old in places.MOVED]
    page = st.navigation({"Afterword": [*main, *moved], "More": more})
    if page.url_path in places.MOVED:
        st.switch_page(places.MOVED[page.url_path], query_params=st.query_params.to_dict())
    return page


def _nothing() -> None:
    """A page that is left before it runs."""
