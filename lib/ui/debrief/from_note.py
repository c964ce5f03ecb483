"""A note from the phone, sorted onto a sheet that is looked at before it is added: in two steps of a debrief."""

from functools import partial

import streamlit as st

from lib.store import Draft
from lib.ui import session
from lib.ui.context import OPEN_DRAFTS, Context, current_context
from lib.ui.drafts.field_sync import keep_answers, sync_widgets
from lib.ui.drafts.fields import Form
from lib.ui.markdown import SafeText
from lib.ui.shared import bring_note, spoken_memo
from lib.ui.shared.note_upload import NOTE_UPLOADS
from lib.workflows import form_values
from lib.workflows.drafts.brought_lines import add_lines
from lib.workflows.entries.names_heard import names_to_listen_for
from lib.workflows.errors import Incomplete


def show(context: Context, form: Form, label: SafeText) -> None:
    """Under ``label``: where a note is pasted or dropped, and then its lines with where they go."""
    is_speaking = spoken_memo.is_at_work(form.name, context.today)
    item = NOTE_UPLOADS.get(session.tab(), form.name)
    folded_again = f"note_{session.widget_version(form.name)}"
    with st.expander(label, expanded=is_speaking or item is not None, type="compact", key=folded_again):
        if is_speaking:
            spoken_memo.show_progress(form.name)
            return
        if item:
            bring_note.show_found(context, form.name, item, bring_note.day_of(form.draft))
        if item and item.holds_a_note:
            bring_note.show_sheet(context, form.name, item, form.draft, partial(_add, form.name))
        else:
            form.text_area("jotted", "Paste your note", height=120, placeholder=bring_note.EXAMPLE)
            key = session.field_key(form.name, "sort")
            st.button("Sort the note", key=key, on_click=_sort, args=(form.name,))
            bring_note.drop(form.name, names_to_listen_for(context.workbook, form.draft))
            spoken_memo.say_what_is_missing()


def is_open(name: str) -> bool:
    """Whether the lines of a note wait on the sheet."""
    item = NOTE_UPLOADS.get(session.tab(), name)
    return item is not None and bool(item.notes())


def require_added(name: str) -> None:
    """Raise ``Incomplete`` while a recording is being written down, or a note on the sheet isn't added or cleared."""
    if spoken_memo.is_held(name):
        raise Incomplete("Your recording is still being written down.", "Wait for it, or stop it.")
    if is_open(name):
        raise Incomplete("Your note isn't added yet.", "Add it to the debrief, or clear it.")


def _sort(name: str) -> None:
    if draft := _current(name):
        bring_note.sort_pasted(name, form_values.text(draft.values, "jotted"))


def _add(name: str) -> None:
    """Take the lines of the sheet into the draft: a callback."""
    draft, item = _current(name), NOTE_UPLOADS.get(session.tab(), name)
    if draft is None or item is None:
        return
    context = current_context()
    lines = bring_note.lines_of(context, item, draft)
    answers = dict(add_lines(draft, lines, bring_note.untyped_days(context, item, draft)).answers)
    if item.pasted and item.pasted.strip() == form_values.text(draft.values, "jotted"):
        answers["jotted"] = ""
    keep_answers(name, answers)
    NOTE_UPLOADS.clear(session.tab(), name)
    session.reset_widget(name)
    session.forget_fields(name)
    session.set_notice(bring_note.added_sentence(lines))


def _current(name: str) -> Draft | None:
    """The draft with what is on the screen."""
    sync_widgets(name)
    return OPEN_DRAFTS.get(session.tab(), name)
