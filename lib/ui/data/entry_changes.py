"""One entry that differs between two states of the files, with its content in each."""

from collections.abc import Callable

import streamlit as st

from lib.dates import DateStyle
from lib.english import counted, one_line, sentence_case
from lib.ui.markdown import marked
from lib.workflows.repairing.looking_back import EntryChange

_FIELDS_AT_ONCE = 12
_UNREADABLE = "It's still in the file but can't be read there. See Check."


def show_entry(
    entry: EntryChange, sides: tuple[str, str], dates: DateStyle, button: Callable[[str], None] | None = None
) -> None:
    """The entry's name and what of it differs; if both have it, side by side, folded away.

    ``sides`` are the names of the other state and the current one; ``button`` draws what can be done, by a name that is
    the entry's own.
    """
    name = f"{entry.file} {' '.join(entry.key)}"
    with st.container(border=True, key=f"entry_{name}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            text = _UNREADABLE if entry.unreadable else entry.parts
            parts = marked("  \n:gray[{}]", one_line(text, 120)) if text else ""
            st.markdown(marked("{}{}", sentence_case(entry.name), parts), width="stretch")
            if button and not entry.unreadable:
                button(name)
        if entry.kind == "different" and entry.fields:
            with st.expander("Both versions"):
                _fields(entry, sides, dates)


def _fields(entry: EntryChange, sides: tuple[str, str], dates: DateStyle) -> None:
    for field in entry.fields[:_FIELDS_AT_ONCE]:
        st.write(marked("**{}**", field.name))
        for column, side, text in zip(st.columns(2), sides, (field.then, field.now), strict=True):
            with column:
                st.write(marked(":gray[{}]", side))
                st.text(one_line(dates.cell(text), 400) or "(empty)")
    if len(entry.fields) > _FIELDS_AT_ONCE:
        st.write(marked("And {}.", counted(len(entry.fields) - _FIELDS_AT_ONCE, "more field")))
