"""Check and repair: what the store found in the files, what it means, and the ways to put it right."""

import streamlit as st

from lib.store import Problem
from lib.ui import saving
from lib.ui.parts import data_copies, data_repair_file, data_repair_row, data_version
from lib.ui.wiring import Visit
from lib.ui.words import count, escaped
from lib.workflows.repairing import MEANINGS, findings

_AT_ONCE = 20
_VERBS = {"copy": "Look at both", "columns": ""}
_DETAILS = {
    "unreadable": data_repair_row.show,
    "double": data_repair_row.show,
    "reference": data_repair_row.show_reference,
    "seal": data_repair_row.show_seal,
    "file": data_repair_file.show,
    "copy": data_copies.show,
}


def show(visit: Visit) -> None:
    """All that was found; or the one finding that the address names, with the repairs there are."""
    found = findings(visit.loaded)
    wanted = st.query_params.get("finding", "")
    problem = next((each for each in found if wanted and _address(each) == wanted), None)
    if problem:
        st.button("Back to all that was found", key="back", type="tertiary", on_click=_close)
        st.subheader(escaped(_place(problem)), anchor=False)
        st.write(f"**{escaped(problem.reason)}**  \n{MEANINGS[problem.kind]}")
        _DETAILS[problem.kind](visit, problem)
        return
    if wanted:
        st.info("Nothing is wrong any more at the place that this address names.")
    _list(visit, found)
    data_version.show(visit)


def _list(visit: Visit, found: tuple[Problem, ...]) -> None:
    drafts = visit.store.drafts.unreadable()
    if not found and not drafts:
        st.write("Every row of every file can be read, and nothing points to what is gone.")
        return
    st.write(
        f"{count(len(found) + len(drafts), 'finding')}. Nothing was changed or thrown away, and to leave it so is a "
        "choice too. Before each repair the files are kept as a backup, and each can be undone."
    )
    for problem in found if st.session_state.get("all findings") else found[:_AT_ONCE]:
        _finding(problem)
    if len(found) > _AT_ONCE:
        st.toggle(f"Show all {len(found)}", key="all findings")
    for name in drafts:
        st.write(escaped(f"The draft {name} cannot be read. It is kept where it is, in .afterword/drafts."))


def _finding(problem: Problem) -> None:
    with (
        st.container(border=True, key=f"finding_{_address(problem)}"),
        st.container(horizontal=True, vertical_alignment="center"),
    ):
        text = f"**{escaped(_place(problem))}**  \n{escaped(problem.reason)}  \n:gray[{MEANINGS[problem.kind]}]"
        st.markdown(text, width="stretch")
        if verb := _VERBS.get(problem.kind, "Put it right"):
            st.button(verb, key=f"mend {_address(problem)}", on_click=_open, args=(_address(problem),))


def _place(problem: Problem) -> str:
    return f"{problem.file}, line {problem.line}" if problem.line else problem.file


def _address(problem: Problem) -> str:
    """The finding in the page's address: file, line and kind, no word of the person's."""
    return f"{problem.file}:{problem.line or 0}:{problem.column or ''}:{problem.kind}"


def _open(address: str) -> None:
    saving.query(finding=address)


def _close() -> None:
    saving.query(finding="")
