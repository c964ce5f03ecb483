"""Bringing in what other tools hold: chosen, looked at, and only then written."""

from dataclasses import dataclass

import streamlit as st

from lib.english import one_line
from lib.exchange.importing.choices import ReadingTime
from lib.exchange.importing.own_files import OwnReading, own_model
from lib.exchange.importing.parsed_rows import FileReading
from lib.records.errors import AfterwordError
from lib.ui import session
from lib.ui.context import Context, clock
from lib.ui.data import (
    import_companies,
    import_loops,
    import_names,
    import_own,
    import_pairs,
    import_questions,
    import_rows,
    import_table,
)
from lib.ui.data.import_upload import UPLOADS, AgreedImport, ImportUpload
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.workflows.importing import bring_in as importing
from lib.workflows.importing.bring_in import LABEL
from lib.workflows.importing.comparison import compare
from lib.workflows.importing.own_rows import own_rows
from lib.workflows.importing.previews import previews

_ROUND = "import round"
_LATELY = 3
_PASTED = "Pasted table"
_SOURCES = {
    "LinkedIn": "Settings, Data privacy, Get a copy of your data. The archive comes by email; take it as it is. "
    "Job applications, saved jobs, connections and recommendations are read, nothing else in it.",
    "Huntr": "Settings, Download my data. The zip, or the CSV file in it.",
    "Simplify, Teal, JobSync": "The CSV file that each of them exports from its job tracker.",
    "A spreadsheet of your own": "Excel (.xlsx), LibreOffice (.ods) or CSV, or copy its cells and paste them. "
    "Applications, interviews or people: what each column is gets guessed, and you correct it.",
}


def show(context: Context) -> None:
    """The files, their content and what is new, and the one button that writes."""
    files = st.file_uploader(
        "Your files: Excel, LibreOffice, CSV, or a zip as you got it",
        accept_multiple_files=True,
        max_upload_size=20,
        key=f"import files {st.session_state.get(_ROUND, 0)}",
        help="They stay on this computer. You see what would come in before anything is written.",
    )
    pasted = st.text_area(
        "Paste a table",
        key=f"import pasted {st.session_state.get(_ROUND, 0)}",
        height=80,
        help="Copy the cells in your spreadsheet, with the names of the columns, and paste them here.",
    ).strip("\n")
    given = [(file.name, file.getvalue()) for file in files]
    if pasted.strip():
        given.append((_PASTED, pasted.encode("utf-8", "replace")))
    if not given:
        UPLOADS.clear(session.tab())
        _before(context)
        return
    with st.spinner("Reading", show_time=False):
        item = UPLOADS.put(session.tab(), given)
    if item.agreed:
        _bring_in(context, item, item.agreed)
    _refused(item)
    found = _readings(context, item)
    if found:
        _preview(context, item, found.readings, found.own)


def _before(context: Context) -> None:
    st.write(
        "Bring along what you have elsewhere. You see first what is new, what is here already and what differs; "
        "nothing is saved until you say so, and one click undoes it."
    )
    with st.expander("Where to get the files"):
        for tool, steps in _SOURCES.items():
            st.markdown(marked("**{}.** {}", tool, steps))
    lately = [entry for entry in context.store.undoable() if entry.label.startswith(LABEL)][:_LATELY]
    if not lately:
        return
    st.subheader("Brought in lately", anchor=False)
    for entry in lately:
        with st.container(horizontal=True, vertical_alignment="center", key=f"lately_{entry.receipt_id}"):
            when = context.spoken_moment(entry.at)
            words = entry.label.removeprefix(f"{LABEL}: ")
            st.markdown(marked("{}  \n:gray[{}]", words, when), width="stretch")
            st.button("Take back", key=f"take back {entry.receipt_id}", on_click=saving.undo, args=(entry.receipt_id,))


def _refused(item: ImportUpload) -> None:
    for left in item.upload.refused:
        st.warning(marked("**{}** was not taken. {}", one_line(left.file, 60), left.reason))
    for remark in item.upload.remarks:
        st.caption(escaped(remark))


@dataclass(frozen=True)
class _Readings:
    """The tables' content: other tools', and Afterword's own files."""

    readings: list[FileReading]
    own: list[OwnReading]


def _readings(context: Context, item: ImportUpload) -> _Readings | None:
    """The tables' content by the answers given; None if one cannot be read yet."""
    found: list[FileReading] = []
    own: list[OwnReading] = []
    is_ready = True
    moment = ReadingTime(context.now, context.zone, context.dates)
    for place, table in enumerate(item.upload.tables):
        with st.container(border=True, key=f"import_table_{place}"):
            item.tables.pop(place, None)
            if model := own_model(table):
                mine = import_own.ask(item.upload.digest, place, table, model, context)
                own += [mine] if mine else []
                is_ready = is_ready and mine is not None
                continue
            under, choices = import_table.ask(item.upload.digest, place, table)
            if choices.is_left_out:
                continue
            if not import_table.can_be_read(under, choices):
                is_ready = False
                continue
            reading = item.open_reading(place, under, choices, moment)
            if again := import_questions.ask(item.upload.digest, place, reading, choices, dates=context.dates):
                reading = item.reading(place, under, again, moment)
            import_questions.show_remarks(reading)
            is_ready = is_ready and not reading.ambiguous_dates
            found.append(reading)
    return _Readings(found, own) if is_ready and (found or own) else None


def _preview(context: Context, item: ImportUpload, readings: list[FileReading], own: list[OwnReading]) -> None:
    st.subheader("What would come in", anchor=False)
    readings = import_companies.ask(item.upload.digest, readings, context)
    readings = import_loops.ask(item.upload.digest, readings, context)
    comparison = compare(readings, context.workbook)
    import_names.show_alike(comparison, context)
    decisions = import_pairs.ask(item.upload.digest, comparison, context)
    import_rows.show(
        item,
        (*previews(readings, comparison, decisions, dates=context.dates), *own_rows(own, context.workbook).previews),
    )
    plan = importing.plan(comparison, context.workbook, decisions, context.now, own)
    if not plan.put:
        st.write("**Nothing of it is new.** There is nothing to bring in.")
        return
    import_names.show_changes(plan, context)
    st.write(marked("**{}.** Your files are backed up first.", plan.sentence))
    wanted = AgreedImport(
        tuple(readings),
        tuple(own),
        decisions,
        f"{item.upload.digest}-{st.session_state.get(_ROUND, 0)}-{session.tab()[:8]}",
    )
    st.button("Bring it in", type="primary", key="bring in", on_click=_confirm, args=(item.upload.digest, wanted))


def _confirm(digest: str, wanted: AgreedImport) -> None:
    item = UPLOADS.get(session.tab())
    if item and item.upload.digest == digest and item.agreed is None:
        item.agreed = wanted


def _bring_in(context: Context, item: ImportUpload, wanted: AgreedImport) -> None:
    """The save, in two plain steps between which nothing is lost: stopped by a rerun, the next run goes on with it."""
    store, now = context.store, clock()
    progress = st.progress(0.1, "Keeping a backup of how it is now")
    try:
        importing.back_up(store, now)
        progress.progress(0.4, "Writing the rows, all of them or none")
        receipt = importing.bring_in(store, wanted.readings, wanted.decisions, wanted.token, now, wanted.own)
    except AfterwordError as error:  # in the page's own run: the form is shown again, with the reason
        item.agreed = None
        session.report_problem(error.sentence)
        st.rerun()
    progress.progress(1.0, "Done")
    UPLOADS.clear(session.tab())
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    session.forget_fields(f"import {item.upload.digest}")
    session.clear_problem()
    session.set_notice(f"Brought in: {receipt.label.removeprefix(f'{LABEL}: ')}.")
    session.offer_undo(receipt.id)
    st.rerun()
