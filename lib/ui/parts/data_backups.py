"""The backups: a file of one's own, and those that Afterword keeps by itself."""

import streamlit as st

from lib.ui.parts import data_restore
from lib.ui.wiring import Visit


def show(visit: Visit) -> None:
    """The backup in one file, and where the automatic ones lie."""
    data_restore.show(visit)
    st.write("Earlier states of your files are kept in this folder:")
    st.code(str(visit.store.home), language=None, wrap_lines=True)
