"""The person's voice: recorded while they try an answer, played back, and gone with the page."""

import streamlit as st

from lib.english import counted
from lib.practice.wav import seconds_in


def ask(shown: str) -> None:
    """The recorder for one try, and what was recorded. ``shown`` is another one for another try.

    It keeps its place on the page when the best answer comes beside it, so the recording stays.
    """
    recorded = st.audio_input("Record yourself (optional)", key=f"recording {shown}")
    if recorded:
        st.caption(f"You spoke for {counted(seconds_in(recorded.getvalue()), 'second')}. Gone when you go on.")
