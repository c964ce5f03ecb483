"""The fields for the text of a job posting: pasted, or dropped as a file. Postings vanish before the interview."""

import streamlit as st

from lib.exchange.importing.posting_file import EXTENSIONS, posting_words
from lib.exchange.importing.refusal import ImportRefused
from lib.ui import session
from lib.ui.context import OPEN_DRAFTS, Context
from lib.ui.drafts.field_sync import keep_answers, sync_widgets
from lib.ui.drafts.fields import Form
from lib.workflows import form_values

_HEIGHT = 320


def fields(_context: Context, form: Form) -> None:
    """The box for the text, and the place to drop a file whose words go into it."""
    key = f"{form.name} posting file"
    file_key = f"{key} {session.widget_version(key)}"
    form.text_area("posting", "Paste the job posting", height=_HEIGHT)
    st.file_uploader(
        "Or drop a text file",
        EXTENSIONS,
        max_upload_size=20,
        key=file_key,
        on_change=_take,
        args=(form.name, key, file_key),
    )


def _take(name: str, key: str, file_key: str) -> None:
    """Put the words of the file into the box, below those that are there, and let the file go."""
    file = st.session_state.get(file_key)
    if file is None:
        return
    sync_widgets(name)
    try:
        words = posting_words(file.name, file.getvalue())
    except ImportRefused as refused:
        session.report_problem(f"{file.name} can't be read. {refused.reason}")
    else:
        draft = OPEN_DRAFTS.get(session.tab(), name)
        before = form_values.text(draft.values, "posting") if draft else ""
        keep_answers(name, {"posting": "\n\n".join(filter(None, (before, words)))})
        session.forget_field(name, "posting")
        session.clear_problem()
    session.reset_widget(key)
