"""A backup in one file: saved with one click, looked into, and restored."""

from functools import partial

import streamlit as st

from lib.english import sentence_case
from lib.records.errors import AfterwordError
from lib.ui import session
from lib.ui.context import Context, clock, current_store
from lib.ui.data import locked_backup
from lib.ui.drafts import saving
from lib.ui.markdown import bulleted, escaped, marked
from lib.workflows.repairing.restoring import Restoring, backup_file, look_into, restore

_AT_ONCE = 12
_HEADINGS = {"gone": "Would come back", "different": "Would say what it said then", "new": "Would go"}
_UPLOAD = "backup upload"


def show(context: Context) -> None:
    """The file to keep, and the way back from one."""
    st.subheader("A backup of your own", anchor=False)
    st.write("All your data in one file. Keep it somewhere else: on a stick, or on another computer.")
    name = f"afterword-{context.today.isoformat()}.zip"
    made = partial(backup_file, context.store)  # only when asked
    st.download_button("Save a backup", made, name, "application/zip", key="backup", type="primary", on_click="ignore")
    locked_backup.show(context)
    st.subheader("Restore a backup", anchor=False)
    uploaded = st.file_uploader(
        "The zip of your backup. You see what would change first.",
        type=["zip"],
        key=f"{_UPLOAD} {session.widget_version(_UPLOAD)}",
        max_upload_size=200,
    )
    data = locked_backup.ask_passphrase(uploaded.file_id, uploaded.getvalue()) if uploaded else None
    if data is None:
        return
    try:
        found = look_into(context.store, context.loaded, data, context.today, context.dates)
    except AfterwordError as error:
        st.warning(escaped(error.sentence))
        return
    _preview(context, found)


def _preview(context: Context, found: Restoring) -> None:
    if found.changes_nothing:
        st.info("Your data is the same as this backup. There's nothing to restore.")
        return
    with st.container(border=True, key="restoring"):
        st.write("**What restoring would change**" if not context.workbook.is_empty else "**What it would bring back**")
        st.write(bulleted(found.lines))
        for kind, heading in _HEADINGS.items():
            _entries(heading, [entry.name for entry in found.entries.entries if entry.kind == kind])
        st.write("Today's files are backed up first, and you can undo it.")
        with st.container(horizontal=True):
            st.button("Restore it", key="restore", on_click=_restore, args=(found,))
            st.button("Cancel", key="leave", type="tertiary", on_click=_leave)


def _entries(heading: str, names: list[str]) -> None:
    if not names:
        return
    with st.expander(marked("{}: {}", heading, len(names))):
        shown = [sentence_case(name) for name in names[:_AT_ONCE]]
        more = len(names) - _AT_ONCE
        st.write(bulleted([*shown, f"and {more} more"] if more > 0 else shown))


def _restore(found: Restoring) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: restore(store, found, now), "Restored.")
    _leave()


def _leave() -> None:
    session.forget_files()
    session.reset_widget(_UPLOAD)
