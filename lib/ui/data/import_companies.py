"""Whether two spellings of an import are one company: listed, and the person decides."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.english import counted, one_line
from lib.exchange.importing.parsed_rows import FileReading
from lib.ui import session
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.workflows.importing.companies import spelled_as_known, spelled_otherwise

_SAME: Final = "Same company"
_DIFFERENT: Final = "Different"
_SHOWN = 20


def ask(digest: str, readings: Sequence[FileReading], context: Context) -> list[FileReading]:
    """The readings, with each company that the person confirmed as known spelled like it."""
    spellings = spelled_otherwise(readings, context.workbook)
    if not spellings:
        return list(readings)
    same: dict[str, str] = {}
    may = "you may have already" if any(spelling.is_here for spelling in spellings) else "that may be spelled two ways"
    with st.expander(marked("{} {}", counted(len(spellings), "company", "companies"), may), expanded=True):
        for spelling in spellings[:_SHOWN]:
            where = "you have" if spelling.is_here else "the file also has"
            theirs, known = (one_line(name, 40) for name in (spelling.theirs, spelling.known))
            chosen = st.segmented_control(
                marked("The file says {}, {} {}", theirs, where, known),
                [_SAME, _DIFFERENT],
                default=_DIFFERENT,
                required=True,
                format_func=escaped,
                key=session.field_key(f"import {digest}", f"company {spelling.key}"),
            )
            if chosen == _SAME:
                same[spelling.key] = spelling.known
        if len(spellings) > _SHOWN:
            st.caption(marked("And {} more, taken as different companies.", f"{len(spellings) - _SHOWN:,}"))
    return spelled_as_known(readings, same)
