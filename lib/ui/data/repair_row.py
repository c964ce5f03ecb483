"""One row repaired: corrected in a form, taken from a backup, or left; and what a row points to, or its seal."""

import streamlit as st

from lib.dates import DateStyle
from lib.english import one_line
from lib.records.ids import new_id
from lib.store import Backup, Problem
from lib.store.bad_rows import BadRow
from lib.store.tables import name_of_column
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, clock, current_store
from lib.ui.data.repair_file import finish
from lib.ui.drafts import form_flow, saving
from lib.ui.drafts.fields import Form
from lib.ui.markdown import Markdown, marked, named
from lib.workflows.entries.entry_names import EntryNames
from lib.workflows.repairing import repairs as repairing
from lib.workflows.repairing.looking_back import take_back
from lib.workflows.repairing.repairs import BackupRow

_LONG = 60


def show_cells(context: Context, problem: Problem) -> None:
    """The row's cells as a form, and the same row as a backup holds it."""
    bad = repairing.open_row(context.store, problem.file, problem.line or 0)
    if bad is None:
        st.info("The row is not there any more.")
        return
    if problem.kind == "double" and repairing.is_twin(context.store, bad):
        st.write("It says, word for word, what the one that counts says. Taken out, nothing is lost.")
        st.button("Take the second one out", key="drop twin", type="primary", on_click=_drop_twin, args=(bad,))
    elif held := repairing.find_in_backups(context.store, bad.file, bad.key):
        _from_backup(context, bad, held)
    st.subheader("Correct it here", anchor=False)
    _form(context, problem, bad)
    with st.expander("The line in the file"):
        st.code(bad.raw, language=None, wrap_lines=True)


def _from_backup(context: Context, bad: BadRow, held: BackupRow) -> None:
    st.subheader("As a backup has it", anchor=False)
    differing = [name for name in held.cells if held.cells[name] != bad.cells.get(name, "")]
    st.write(
        marked("{} the row could be read. Against the line of now it says otherwise:", _as_of(context, held.backup))
    )
    for name in differing[:12]:
        st.write(marked(":gray[{}]", name))
        st.text(one_line(held.cells[name], 200) or "(empty)")
    if len(differing) > 12:
        st.write(marked("And {} more.", len(differing) - 12))
    st.button("Take the row from there", key="take row", on_click=_take_row, args=(bad, held))


def _form(context: Context, problem: Problem, bad: BadRow) -> None:
    if bad.surplus:
        st.write("Behind the last column there is more. Put it where it belongs, or it will not be in the row:")
        st.text("\n".join(bad.surplus))
    first = [name for name in bad.cells if name == problem.column]
    filled = [name for name in bad.cells if bad.cells[name] and name not in first]
    empty = [name for name in bad.cells if not bad.cells[name] and name not in first]
    form = _open_form(context, bad)
    for name in first:
        _cell(form, bad, name, problem.reason)
    with st.expander("The other columns" if first else "The columns", expanded=not first):
        for name in filled:
            _cell(form, bad, name, "")
    if empty:
        with st.expander("The empty columns"):
            for name in empty:
                _cell(form, bad, name, "")
    st.button("Save the row", key="save row", on_click=_correct, args=(bad,))
    st.caption("Dates are written as 2026-11-20, times as 2026-11-20T14:00:00+01:00.")


def _open_form(context: Context, bad: BadRow) -> Form:
    """The cells as this tab has them open, else as they were typed before, else as the line has them."""
    name = _name(bad)
    draft = form_flow.open_draft(name, context)
    if draft is None:
        begun = repairing.begin_correction(bad, st.query_params.get("finding", ""), new_id("dt", RANDOM))
        draft = OPEN_DRAFTS.open(session.tab(), name, context.store.drafts.load(begun.id) or begun)
    return Form(name, draft, context.dates)


def _name(bad: BadRow) -> str:
    return f"row {bad.file} {bad.mark}"


def _cell(form: Form, bad: BadRow, name: str, reason: str) -> None:
    text = bad.cells[name]
    field = form.text_area if len(text) > _LONG or "\n" in text else form.text_input
    field(name, named(name_of_column(name)))
    if reason:
        st.write(marked(":gray[{}]", reason))


def _correct(bad: BadRow) -> None:
    form_flow.save(_name(bad), "The row can be read again.")
    routes.close()


def _take_row(bad: BadRow, held: BackupRow) -> None:
    store, now = current_store(), clock()
    _repair(bad, lambda: repairing.correct_row(store, bad, held.cells, now), "The row says what it said in the backup.")


def _drop_twin(bad: BadRow) -> None:
    store, now = current_store(), clock()
    _repair(bad, lambda: repairing.drop_twin(store, bad, now), "The row is there once now.")


def _repair(bad: BadRow, verb: saving.Verb, sentence: str) -> None:
    """Repair the row, and discard what was typed: nothing is left to continue."""
    finish(verb, sentence)
    form_flow.close(_name(bad))
    current_store().drafts.discard(repairing.correction_id(bad), clock())


def show_reference(context: Context, problem: Problem) -> None:
    """A missing row that another points to, restored from a backup that holds it."""
    target = repairing.target_of(context.loaded, problem)
    held = repairing.find_in_backups(context.store, *target) if target else None
    if target is None or held is None:
        st.write(
            "No backup holds what it points to. The row stays as it is; if it should go, delete it where it is shown, "
            "or in the file."
        )
        return
    names = EntryNames(
        (context.store.backups.tables(held.backup.id).workbook(), context.workbook), context.today, context.dates
    )
    st.write(marked("{} it was there: **{}**.", _as_of(context, held.backup), names.of(held.record)))
    st.button("Take it back", key="take target", type="primary", on_click=_take_target, args=(held, context.dates))


def _take_target(held: BackupRow, dates: DateStyle) -> None:
    store, now, row = current_store(), clock(), held.record
    back = "It is back, with what belongs to it."
    finish(lambda: take_back(store, held.backup.id, row.file, row.identity, now, dates), back)


def show_seal(context: Context, problem: Problem) -> None:
    """The forecast as it was sealed, if a backup holds it."""
    held = repairing.find_sealed_in_backups(context.store, context.loaded, problem)
    if held is None:
        st.write("No backup holds the forecast as it was first saved, so it stays as it is.")
        return
    names = EntryNames((context.workbook,), context.today, context.dates)
    st.write(
        marked(
            "It is {}. {} the forecast was first saved as {}%.",
            names.of(held.record),
            _as_of(context, held.backup),
            held.cells["forecast"],
        )
    )
    st.button("Put the first forecast back", key="reseal", type="primary", on_click=_reseal, args=(held,))


def _reseal(held: BackupRow) -> None:
    store, now = current_store(), clock()
    finish(lambda: repairing.put_forecast_back(store, held, now), "The forecast is the one that was saved first.")


def _as_of(context: Context, backup: Backup) -> Markdown:
    return marked("In the backup of {}", context.spoken_moment(backup.at))
