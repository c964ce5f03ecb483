"""The data folder is gone, as with a drive that isn't plugged in: show that, and create nothing in its place."""

from pathlib import Path

import streamlit as st

from lib.store import is_folder_named
from lib.ui import session
from lib.ui.context import Context, clock, current_store
from lib.ui.markdown import escaped
from lib.workflows.repairing import missing_folder

_AT_MOST = 20
_PLACEHOLDER = str(Path.home() / "search")


def show(context: Context) -> None:
    """What is missing, and the ways to have the workbook again. No page is shown below it."""
    st.title("Your data folder isn't there", anchor=False)
    if problem := session.problem():
        st.warning(escaped(problem))
    st.code(str(context.store.folder), language=None, wrap_lines=True)
    st.write(
        "Afterword saved here before, and now the folder is gone or empty. Maybe its drive isn't plugged in, or the "
        "folder was renamed or moved. Nothing was changed, and nothing is written there."
    )
    st.button("Look again", key="look again", type="primary", on_click=session.clear_problem)
    if is_folder_named():
        st.write("The folder is set in AFTERWORD_DATA. To use another one, change it there and start Afterword again.")
    else:
        _another_folder()
    _from_backup(context)
    with st.popover("Start with an empty workbook", type="tertiary", key="begin anew"):
        st.write("This makes an empty workbook in that folder. Your backups stay.")
        st.button("Yes, start empty", key="yes begin anew", on_click=_begin_anew)


def _another_folder() -> None:
    st.subheader("Use another folder", anchor=False)
    with st.form("folder form", border=False):
        st.text_input("Full path of the folder with your files", key="use folder", placeholder=_PLACEHOLDER)
        st.form_submit_button("Use this folder", on_click=_use)


def _from_backup(context: Context) -> None:
    backups = context.store.backups.list()[:_AT_MOST]
    if not backups:
        return
    st.subheader("Restore a backup into a new folder", anchor=False)
    times = {backup.id: context.spoken_moment(backup.at) for backup in backups}
    with st.form("backup form", border=False):
        st.selectbox("Backup", list(times), format_func=lambda each: times[each], key="backup to lay out")
        st.text_input("Full path of a new or empty folder", key="lay out in", placeholder=_PLACEHOLDER)
        st.form_submit_button("Restore the backup", on_click=_lay_out)


def _use() -> None:
    missing_folder.use_folder(current_store(), str(st.session_state["use folder"]))
    session.forget_everything()


def _lay_out() -> None:
    backup_id, folder = str(st.session_state["backup to lay out"]), str(st.session_state["lay out in"])
    missing_folder.lay_out_backup(current_store(), backup_id, folder, clock())
    session.forget_everything()
    if is_folder_named():
        session.set_notice(f"The backup is in {folder.strip()}. Set AFTERWORD_DATA to it, and start Afterword again.")


def _begin_anew() -> None:
    current_store().begin_anew()
    session.forget_everything()
