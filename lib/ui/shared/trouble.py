"""What the store found wrong with the files, in words, and the way back to a state that was whole."""

import streamlit as st

from lib.english import counted, listed, spoken_moment
from lib.store import Backup
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.visit import Visit, clock, current_store

_SHOWN = 50


def show(visit: Visit) -> None:
    """Why nothing can be saved, which rows are left out, and the backups; nothing where all is well."""
    if visit.loaded.read_only:
        st.warning(f"**Read-only for now.** {escaped(visit.loaded.read_only)}")
        _offer_backups(visit)
    if visit.loaded.problems:
        _list_problems(visit)


def _list_problems(visit: Visit) -> None:
    rows, problems = visit.loaded.unreadable_rows(), visit.loaded.problems
    files = [problem.file for problem in problems if problem.severity == "file"]
    left_out = listed([*([counted(rows, "row")] if rows else []), *(f"all of {file}" for file in files)])
    title = f"{escaped(left_out)} left out" if left_out else counted(len(problems), "remark")
    with st.expander(f"{title}: what the files hold that could not be read as it is"):
        st.write("Reading changed nothing, and threw nothing away.")
        places.data("check").link("What it means, and how to put it right")
        for problem in problems[:_SHOWN]:
            where = f"{problem.file}, line {problem.line}" if problem.line else problem.file
            st.text(f"{where}: {problem.reason}")
        if len(problems) > _SHOWN:
            st.write(f"And {len(problems) - _SHOWN} more. `python -m lib.store.check FOLDER` lists all of them.")


def _offer_backups(visit: Visit) -> None:
    backups = visit.store.backups.list()[:5]
    if not backups:
        return
    with st.expander("Put the files back as they were"):
        st.write("The files as they stand now are kept as a backup first, so this can be taken back too.")
        for backup in backups:
            st.button(
                f"As of {_when(visit, backup)}",
                key=f"restore {backup.id}",
                on_click=_restore,
                args=(backup.id,),
            )


def _when(visit: Visit, backup: Backup) -> str:
    return spoken_moment(backup.at.astimezone(visit.zone), visit.today)


def _restore(backup_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: store.backups.restore(backup_id, now), "The files are as they were then.")
