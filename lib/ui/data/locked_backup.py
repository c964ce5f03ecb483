"""A backup locked with a passphrase: made, saved, and opened again.

The passphrase is in its field until the click, and nowhere after that: each click gets new fields, or the browser would
show dots for what is no longer there. What was made or opened with it is forgotten when the page is left.
"""

import streamlit as st

from lib.exchange.locked_zip import is_locked, unlock
from lib.ui import session
from lib.ui.context import Context, current_store
from lib.workflows.repairing.restoring import locked_backup_file

_MADE = "locked backup"
_PASSPHRASE, _AGAIN, _UNLOCK = "lock passphrase", "lock passphrase again", "unlock passphrase"


def show(context: Context) -> None:
    """The passphrase, twice, and the file that is locked with it."""
    made = session.kept_file(_MADE)
    with st.expander("Lock a backup with a passphrase", expanded=made is not None):
        st.write(
            "Nobody can open it without the passphrase: not on a lost stick, and not in the cloud. "
            "**If you forget it, nobody can get this backup back**, not even Afterword: it isn't stored anywhere."
        )
        with st.form("lock", border=False):
            for key, label in ((_PASSPHRASE, "Passphrase, at least 12 characters"), (_AGAIN, "Passphrase again")):
                st.text_input(label, type="password", key=session.once_key(key), autocomplete="new-password")
            st.form_submit_button("Lock a backup", key="lock", on_click=_lock)
        if made is not None:
            _made(context, made)
        st.caption(
            "Programs such as 7-Zip open it too; the plain zip is inside. "
            "Without the passphrase, only its size can be seen."
        )


def _made(context: Context, made: bytes) -> None:
    name = f"afterword-{context.today.isoformat()}-locked.zip"
    with st.container(horizontal=True, vertical_alignment="center", key="made_locked"):
        st.markdown("**Locked. Now save it:**", width="content")
        st.download_button(
            "Save the locked backup", made, name, "application/zip", key="locked", type="primary", on_click="ignore"
        )


def ask_passphrase(upload: str, data: bytes) -> bytes | None:
    """The plain zip of an uploaded backup. Where it's locked, its passphrase is asked for first: None until then."""
    if not is_locked(data):
        return data
    unlocked = session.kept_file(upload)
    if unlocked is None:
        with st.form("unlock", border=False):
            st.write("This backup is locked.")
            key = session.once_key(_UNLOCK)
            st.text_input("Its passphrase", type="password", key=key, autocomplete="current-password")
            st.form_submit_button("Open the backup", key="unlock", on_click=_open, args=(upload, data))
    return unlocked


def _lock() -> None:
    typed, again = session.pop_once(_PASSPHRASE), session.pop_once(_AGAIN)
    session.keep_file(_MADE, locked_backup_file(current_store(), typed, again))
    session.clear_problem()


def _open(upload: str, data: bytes) -> None:
    session.keep_file(upload, unlock(data, session.pop_once(_UNLOCK)))
    session.clear_problem()
