"""The two ways out of a form: save it, or leave it, which asks first where something was typed."""

from collections.abc import Callable

import streamlit as st

from lib.store import Draft
from lib.ui import session
from lib.ui.drafts import problem, saving
from lib.ui.visit import DESK
from lib.workflows.editing import is_changed, words_typed

ON_WITH_IT = "Ctrl+Enter"
"""The keys that press a form's main button. A bare letter would press it when somebody types beside the fields."""


def ways(
    save: Callable[[], None], out: str, name: str, draft: Draft, leave: Callable[[], None], is_asked: bool = False
) -> None:
    """The foot of a form: the problem where there is one, Save, and under ``out`` the way to leave without it.

    Where something is asked first (``is_asked``), its answers save instead.
    """
    problem.show()
    with st.container(horizontal=True, key="ways"):
        if not is_asked:
            st.button("Save", type="primary", key="save", on_click=save, shortcut=ON_WITH_IT)
        _way_out(out, name, draft, leave)


def _way_out(label: str, name: str, draft: Draft, leave: Callable[[], None]) -> None:
    """A button that leaves the form; with words typed, it asks before it sets them aside."""
    if not _would_be_missed(draft):
        st.button(label, key="leave", on_click=_leave, args=(name, leave))
        return
    with st.popover(label, key="ask to leave"):
        st.write("Set aside what you changed here? You can bring it back right afterwards.")
        st.button("Yes, set it aside", key="set aside", on_click=_set_aside, args=(name, leave))


def _would_be_missed(draft: Draft) -> bool:
    return draft.revision > 0 and (is_changed(draft) if draft.base else words_typed(draft))


def _leave(name: str, leave: Callable[[], None]) -> None:
    draft = DESK.get(session.tab(), name)
    if draft and _would_be_missed(draft):  # the click came with the last words: ask first
        return
    DESK.take_off(session.tab(), name)
    session.forget_fields(name)
    leave()


def _set_aside(name: str, leave: Callable[[], None]) -> None:
    saving.set_aside(name)
    leave()
