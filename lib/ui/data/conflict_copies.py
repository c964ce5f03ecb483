"""A conflict copy beside its file: what differs, entry by entry, and the choice between the two."""

import streamlit as st

from lib.dates import DateStyle
from lib.records.errors import AfterwordError
from lib.store import Problem
from lib.ui import routes
from lib.ui.context import Context, clock, current_store
from lib.ui.data.entry_changes import show_entry
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.workflows.repairing import conflict_copies
from lib.workflows.repairing.conflict_copies import ConflictPair, KeptSide

_HEADINGS = {"gone": "Only in the copy", "different": "In both, and different", "new": "Only in the file"}


def show(context: Context, problem: Problem) -> None:
    """Both versions, and one button for each."""
    try:
        found = conflict_copies.pair(context.store, context.loaded, problem.file, context.today, context.dates)
    except AfterwordError as error:
        st.warning(escaped(error.sentence))
        return
    if found is None:
        st.write("It is a copy of no file that the workbook knows, so it is left alone. Delete it where it lies:")
        st.code(str(context.store.folder / problem.file), language=None, wrap_lines=True)
        return
    _differences(found, context.dates)
    _choice(found)


def _differences(found: ConflictPair, dates: DateStyle) -> None:
    if found.unreadable:
        st.write(marked("The copy can't be read: {} You can put it away or leave it.", found.unreadable))
        return
    if found.difference.unread:
        st.write(marked("{} itself cannot be read at present, so the two cannot be laid side by side.", found.file))
        return
    if not found.difference.entries:
        st.write("Both hold the same entries.")
    for kind, heading in _HEADINGS.items():
        entries = [entry for entry in found.difference.entries if entry.kind == kind]
        if entries:
            st.write(marked("**{}**", heading))
        for entry in entries:
            show_entry(entry, ("In the copy", "In the file"), dates)


def _choice(found: ConflictPair) -> None:
    st.write("The one that you do not choose is kept in the backups, where it can be laid out again.")
    with st.container(horizontal=True, key="sides"):
        _button(found, "file", f"Keep {found.file}")
        if not found.unreadable:
            _button(found, "copy", "Take the copy instead")


def _button(found: ConflictPair, side: KeptSide, label: str) -> None:
    st.button(escaped(label), key=f"keep {side}", on_click=_choose, args=(found.copy, side))


def _choose(copy: str, side: KeptSide) -> None:
    store, now = current_store(), clock()
    sentence = "The file stays as it is." if side == "file" else "The copy has replaced the file."
    saving.run(lambda: conflict_copies.choose(store, copy, side, now), f"{sentence} The other is in the backups.")
    routes.close()
