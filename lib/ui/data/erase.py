"""Moving the workbook elsewhere; erasing a person, or everything, after saying exactly what goes."""

import streamlit as st

from lib.ui import places
from lib.ui.visit import DESK, current_store
from lib.records.errors import AfterwordError
from lib.ui import session
from lib.ui.data import move
from lib.ui.visit import Visit
from lib.ui.markdown import escaped
from lib.workflows import leaving



def show(visit: Visit) -> None:
    """The way into another folder, the way to forget a person, and the erasing of everything."""
    if session.is_sample():
        st.write("The sample workbook is a copy that goes with the server. There is nothing to move or to erase.")
        return
    move.show(visit)
    st.subheader("Forget a person", anchor=False)
    st.write("Their entry, what they were asked for, and their name in every text, draft and backup. Open them first:")
    places.applications("people").link("The people you know")
    _everything(visit)


def _everything(visit: Visit) -> None:
    st.subheader("Erase everything", anchor=False)
    going = visit.store.inventory()
    lines = leaving.sentences(going)
    if not lines:
        st.write("There is nothing of yours here yet.")
        return
    old = visit.store.old_copy()
    moved = (f"The copy in the folder of before the move ({len(old.files)} files)",) if old else ()
    st.write("This cannot be undone, and no backup is made. It removes, for good:")
    st.write("\n".join(f"- {escaped(line)}" for line in (*lines, *moved)))
    if going.stays:
        st.write(escaped(f"What Afterword does not know stays in the folder: {move.named(going.stays)}."))
    st.write(
        "Out of its reach are copies that you made or sent, the history of a sync program, and traces that a disk "
        "keeps of what was deleted. If you want to keep a copy, take everything out first."
    )
    with st.form("erase form", border=False):
        st.text_input(f"Type “{leaving.WORD}” to confirm", key="erase word", autocomplete="off")
        st.form_submit_button("Erase everything", on_click=_erase)


def _erase() -> None:
    store, word = current_store(), str(st.session_state["erase word"])
    try:
        gone = leaving.erase_everything(store, DESK, word)
    except AfterwordError as error:
        session.report_problem(error.sentence)
        return
    session.forget_everything()
    stays = f" Left in the folder, not Afterword's: {move.named(gone.stays)}." if gone.stays else ""
    session.say(f"Everything is erased: {', '.join(leaving.sentences(gone))}.{stays}")
