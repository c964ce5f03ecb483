"""What of an import may be here already, and what would change in the entries that are here."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.dates import DateStyle
from lib.english import counted, one_line
from lib.records.labels import cell_label
from lib.records.record import Record
from lib.ui.context import Context
from lib.ui.markdown import marked
from lib.workflows.entries.entry_names import EntryNames
from lib.workflows.importing.bring_in import ImportPlan
from lib.workflows.importing.comparison import ImportComparison, alike
from lib.workflows.importing.previews import name_of

_LISTED = 20
_UNSAID = ("import_ref", "updated_at")


def show_alike(comparison: ImportComparison, context: Context) -> None:
    """What may be here already, at another time or by another posting."""
    known = alike(comparison, context.workbook)
    if known:
        one = len(known) == 1
        st.info(
            marked(
                "{} {} a company and role that you have here already, at another time or by another posting. "
                "Brought in, both stand. If it is the same one, leave its row out below.",
                counted(len(known), "new application"),
                "names" if one else "name",
            )
        )
        named = [(row, known[row.ref]) for row in comparison.new if row.ref in known]
        _list([f"{name_of(row, dates=context.dates)}: {_since(entry.applied_on, context)}" for row, entry in named])


def show_changes(plan: ImportPlan, context: Context) -> None:
    """Each entry here that would be changed, and what in it."""
    if not plan.changes:
        return
    with st.expander(marked("Changes to what is here: {}", f"{plan.changed:,}")):
        names = EntryNames((context.workbook,), context.today, context.dates)
        _list([f"{names.of(was)}: {_difference(was, row, context.dates)}" for was, row in plan.changes])


def _list(lines: Sequence[str]) -> None:
    st.text("\n".join(one_line(line, 160) for line in lines[:_LISTED]))
    if len(lines) > _LISTED:
        st.write(marked("And {} more.", f"{len(lines) - _LISTED:,}"))


def _since(applied_on: date | None, context: Context) -> str:
    return (
        f"the one here is of {context.dates.short_day(applied_on, context.today)}"
        if applied_on
        else "the one here has no day"
    )


def _difference(was: Record, row: Record, dates: DateStyle) -> str:
    model, before, after = type(row), was.cells(), row.cells()

    def shown(column: str, text: str) -> str:
        return f"'{one_line(dates.cell(cell_label(model, column, text)), 60)}'" if text else "(empty)"

    changes = [
        f"{name.replace('_', ' ')} {shown(name, before[name])} becomes {shown(name, after[name])}"
        for name in after
        if name not in _UNSAID and before[name] != after[name]
    ]
    return "; ".join(changes) or "just a note that this row is known"
