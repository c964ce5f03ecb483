"""A bare Streamlit app: the pages of a recording, each shown from constant messages, with nothing worked out.

``benchmarks.pages`` records what the workbook's pages send to the browser, and measures this app as the floor.
"""

import os
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx


@cache
def recorded() -> dict[str, tuple[str, str, list[bytes]]]:
    """By the page's address: its place in the menu, its title, and its messages."""
    pages: dict[str, tuple[str, str, list[bytes]]] = pickle.loads(Path(os.environ["RECORDING"]).read_bytes())
    return pages


def shows(messages: list[bytes], name: str) -> Callable[[], None]:
    def show() -> None:
        context = get_script_run_ctx()
        for message in messages if context else ():
            context.enqueue(ForwardMsg.FromString(message))

    show.__name__ = name or "start"
    return show


st.set_page_config(page_title="Bare", layout="centered")
menu: dict[str, list[object]] = {}
for address, (section, title, messages) in recorded().items():
    page = st.Page(shows(messages, address), title=title, url_path=address, default=not address)
    menu.setdefault(section, []).append(page)
st.navigation(menu).run()
