"""One of Afterword's own files after a spreadsheet has saved it: read as it is, with one question at most."""

import streamlit as st

from lib.english import counted, one_line
from lib.exchange.importing.grid import Grid
from lib.exchange.importing.own_files import OwnReading, read_own
from lib.records.record import Record
from lib.ui.context import Context
from lib.ui.data import day_order
from lib.ui.data.import_table import key
from lib.ui.markdown import marked


def ask(digest: str, place: int, table: Grid, model: type[Record], context: Context) -> OwnReading | None:
    """The file's content. None as long as its dates may be two, or where the person leaves it out."""
    found = read_own(table, model, None, context.zone)
    with st.container(horizontal=True, vertical_alignment="center", key=f"import_own_{place}"):
        rows = marked("{}, {}", one_line(table.name, 60), counted(table.size, "row"))
        st.markdown(marked("**Your own {}, from Afterword**  \n:gray[{}]", found.name_of_rows, rows), width="stretch")
        is_wanted = st.toggle("Included", True, key=key(digest, place, "wanted"))
    if not is_wanted:
        return OwnReading(table.name, model, frozenset())
    if found.dates is None:
        return found
    order = day_order.ask(found.dates, key(digest, place, "own order"), context.dates)
    return read_own(table, model, order, context.zone) if order else None
