"""Forgetting a person: first a list of what goes, then done for good."""

import streamlit as st

from lib.english import one_line
from lib.ui import routes, session
from lib.ui.applications import crumbs
from lib.ui.context import OPEN_DRAFTS, Context, current_context
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import breadcrumbs
from lib.ui.shared.breadcrumbs import Crumb
from lib.ui.shared.rows import close
from lib.workflows.entries.forgetting import Forgetting, forget, what_goes
from lib.workflows.errors import Gone

_PASSAGES = 20


def show(context: Context, person_id: str) -> None:
    """What forgetting changes, in plain words, and the two buttons."""
    try:
        going = what_goes(context.loaded, context.drafts, person_id, context.store.recordings.list())
    except Gone:
        breadcrumbs.show("Applications", crumbs.PEOPLE, here="Forget", back=routes.reset)
        st.title("Nobody to forget", anchor=False)
        st.write("The person at this address is not in the workbook, and in no draft.")
        return
    breadcrumbs.show(
        "Applications", crumbs.PEOPLE, Crumb(going.name, routes.close_form), here="Forget", back=routes.reset
    )
    st.title(marked("Forget {}?", going.name), anchor=False)
    st.write("You can't undo this. It removes:")
    st.write(joined("\n", (marked("- {}", sentence) for sentence in (*going.sentences, *_copies(context)))))
    _passages(going)
    _stays(going)
    with st.container(horizontal=True, key="actions"):
        st.button("Keep them", key="keep", type="primary", on_click=routes.set_query, kwargs={"part": ""})
        st.button(
            marked("Yes, forget {}", one_line(going.name, 40)), key="yes forget", on_click=_forget, args=(person_id,)
        )


def _copies(context: Context) -> tuple[str, ...]:
    backups, changes = len(context.store.backups.list()), len(context.store.undoable())
    return (f"All backups ({backups}), and all that can be undone or brought back ({changes}): they may hold the name",)


def _passages(going: Forgetting) -> None:
    if not going.passages:
        return
    with st.expander("Where the name becomes “someone”"):
        for text in going.passages[:_PASSAGES]:
            st.text(one_line(going.mentions.taken_out(text), 200))
        if len(going.passages) > _PASSAGES:
            st.write(marked("And {} more.", len(going.passages) - _PASSAGES))


def _stays(going: Forgetting) -> None:
    st.write(
        "The interviews themselves stay yours, with your questions and answers. A first name alone, a nickname or "
        "another spelling stays too: only you can tell who it means. Copies that you made yourself, and what you have "
        "sent, are out of reach. A new backup begins with your next save."
    )
    for sentence in going.left:
        st.write(escaped(sentence))


def _forget(person_id: str) -> None:
    context = current_context()
    left = what_goes(context.loaded, context.drafts, person_id, context.store.recordings.list()).left
    forget(context.store, OPEN_DRAFTS, person_id, context.now)
    session.clear_problem()
    stays = " ".join(left) or "Nothing in the workbook names them by their full name any more."
    session.set_notice(f"Forgotten. {stays}")
    close()
