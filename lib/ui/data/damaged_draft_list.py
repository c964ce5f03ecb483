"""Drafts that cannot be used as they are: what can still be read of each, to repair it by or to copy."""

import streamlit as st

from lib.english import one_line
from lib.ui import session
from lib.ui.context import Context, clock, current_store
from lib.ui.markdown import marked
from lib.workflows.repairing import damaged_drafts
from lib.workflows.repairing.damaged_drafts import DamagedDraft

_AT_ONCE = 12


def show(context: Context) -> None:
    """A card for each of them."""
    for damaged in damaged_drafts.damaged_drafts(context.store):
        with st.container(border=True, key=f"damaged_{damaged.name}"):
            _card(damaged)


def _card(damaged: DamagedDraft) -> None:
    st.markdown(
        marked(
            "**{}**  \nIt's in .afterword/drafts, and isn't used. {}",
            f"The draft {damaged.name} is damaged",
            _state(damaged),
        )
    )
    if damaged.words:
        with st.expander("What can still be read"):
            for words in damaged.words[:_AT_ONCE]:
                st.text(one_line(words, 400))
    with st.container(horizontal=True):
        if damaged.draft:
            st.button("Repair the draft", key=f"repair {damaged.name}", on_click=_repair, args=(damaged.name,))
        st.button("Discard the draft", key=f"drop {damaged.name}", on_click=_discard, args=(damaged.name,))


def _state(damaged: DamagedDraft) -> str:
    if damaged.draft:
        return "Repairing keeps what can still be read. Check it before you save."
    return "It can't be repaired, but you can copy its words." if damaged.words else "None of its words can be read."


def _repair(name: str) -> None:
    damaged_drafts.repair(current_store(), name, clock())
    session.clear_problem()
    session.set_notice("The draft is repaired. You find it on Today.")


def _discard(name: str) -> None:
    damaged_drafts.discard(current_store(), name, clock())
    session.clear_problem()
    session.set_notice("The damaged draft is put aside, in .afterword/discarded.")
