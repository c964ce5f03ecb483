"""Taking everything out."""

import streamlit as st

from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """Where the files lie, which can be copied as they are."""
    st.write("Your entries are plain CSV files. They can be copied from this folder as they are:")
    st.code(str(visit.store.folder), language=None, wrap_lines=True)
