"""My own name, asked for where a message needs it and in the settings."""

import streamlit as st

from lib.ui.context import clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText
from lib.workflows.entries.preferences import set_setting

_KEY = "setting name"


def ask(label: SafeText, known: str = "") -> None:
    """The name to sign with; it is kept as soon as it is typed."""
    st.session_state.setdefault(_KEY, known)
    st.text_input(label, key=_KEY, on_change=_keep)


def _keep() -> None:
    name, store, now = str(st.session_state[_KEY]), current_store(), clock()
    saving.run(lambda: set_setting(store, "name", name, now), "Saved.")
