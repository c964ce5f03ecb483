"""The looks of the Applications page that the theme can't give."""

import streamlit as st

from lib.ui.markup import own_file, style

STYLE = own_file("applications/applications.css")


def lay() -> None:
    """Lay the page's style sheet into it."""
    st.html(style(STYLE))
