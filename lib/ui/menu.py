"""The menu: every page with its name and icon, the way to a page's start, the shortcuts, and the old addresses."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from markupsafe import Markup

from lib.ui import keys, routes, session

_FORGOTTEN: Mapping[str, tuple[str, ...]] = {
    "journal": ("journal text",),
    "applications": ("search text", "search statuses", "search more"),
    "practice": ("sitting",),
}
"""By page: what its tab remembers without the address, and what its start is without: a sitting, filters."""


def show() -> Any:
    """The menu; returns the page that is open, or leaves for it if the address is an old one."""
    main = [
        st.Page(routes.TODAY, title="Today", icon=":material/today:", default=True),
        st.Page(routes.DEBRIEF, title="Debrief", icon=":material/edit_note:"),
        st.Page(routes.JOURNAL, title="Journal", icon=":material/menu_book:"),
        st.Page(routes.PROGRESS, title="Progress", icon=":material/monitoring:"),
        st.Page(routes.FOLLOW_UP, title="Follow-up", icon=":material/outgoing_mail:"),
    ]
    more = [
        st.Page(routes.PRACTICE, title="Practice", icon=":material/exercise:"),
        st.Page(routes.APPLICATIONS, title="Applications", icon=":material/work:"),
        st.Page(routes.DECIDE, title="Decide", icon=":material/balance:"),
        st.Page(routes.DATA, title="Your data", icon=":material/database:"),
        st.Page(routes.SETTINGS, title="Settings", icon=":material/settings:"),
    ]
    moved = [st.Page(_nothing, title=old, url_path=old, visibility="hidden") for old in routes.OLD_ADDRESSES]
    page = st.navigation({"Afterword": [*main, *moved], "More": more})
    if page.url_path in routes.OLD_ADDRESSES:
        st.switch_page(routes.OLD_ADDRESSES[page.url_path], query_params=st.query_params.to_dict())
    return page


def _nothing() -> None:
    """A page that is left before it runs."""


def shortcuts() -> None:
    """The entry below the menu that opens the list of keyboard shortcuts; the key ? presses it too."""
    if st.sidebar.button("Keyboard shortcuts", key="shortcuts", type="tertiary", icon=":material/keyboard:"):
        _list_of_keys()


@st.dialog("Keyboard shortcuts")
def _list_of_keys() -> None:
    for place, pairs in keys.SHORTCUTS.items():
        rows = (Markup("<dt><kbd>{}</kbd></dt><dd>{}</dd>").format(key, does) for key, does in pairs.items())
        whole = Markup('<h3 class="afterword-keys">{}</h3><dl class="afterword-keys">{}</dl>')
        st.html(whole.format(place, Markup("").join(rows)))


def start_of(page: str) -> None:
    """The button that the script presses in place of the open page's entry in the menu; nobody sees it."""
    st.button("Start of this page", key="start of page", on_click=_start, args=(page,))


def _start(page: str) -> None:
    """Lead to the page's start: the address is empty otherwise, and so are filters. Drafts are on the disk."""
    from lib.ui.drafts.field_sync import sync_all_widgets  # the menu is drawn before it is loaded

    sync_all_widgets()
    routes.reset()
    session.clear_problem()
    for key in _FORGOTTEN.get(page, ()):
        session.clear_value(key)
