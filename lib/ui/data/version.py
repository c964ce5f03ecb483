"""Which version the files are of, and what bringing older ones up to date would change."""

import streamlit as st

from lib.ui.visit import clock, current_store
from lib.records.errors import AfterwordError
from lib.ui.drafts import saving
from lib.ui.visit import Visit
from lib.ui.markdown import escaped
from lib.workflows import leaving


def show(visit: Visit) -> None:
    """The version, and for files of an earlier one the report of what would change, with the button that does it."""
    try:
        plan = leaving.what_would_change(visit.store)
    except AfterwordError:
        return  # what keeps the files from being read stands above
    if not plan.changes and not plan.version:
        return
    st.subheader("The version of your files", anchor=False)
    if not plan.changes:
        st.write(f"They are of version {escaped(plan.version)}, the one that Afterword writes today.")
        return
    st.write("They come from an earlier version. They can be used as they are; brought up to date,")
    st.write("\n".join(f"- {escaped(change)}" for change in plan.changes))
    st.write("No entry says anything else by it. A backup is made first, and you can undo it.")
    st.button("Bring them up to date", key="migrate", on_click=_migrate)


def _migrate() -> None:
    store, now = current_store(), clock()
    saving.run(lambda: leaving.bring_up_to_date(store, now), "Your files are up to date.")
