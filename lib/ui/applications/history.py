"""The dated entries of the search: how an application went, with buttons to correct each."""

from collections.abc import Collection

import streamlit as st

from lib.records.activity import Activity
from lib.records.application import Application
from lib.records.history import status_of
from lib.records.labels import cell_label
from lib.ui.applications import entry_form
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import marked
from lib.workflows.drafts.record_removal import remove_record


def show(context: Context, history: Collection[Activity]) -> None:
    """The changes of an application's status, oldest first."""
    for row in history:
        moved_to = cell_label(Application, "status", status_of(row))
        words = marked("{}  \n:gray[{}]", moved_to, context.dates.spoken_day(row.on, context.today))
        with st.container(horizontal=True, vertical_alignment="center", key=f"activity_{row.id}"):
            st.markdown(words, width="stretch")
            with st.container(horizontal=True, width="content"):
                correct_or_delete(row, "activity")


def correct_or_delete(row: Activity, form: str) -> None:
    """Edit or delete an entry."""
    st.button("Edit", key=f"edit {row.id}", type="tertiary", on_click=entry_form.begin, args=(form, row.id))
    st.button("Delete", key=f"delete {row.id}", type="tertiary", on_click=_delete, args=(row.id,))


def _delete(activity_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: remove_record(store, "activity", activity_id, now), "The entry is deleted.")
