"""One table of an import: what it is, which row names its columns, and what the columns are."""

from collections.abc import Mapping
from itertools import islice
from typing import Final

import streamlit as st

from lib.english import counted, one_line
from lib.exchange.importing.choices import ImportChoices
from lib.exchange.importing.fields import FIELDS, Holds
from lib.exchange.importing.grid import NO_HEADER, Grid
from lib.exchange.importing.mapping import doubled_field, missing_field
from lib.exchange.importing.refusal import ImportRefused
from lib.exchange.importing.table_reading import columns_of, kind_of
from lib.exchange.importing.tools import recognised
from lib.ui import session
from lib.ui.markdown import escaped, marked

_KINDS: Final[Mapping[Holds, str]] = {
    "applications": "Applications",
    "interviews": "Interviews",
    "people": "People",
}
_LEFT = "Leave it out"
_SAMPLES = 3
_LOOKED_AT = 200


def ask(digest: str, place: int, found: Grid) -> tuple[Grid, ImportChoices]:
    """The table's name, whether to bring it in, and for one of your own what its rows and columns are."""
    tool = recognised(found)
    name = one_line(found.name, 60)
    if tool:
        with st.container(horizontal=True, vertical_alignment="center", key=f"import_known_{place}"):
            rows = counted(found.size, "row")
            st.markdown(marked("**{}**  \n:gray[{}, {}]", tool.source, name, rows), width="stretch")
            is_wanted = st.toggle("Included", True, key=key(digest, place, "wanted"))
        return found, ImportChoices(is_left_out=not is_wanted)
    table = _under_its_header(digest, place, found)
    st.markdown(marked("**{}**  \n:gray[A table of your own, {}]", name, counted(table.size, "row")))
    is_further = bool(table.sheet and table.sheet.is_further)
    chosen = st.segmented_control(
        "What are its rows?",
        [*_KINDS.values(), _LEFT],
        default=_LEFT if is_further else _KINDS[kind_of(table, ImportChoices())],
        required=True,
        format_func=escaped,
        key=key(digest, place, f"kind {table.header_line}"),
    )
    holds = next((kind for kind, words in _KINDS.items() if words == chosen), None)
    if holds is None:
        return table, ImportChoices(is_left_out=True)
    return table, ImportChoices(holds=holds, mapped=_columns(digest, place, table, holds))


def _under_its_header(digest: str, place: int, found: Grid) -> Grid:
    """The table under the header that the person chose, in the fold below; by default the one that was found."""
    line = st.session_state.get(key(digest, place, "header"), found.header_line)
    try:
        return found.with_header(line)
    except ImportRefused:
        return found


def _columns(digest: str, place: int, table: Grid, holds: Holds) -> dict[str, str]:
    guess = columns_of(table, ImportChoices(holds=holds))
    fields = FIELDS[holds]
    mapped: dict[str, str] = {}
    title = f"What its {counted(len(table.header), 'column')} {'is' if len(table.header) == 1 else 'are'} taken for"
    with st.expander(escaped(title), expanded=bool(missing_field(guess, holds))):
        _ask_header(digest, place, table)
        for at, header in enumerate(table.header):
            mapped[header] = st.selectbox(
                marked("{}: {}", one_line(header, 40), _sample(table, header)),
                list(fields),
                index=list(fields).index(guess[header]),
                format_func=lambda name: fields[name].label,
                key=key(digest, place, f"{holds} {table.header_line} column {at}"),
            )
    return mapped


def _ask_header(digest: str, place: int, table: Grid) -> None:
    rows = {line.number: ", ".join(filter(None, line.cells)) for line in table.headers}
    lines = [*rows, NO_HEADER]
    if len(rows) > 1:
        st.selectbox(
            "Which row names the columns?",
            lines,
            index=lines.index(table.header_line),
            format_func=lambda line: f"Row {line}: {one_line(rows[line], 60)}" if line else "None of them",
            key=key(digest, place, "header"),
        )


def _sample(table: Grid, header: str) -> str:
    values = list(islice(dict.fromkeys(islice(table.values_of(header), _LOOKED_AT)), _SAMPLES))
    return ", ".join(one_line(value, 24) for value in values) or "empty"


def can_be_read(table: Grid, choices: ImportChoices) -> bool:
    """Whether the columns suffice; shows what is missing."""
    holds, mapped = kind_of(table, choices), columns_of(table, choices)
    lacking, doubled = missing_field(mapped, holds), doubled_field(mapped)
    if lacking:
        st.info(marked("Say above which column is: {}. Without it the rows mean nothing.", lacking))
    elif doubled:
        st.info(marked("Two columns are taken for '{}'. Only one can be it.", FIELDS[holds][doubled].label))
    return not (lacking or doubled)


def key(digest: str, place: int, name: str) -> str:
    """The key of one answer about one table."""
    return session.field_key(f"import {digest}", f"{place} {name}")
