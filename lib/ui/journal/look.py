"""The looks of the journal that the theme can't give."""

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("journal.css").read_text("utf-8")


def lay() -> None:
    """Lay the journal's style sheet into the page."""
    st.html(f"<style>{STYLE}</style>")
