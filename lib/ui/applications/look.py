"""The looks of the Applications page that the theme can't give."""

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("applications.css").read_text("utf-8")


def lay() -> None:
    """Lay the page's style sheet into it."""
    st.html(f"<style>{STYLE}</style>")
