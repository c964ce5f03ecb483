"""How an answer feels: asked after it, and kept with the decision."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from lib.records.labels import label
from lib.records.vocabulary import Gut, words
from lib.ui.decide import decision_form
from lib.ui.markdown import SafeText, escaped

QUESTION: Final = "How does that feel?"
_KEY = "gut"
_SAYS: Final[Mapping[str, SafeText]] = {
    "relieved": "That's worth as much as the numbers.",
    "disappointed": "Then something you want may be missing from your scores. What is it?",
    "neither": "Fine. Sleep on it.",
}


def show(application_id: str, reasons: str = "") -> None:
    """The question, and once it is answered the way to the decision about that application."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="gut_check"):
        st.markdown(QUESTION, width="content")
        felt = st.pills(
            QUESTION, words(Gut), key=_KEY, format_func=lambda word: escaped(label(word)), label_visibility="collapsed"
        )
        if felt:
            st.caption(_SAYS[felt], width="content")
    if application_id:
        st.button(
            "Write down a decision", type="primary", key="decide", on_click=_begin, args=(application_id, reasons)
        )


def _begin(application_id: str, reasons: str) -> None:
    felt = st.session_state.get(_KEY) or ""
    known = {"application_id": application_id, "gut": felt, "reasons": reasons}
    decision_form.begin("decision", **{name: words for name, words in known.items() if words})
