"""The details behind the first screen: a link to each, and the page of one."""

import streamlit as st

from lib.ui import routes
from lib.ui.context import Context
from lib.ui.shared import breadcrumbs
from lib.ui.shared.views import Views


def show_links(views: Views) -> None:
    """A button to each of the details."""
    with st.container(horizontal=True, key="progress_details"):
        for view, (name, _) in views.items():
            st.button(name, key=f"detail {view}", on_click=_turn, args=(view,))


def show_one(context: Context, views: Views, view: str) -> None:
    """One of them, below its breadcrumbs."""
    name, shows = views[view]
    breadcrumbs.show("Progress", here=name, back=_back)
    shows(context)


def _turn(view: str) -> None:
    routes.set_query(view=view)


def _back() -> None:
    routes.set_query(view="")
