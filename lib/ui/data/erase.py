"""Moving the workbook elsewhere; erasing a person, or everything, after showing exactly what goes."""

from pathlib import Path

import streamlit as st

from lib.english import counted, one_line
from lib.store import OldCopy, is_folder_named
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, Context, current_store
from lib.ui.markdown import bulleted, escaped, marked
from lib.ui.shared import kept_recordings
from lib.workflows.entries.recordings import question_of
from lib.workflows.repairing import folder_maintenance


def show(context: Context) -> None:
    """The way into another folder, the way to forget a person, and the erasing of everything."""
    if session.is_sample():
        st.write("This is sample data. There's nothing to move or erase.")
        return
    _show_move(context)
    st.subheader("Forget a person", anchor=False)
    st.write("Removes their entry and their name from every text, draft and backup. Open them first:")
    routes.applications("people").link("The people you know")
    _recordings(context)
    _everything(context)


def _recordings(context: Context) -> None:
    """The recordings that were kept, those of questions that are gone too."""
    found = context.store.recordings.list()
    if not found:
        return
    st.subheader("Your recordings", anchor=False)
    total = kept_recordings.size(sum(one.size for one in found))
    with st.expander(
        marked("{}, {}", counted(len(found), "recording"), total), key="recordings", on_change="rerun"
    ) as listed:
        for one in found if listed.open else ():
            text = question_of(context.workbook, one) or "The question is gone"
            st.markdown(marked("**{}**", one_line(text, 120)))
            kept_recordings.show(context, (one,))


def _everything(context: Context) -> None:
    st.subheader("Erase everything", anchor=False)
    going = context.store.inventory()
    lines = folder_maintenance.sentences(going)
    if not lines:
        st.write("There's nothing of yours here yet.")
        return
    old = context.store.old_copy()
    moved = (f"The copy in your old folder ({len(old.files)} files)",) if old else ()
    st.write("You can't undo this, and no backup is made. It deletes:")
    st.write(bulleted((*lines, *moved)))
    if going.stays:
        st.write(escaped(f"Files that aren't Afterword's stay: {_few(going.stays)}."))
    st.write(
        "It can't reach copies that you made or sent, the history of a sync program, or traces that a disk keeps. "
        "To keep a copy, save the zip under Export first."
    )
    with st.form("erase form", border=False):
        st.text_input(f"Type “{folder_maintenance.WORD}” to confirm", key="erase word", autocomplete="off")
        st.form_submit_button("Erase everything", on_click=_erase)


def _erase() -> None:
    store, word = current_store(), str(st.session_state["erase word"])
    gone = folder_maintenance.erase_everything(store, OPEN_DRAFTS, word)
    session.forget_everything()
    stays = f" Left in the folder, not Afterword's: {_few(gone.stays)}." if gone.stays else ""
    session.set_notice(f"Everything is erased: {', '.join(folder_maintenance.sentences(gone))}.{stays}")


_NAMED = 5


def _show_move(context: Context) -> None:
    """The way into another folder, and what an earlier move left behind."""
    st.subheader("Move to another folder", anchor=False)
    if old := context.store.old_copy():
        _old(old)
    if is_folder_named():
        st.write("AFTERWORD_DATA sets this folder. To move, copy the folder yourself and change AFTERWORD_DATA.")
        return
    st.write(
        "Your files, drafts and backups are copied and compared. Then Afterword uses the new folder. The old one stays "
        "until you remove it."
    )
    with st.form("move form", border=False):
        st.text_input("Full path of a new or empty folder", key="move to", placeholder=str(Path.home() / "search"))
        st.form_submit_button("Move there", on_click=_move)


def _old(old: OldCopy) -> None:
    with st.container(border=True, key="old_copy"):
        st.write(marked("Your old folder still has a copy of {}, backups included:", counted(len(old.files), "file")))
        st.code(str(old.folder), language=None, wrap_lines=True)
        with st.popover("Remove the old copy", key="remove old"):
            st.write("Only files that are exactly what was copied go. Anything else in that folder stays.")
            st.button("Yes, remove it", key="yes remove old", on_click=_remove_old)


def _move() -> None:
    store = current_store()
    went = folder_maintenance.move_to(store, str(st.session_state["move to"]))
    session.clear_problem()
    left = f" Left there, because they are not the workbook's: {_few(went.stays)}." if went.stays else ""
    session.set_notice(
        f"Moved, every byte compared: {counted(len(went.all), 'file')}. The old folder is as it was.{left}"
    )


def _remove_old() -> None:
    store = current_store()
    gone = store.remove_old_copy()
    session.clear_problem()
    session.set_notice(f"The old copy is gone: {counted(gone, 'file')}.")


def _few(names: tuple[str, ...]) -> str:
    """The first few names, and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"
