"""Files that a spreadsheet saved in another language: all rows of one brought back in one click."""

from collections.abc import Iterable

import streamlit as st

from lib.english import counted
from lib.exchange.importing.dates import NumericOrder
from lib.exchange.importing.own_files import OwnReading
from lib.ui.context import Context, clock, current_store
from lib.ui.data import day_order
from lib.ui.drafts import saving
from lib.ui.markdown import marked
from lib.workflows.repairing.repairs import RepairFinding
from lib.workflows.repairing.spreadsheet_saved import as_saved, turn_back


def show(context: Context, found: Iterable[RepairFinding]) -> None:
    """An offer for each file with rows that can't be read, where turning the spreadsheet's ways back reads them all."""
    for file in dict.fromkeys(one.problem.file for one in found if one.problem.kind in ("file", "unreadable")):
        if read := as_saved(context.store, file, context.zone):
            _offer(context, file, read)


def _offer(context: Context, file: str, read: OwnReading) -> None:
    with st.container(border=True, key=f"saved_{file}"):
        rows = counted(read.size or len(read.rows), "row")
        st.markdown(
            marked(
                "**A spreadsheet saved {} its own way**  \n"
                ":gray[All {} can be read with its dates and words turned back.]",
                file,
                rows,
            )
        )
        order = day_order.ask(read.dates, f"saved order {file}", context.dates) if read.dates else None
        ordered = as_saved(context.store, file, context.zone, order) if order else read
        if ordered and ordered.dates is None:
            st.button(
                "Bring the rows back", key=f"turn back {file}", on_click=_turn_back, args=(context, ordered, order)
            )


def _turn_back(context: Context, read: OwnReading, order: NumericOrder | None) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: turn_back(store, read, order, context.zone, now), f"{read.model.file} can be read again.")
