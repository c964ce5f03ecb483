"""The person's voice: recorded while they try an answer, played back, and gone with the page unless it is kept."""

from datetime import datetime

import streamlit as st

from lib.english import counted
from lib.practice.cards import Card
from lib.practice.wav import seconds_in
from lib.ui import session
from lib.ui.context import Context, current_store
from lib.ui.markdown import marked
from lib.ui.shared import kept_recordings
from lib.workflows.entries.recordings import recorded_id, recordings_of


def ask(context: Context, card: Card, position: int, shown_at: str) -> None:
    """The recorder for one try, and what was recorded. Another place or moment is another try.

    It keeps its place on the page when the best answer comes beside it, so the recording stays.
    """
    key = f"recording {position} {shown_at}"
    recorded = st.audio_input("Record yourself (optional)", key=key)
    if not recorded:
        return
    data, at = recorded.getvalue(), datetime.fromisoformat(shown_at)
    is_kept = context.store.recordings.is_kept(recorded_id(card), at, data)
    stays = "Kept with your data." if is_kept else "Gone when you go on."
    st.caption(marked("You spoke for {}. {}", counted(seconds_in(data), "second"), stays))
    if not is_kept:
        st.button(
            marked("Keep this recording ({})", kept_recordings.size(len(data))),
            key="keep recording",
            type="tertiary",
            on_click=_keep,
            args=(recorded_id(card), at, key),
        )


def _keep(record_id: str, at: datetime, key: str) -> None:
    recorded = st.session_state.get(key)
    if recorded:
        current_store().recordings.keep(record_id, at, recorded.getvalue())
        session.clear_problem()
        session.set_notice("Saved. You find it on the question's page.")


def show_kept(context: Context, card: Card) -> None:
    """The recordings of a question that were kept, folded away."""
    found = recordings_of(card, context.store.recordings.list())
    if not found:
        return
    with st.expander(marked("Your recordings ({})", len(found)), key="kept recordings", on_change="rerun") as kept:
        if kept.open:
            kept_recordings.show(context, found)
