"""Recordings that were kept: played, and deleted for good."""

from collections.abc import Iterable

import streamlit as st

from lib.english import counted, sentence_case
from lib.practice.wav import seconds_in
from lib.store import Recording
from lib.ui import session
from lib.ui.context import Context, current_store
from lib.ui.markdown import marked


def show(context: Context, recordings: Iterable[Recording]) -> None:
    """Each with its day, its length and its size."""
    for one in recordings:
        data = context.store.recordings.content(one.name)
        if data is None:
            continue
        when = sentence_case(context.spoken_moment(one.at))
        with st.container(key=f"recording_{one.name}", gap="small"):
            st.markdown(marked("{} · {} · {}", when, counted(seconds_in(data), "second"), size(one.size)))
            st.audio(data, format="audio/wav", alt=f"Recording, {when}")
            with st.popover("Delete …", key=f"ask to delete {one.name}"):
                st.write("Delete this recording? You can't undo this.")
                st.button("Yes, delete it", key=f"delete {one.name}", on_click=_remove, args=(one.name,))


def size(number: int) -> str:
    """'1.5 MB', '90 kB'."""
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{max(1, round(number / 1000))} kB"


def _remove(name: str) -> None:
    current_store().recordings.remove((name,))
    session.clear_problem()
    session.set_notice("The recording is deleted.")
