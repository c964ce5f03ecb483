"""The frame around every page: the guard, the navigation, what is said on top, and the one edge for errors."""

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import streamlit as st

from lib.store import own_folder
from lib.ui import menu, places, session
from lib.ui.drafts import driver, problem, saving
from lib.ui.markdown import escaped
from lib.ui.shared import trouble
from lib.ui.streamlit_internals import page_asked_for_too_early
from lib.ui.visit import recovered, this_visit

ICON = Path(__file__).with_name("icon.png")
STYLE = Path(__file__).with_name("page.css")
KEEPING = Path(__file__).with_name("keeping.js").read_text("utf-8")


def show() -> None:
    """One run of the app: the guard, the menu, what is above every page, and the page."""
    guard()
    page = navigation()
    top()
    run(page)


def guard() -> None:
    """Show no data on a server that others can reach, unless the person has said that they want it so."""
    if _is_loopback(st.get_option("server.address") or "") or os.environ.get("AFTERWORD_ALLOW_NETWORK") == "yes":
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


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def navigation() -> Any:
    """The menu; returns the page that is open. An old address leads on to the page's new one.

    The icon of the browser's tab is set before the menu: otherwise Streamlit sets the page's own, from a font server.
    """
    st.set_page_config(page_title="Afterword", page_icon=str(ICON), layout="centered")
    _open_again_on_the_first_run()
    page = menu.show()
    st.set_page_config(page_title=f"{page.title} · Afterword")
    return page


def _open_again_on_the_first_run() -> None:
    name = page_asked_for_too_early()
    if re.fullmatch("[a-z_]+", name):
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
    """Run the page; the last act's problem is said on top where the page has no place for it."""
    session.come_to(page.url_path)
    st.html(f"<script>{KEEPING}</script>", unsafe_allow_javascript=True)
    with st.container():
        slot = st.container()
    page.run()
    with slot:
        problem.show()


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
            st.button("Bring it back", on_click=driver.bring_back, args=(draft_id,))
