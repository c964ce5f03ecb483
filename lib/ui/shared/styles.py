"""A page's own style sheet, for the looks that the theme can't give."""

from typing import LiteralString

import streamlit as st

from lib.ui.markup import own_file, style


def lay(name: LiteralString) -> None:
    """Lay that style sheet of this package into the page."""
    st.html(style(own_file(name)))
