"""The views of one page: a switch on top, and the one that the address names below it."""

from collections.abc import Callable, Mapping

import streamlit as st

from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import SafeText

Views = Mapping[str, tuple[SafeText, Callable[[Context], None]]]
"""The views by their word in the address: the name on the switch, and what shows it. The first one is the usual one."""


def show(context: Context, views: Views, page: str, usual: str = "") -> None:
    """The switch, and the chosen view; ``page`` names the switch among those of other pages, and ``usual`` the view if
    the address names none, by default the first."""
    key, wanted = f"{page} view", st.query_params.get("view", "")
    view = wanted if wanted in views else usual or next(iter(views))
    st.session_state[key] = view
    st.pills(
        "What to look at",
        list(views),
        key=key,
        format_func=lambda word: views[word][0],
        required=True,
        on_change=_turn,
        args=(key,),
        label_visibility="collapsed",
    )
    views[view][1](context)


def _turn(key: str) -> None:
    routes.set_query(view=st.session_state[key])
