"""Two versions of an entry side by side, when it was changed here and elsewhere."""

import streamlit as st

from lib.records.labels import is_word, label
from lib.ui import session
from lib.ui.drafts import saving
from lib.ui.markdown import escaped


def show_differences(name: str, saved: str) -> None:
    """Mine and theirs for each field that both changed, and the choice between them; nothing where all agrees."""
    differences = session.differences(name)
    if not differences:
        return
    with st.container(border=True, key="differences"):
        st.subheader("Changed here and elsewhere", anchor=False)
        for field, mine, theirs in differences:
            st.write(f"**{escaped(_field_words(field))}**")
            here, there = st.columns(2)
            with here:
                st.caption("Here, not saved yet")
                st.text(_value_words(mine))
            with there:
                st.caption("In the workbook now")
                st.text(_value_words(theirs))
        with st.container(horizontal=True):
            st.button("Save mine over it", key="save over", on_click=saving.save_over, args=(name, saved))
            st.button("Keep theirs, set mine aside", key="keep theirs", on_click=saving.set_aside, args=(name,))


def _field_words(field: str) -> str:
    return field.rpartition(".")[2].replace("_", " ")


def _value_words(value: str) -> str:
    return (label(value) if is_word(value) else value) or "(empty)"
