"""The link to join an interview, where what was noted is an address of the web."""

import re

import streamlit as st

from lib.records.interview import Interview

_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)


def is_address(link: str) -> bool:
    """Whether the words are an address that a browser opens, and nothing else."""
    return _ADDRESS.fullmatch(link.strip()) is not None


def show(interview: Interview) -> None:
    """A button that opens the link in a new tab; nothing if there is none."""
    if is_address(interview.link):
        st.link_button("Open the link", interview.link.strip(), icon=":material/open_in_new:")
