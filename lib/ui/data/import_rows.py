"""Every row of an import and what becomes of it, with a way to change one."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.english import counted, one_line
from lib.exchange.importing.grid import Grid
from lib.exchange.importing.refusal import SkippedRow
from lib.ui import session
from lib.ui.data.import_upload import UPLOADS, ImportUpload
from lib.ui.markdown import SafeText, escaped, marked
from lib.workflows.importing.previews import Becomes, RowPreview, tally

_A_PAGE: Final = 15
_NAMES: Final[dict[Becomes, str]] = {"in": "Comes in", "here": "Already here", "left": "Left out"}
_ALL: Final = "All"


def show(item: ImportUpload, found: Sequence[RowPreview]) -> None:
    """The rows, fifteen a page, and below them the one to change."""
    digest = item.upload.digest
    counts = tally(found)
    st.markdown(marked("**{}**", _sum(counts, len(found))))
    names: dict[str, str] = {
        _ALL: _ALL,
        **{becomes: f"{_NAMES[becomes]} ({n:,})" for becomes, n in counts.items() if n},
    }
    chosen = st.segmented_control(
        "Which rows to show",
        list(names),
        default=_ALL,
        required=True,
        format_func=lambda shown: escaped(names[shown]),
        key=session.field_key(f"import {digest}", "rows shown"),
        label_visibility="collapsed",
    )
    rows = [preview for preview in found if chosen in (_ALL, preview.becomes)]
    pages = max(1, -(-len(rows) // _A_PAGE))
    page_key = session.field_key(f"import {digest}", f"rows page {chosen} {pages}")
    page = min(int(st.session_state.get(page_key, 1)), pages)
    shown = rows[(page - 1) * _A_PAGE : page * _A_PAGE]
    several = len({preview.file for preview in found}) > 1
    st.table(
        [_line(preview, several=several) for preview in shown],
        border="horizontal",
        hide_index=True,
        alt="Each row of the file, what it says and what becomes of it",
    )
    if pages > 1:
        st.pagination(pages, default=page, key=page_key)
    _change(item, found)


def _sum(counts: dict[Becomes, int], every: int) -> str:
    parts = [f"{counts['in']:,} of {counted(every, 'row')} {'comes' if counts['in'] == 1 else 'come'} in"]
    if counts["here"]:
        parts.append(f"{counts['here']:,} {'is' if counts['here'] == 1 else 'are'} here already")
    if counts["left"]:
        parts.append(f"{counts['left']:,} {'is' if counts['left'] == 1 else 'are'} left out")
    return ", ".join(parts) + "."


def _line(preview: RowPreview, *, several: bool) -> dict[str, SafeText]:
    place = SkippedRow(one_line(preview.file, 30), preview.line, "").location if several else str(preview.line)
    return {
        "Row": escaped(place),
        "What it says": escaped(one_line(preview.words, 90)) or "–",
        "What becomes of it": marked("{}: {}", _NAMES[preview.becomes], one_line(preview.says, 120)),
    }


def _change(item: ImportUpload, found: Sequence[RowPreview]) -> None:
    """One row's cells, to correct what was misread, and a way to leave it out."""
    digest = item.upload.digest
    places = item.files
    lines = {
        preview.file: [one.line for one in found if one.file == preview.file]
        for preview in found
        if preview.file in places
    }
    if not lines:
        return
    with st.expander("Change a row"):
        files = list(lines)
        file = files[0]
        if len(files) > 1:
            file = st.selectbox("File", files, key=session.field_key(f"import {digest}", "row file"))
        line = st.number_input(
            "Number of the row",
            min(lines[file]),
            max(lines[file]),
            key=session.field_key(f"import {digest}", f"row line {file}"),
        )
        table = item.tables[places[file]]
        if line not in lines[file] or not any(row.number == line for row in table.rows):
            st.caption("There is nothing in that row that can be changed.")
            return
        _form(item, places[file], table, int(line))


def _form(item: ImportUpload, place: int, table: Grid, line: int) -> None:
    row = next(row for row in table.rows if row.number == line)
    is_out = line in item.skipped_lines.get(place, set())
    corrected = item.cells.get(place, {})
    with st.form(f"import row {place} {line}", border=False):
        for at, header in enumerate(table.header):
            st.text_input(
                escaped(one_line(header, 40)),
                corrected.get((line, header), row.cells[at]),
                key=_cell_key(item, place, line, at),
            )
        with st.container(horizontal=True):
            st.form_submit_button("Use these cells", on_click=_use, args=(item.upload.digest, place, line))
            words = "Bring this row in after all" if is_out else "Leave this row out"
            st.form_submit_button(words, on_click=_leave, args=(item.upload.digest, place, line))


def _cell_key(item: ImportUpload, place: int, line: int, at: int) -> str:
    return session.field_key(f"import {item.upload.digest}", f"{place} row {line} cell {at}")


def _use(digest: str, place: int, line: int) -> None:
    item = UPLOADS.get(session.tab())
    if not item or item.upload.digest != digest or place not in item.tables:
        return
    table = item.tables[place]
    row = next((row for row in table.rows if row.number == line), None)
    for at, header in enumerate(table.header if row else ()):
        text = st.session_state.get(_cell_key(item, place, line, at))
        if row and text is not None:
            item.correct(place, line, header, str(text), row.cells[at])


def _leave(digest: str, place: int, line: int) -> None:
    item = UPLOADS.get(session.tab())
    if item and item.upload.digest == digest:
        item.skipped_lines.setdefault(place, set()).symmetric_difference_update({line})
