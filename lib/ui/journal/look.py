"""The looks of the journal that the theme can't give."""

import streamlit as st

from lib.ui.markup import own_file, style

STYLE = own_file("journal/journal.css")


def lay() -> None:
    """Lay the journal's style sheet into the page."""
    st.html(style(STYLE))
