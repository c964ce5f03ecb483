"""Bring a note: paste it or drop its file, look at where each line goes, and add it. Nothing is added before that."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from lib.capture.sorting import DebriefField, SortedLine
from lib.english import counted, one_line, sentence_case
from lib.records.application import same_company
from lib.store import Draft
from lib.ui import session
from lib.ui.context import Context, current_context
from lib.ui.drafts import form_flow
from lib.ui.markdown import escaped, marked
from lib.ui.shared import note_sheet, spoken_memo
from lib.ui.shared.note_upload import NOTE_UPLOADS, NoteUpload
from lib.ui.streamlit_internals import forget_upload
from lib.workflows import form_values

MOST_MEGABYTES = 100
"""Of one file: a recording of an hour, or the export of a long chat."""
EXAMPLE = "Why us?\nPriya, team lead, the move to the new site\nforgot to mention the weekend rota"
"""What a note may look like."""
_KINDS = (
    "A note from Google Keep, a mail to yourself, a WhatsApp export, a voice memo with its transcript, the answers in "
    "your calendar, .txt or .md. They stay on this computer, and the files aren't kept."
)


def drop(form: str, names: Sequence[str]) -> None:
    """The place to drop files, and the recorder where it can be written down. ``names`` are those to listen for."""
    spoken_memo.record(form, names)
    key = f"note files {form} {session.widget_version(form)}"
    st.file_uploader(
        "Or drop files",
        accept_multiple_files=True,
        max_upload_size=MOST_MEGABYTES,
        key=key,
        help=_KINDS,
        on_change=_dropped,
        args=(form, key, names),
    )


def _dropped(form: str, key: str, names: Sequence[str]) -> None:
    files = st.session_state.get(key) or []
    read = [(file.name, file.getvalue()) for file in files]
    for file in files:
        forget_upload(file.file_id)
    session.reset_widget(form)
    if read and not spoken_memo.begun(form, read, names):
        NOTE_UPLOADS.put(session.tab(), form, NoteUpload(read, current_context().today))


def sort_pasted(form: str, text: str) -> None:
    """Keep a pasted text for the sheet: what the button calls."""
    if text.strip():
        data = text.encode("utf-8", "replace")
        NOTE_UPLOADS.put(session.tab(), form, NoteUpload([("", data)], current_context().today, pasted=text))


def show_found(context: Context, form: str, item: NoteUpload, day: date | None) -> None:
    """What was found in the files: what couldn't be read, what has to be asked, and which of several notes to take.

    ``day`` is the day of the interview, if it's known.
    """
    for name, error in (*item.failed, *item.found.problems):
        about = marked("**{}** wasn't taken. ", one_line(name, 60)) if name else ""
        st.warning(marked("{}{}", about, error.sentence))
    if item.recording:
        spoken_memo.show_recording(item.recording)
    note_sheet.ask(form, item)
    note_sheet.choose(context, form, item, day)
    for remark in item.found.remarks:
        st.caption(escaped(remark))


def show_sheet(context: Context, form: str, item: NoteUpload, draft: Draft, add: Callable[[], None]) -> None:
    """Each line with where it goes in ``draft``, and the button that adds them."""
    sheet = _rows(context, item, draft)
    if sheet:
        st.caption("Check where each line goes. Nothing is added yet: a reload clears this list, not your draft.")
        note_sheet.show(context, form, item, sheet, draft, untyped_days(context, item, draft))
    with st.container(horizontal=True, key="sheet_actions"):
        if sheet:
            form_flow.main_button("Add to the debrief", "add note", add)
        st.button("Clear", key="clear note", on_click=_clear, args=(form,))


def _clear(form: str) -> None:
    NOTE_UPLOADS.clear(session.tab(), form)


def lines_of(context: Context, item: NoteUpload, draft: Draft) -> tuple[SortedLine, ...]:
    """The lines on the sheet as they go in."""
    return tuple(row.line for row in _rows(context, item, draft))


def _rows(context: Context, item: NoteUpload, draft: Draft) -> tuple[note_sheet.NoteRow, ...]:
    return note_sheet.rows(item, day_of(draft) or context.today, context, _known_people(context, draft))


def untyped_days(context: Context, item: NoteUpload, draft: Draft) -> frozenset[str]:
    """The days that a new debrief begins with: today's, or that of a note."""
    if context.workbook.interview(draft.record_id):
        return frozenset()
    written = (note.written_on(context.zone) for note in item.notes())
    return frozenset(day.isoformat() for day in (context.today, *written) if day)


def day_of(draft: Draft) -> date | None:
    """The day of the interview that a draft is about."""
    day = form_values.text(draft.values, "date")
    return date.fromisoformat(day) if day else None


def _known_people(context: Context, draft: Draft) -> tuple[str, ...]:
    """The names on file at the company of a draft."""
    application = context.workbook.application(form_values.text(draft.values, "application"))
    company = application.company if application else form_values.text(draft.values, "company")
    between = application.via_person if application else ""
    people = context.workbook.people
    return tuple(
        person.name for person in people if company and (person.id == between or same_company(person.company, company))
    )


def added_sentence(lines: Sequence[SortedLine]) -> str:
    """What was done with the lines."""
    taken = sum(line.field != DebriefField.NOTHING for line in lines)
    return f"{sentence_case(counted(taken, 'line'))} added. Look through the steps before you save."
