"""The frame around every page: the guard, the navigation, what is said on top, and the one edge for errors."""

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit import net_util
from streamlit.elements import exception
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lib.records.errors import AfterwordError
from lib.store import own_folder
from lib.ui import places, session
from lib.ui.drafts import problem, saving
from lib.ui.markdown import escaped
from lib.ui.shared import trouble
from lib.ui.visit import recovered, this_visit

ICON = Path(__file__).with_name("icon.png")
STYLE = Path(__file__).with_name("page.css")
KEEPING = Path(__file__).with_name("keeping.js").read_text("utf-8")


_CRASHED = (
    "Something in Afterword itself went wrong, so this page stops here. Everything that was kept is as it was. Please "
    "reload the page. If it comes again, the terminal in which Afterword runs says what happened."
)


def guard() -> None:
    """Show no data on a server that others can reach, unless the person has said that they want it so."""
    # Streamlit's own words for an error that nobody expected send the person to a service that they do not use.
    exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT = _CRASHED  # type: ignore[misc]
    address = st.get_option("server.address") or ""
    if _is_loopback(address):
        _stay_at_home()
        return
    if os.environ.get("AFTERWORD_ALLOW_NETWORK") == "yes":
        return
    st.set_page_config(page_title="Afterword", page_icon=str(ICON))
    st.title("Not shown here")
    st.write(
        "This server may be reached from other machines, so Afterword shows none of your entries. "
        "Nothing was changed. Stop it, and start it in its own folder, where its settings lie:"
    )
    st.code("streamlit run app.py", language=None)
    st.write("If you mean it to be reached by others, set AFTERWORD_ALLOW_NETWORK=yes before you start it.")
    st.stop()


def _stay_at_home() -> None:
    """Before Streamlit turns away a page from elsewhere that asks for a session, it looks up this machine's outer
    address at a service on the network. On the loopback interface there is none that it could be: no need to ask.
    """
    net_util._external_ip = net_util._internal_ip = "127.0.0.1"


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def navigation() -> Any:
    """The menu; returns the page that is open."""
    st.set_page_config(page_title="Afterword", page_icon=str(ICON), layout="centered")
    _open_anew_on_the_first_run()
    pages = {
        "Afterword": [
            st.Page(places.TODAY, title="Today", default=True),
            st.Page(places.DEBRIEF, title="Debrief"),
            st.Page(places.JOURNAL, title="Journal"),
            st.Page(places.FOLLOW_UP, title="Follow-up"),
            st.Page(places.PROGRESS, title="Learn"),
        ],
        "More": [
            st.Page(places.PRACTICE, title="Practice"),
            st.Page(places.APPLICATIONS, title="Search"),
            st.Page(places.DECIDE, title="Decide"),
            st.Page(places.DATA, title="Data"),
            st.Page(places.SETTINGS, title="Settings"),
        ],
    }
    return st.navigation(pages)


def _open_anew_on_the_first_run() -> None:
    """On a server's first run Streamlit takes pages/ for pages of its own making and, at any address but the first,
    lays 'Page not found' over the page that it then finds after all. Opened anew, the address is known.
    """
    context = get_script_run_ctx()
    name = context.pages_manager.intended_page_name if context else ""
    if PagesManager.uses_pages_directory and re.fullmatch("[a-z_]+", name or ""):
        PagesManager.uses_pages_directory = False
        turn = f"window.location.replace('/{name}' + window.location.search)"
        st.html(f"<script>{turn}</script>", unsafe_allow_javascript=True)
        st.stop()


def top() -> None:
    """What stands above every page: the sample's banner, what the store found, and what the last act left to say.

    Each has its place even when empty: the fields below must not move while somebody types in them.
    """
    session.begin_run()
    session.keep_workbook_in_address()
    st.html(STYLE)
    recovery = recovered(own_folder())
    with st.container():
        if session.is_sample():
            _sample_banner()
        elif recovery:
            st.info(escaped(recovery))
        trouble.show(this_visit())
    with st.container():
        _said()


def run(page: Any) -> None:
    """Run the page; an error that a person can meet becomes its sentence, on top where the page has no place for it."""
    session.come_to(page.url_path)
    slot = st.container()
    try:
        page.run()
    except AfterwordError as error:
        st.warning(escaped(error.sentence))
    with slot:
        problem.show()
    st.html(f"<script>{KEEPING}</script>", unsafe_allow_javascript=True)


def _sample_banner() -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="sample_banner"):
        st.markdown("**The sample workbook.** Nothing here is yours, or kept.", width="stretch")
        st.button("Back to my own workbook", on_click=_leave_sample)


def _leave_sample() -> None:
    session.choose_workbook("own")
    places.close()


def _said() -> None:
    sentence, receipt_id, draft_id = session.said(), session.undo_offered(), session.draft_back_offered()
    if not sentence:
        return
    seen = 'document.querySelector(".st-key-said")?.scrollIntoView({ block: "nearest" })'
    st.html(f"<script>/* run {session.run()} */ {seen}</script>", unsafe_allow_javascript=True)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="said"):
        st.write(escaped(sentence))
        if receipt_id:
            st.button("Undo", on_click=saving.undo, args=(receipt_id,))
        if draft_id:
            st.button("Bring it back", on_click=saving.bring_back, args=(draft_id,))
