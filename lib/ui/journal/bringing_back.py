"""What was changed or deleted lately and can be taken back."""

import streamlit as st

from lib.records.days import spoken_moment
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.visit import Visit


def show(visit: Visit) -> None:
    """A line with an undo for each change that can be taken back, newest first."""
    entries = visit.store.undoable()
    if not entries:
        return
    with st.expander("Deleted or changed lately"):
        for entry in entries[:10]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"undo_{entry.receipt_id}"):
                when = spoken_moment(entry.at.astimezone(visit.zone), visit.today)
                st.write(f"{escaped(entry.label)}, {when}")
                st.space("stretch")
                st.button("Undo", key=f"undo {entry.receipt_id}", on_click=saving.undo, args=(entry.receipt_id,))
