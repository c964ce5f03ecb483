"""The wall between mood and fit: before a no is recorded, is it how you did, or how they treated you? It never bars."""

from collections.abc import Callable
from datetime import timedelta

import streamlit as st

from lib.decide.mood import Mood, mood
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, Context, current_context
from lib.ui.drafts import form_flow, saving
from lib.ui.drafts.field_sync import keep_answers
from lib.ui.drafts.fields import Form
from lib.ui.markdown import marked
from lib.workflows.entries.tasks import add_task

FIELD = "why_no"
"""The answer in the draft: ``they`` treated me so, or it is how ``i`` did. It's in no file."""


def is_asked(context: Context, application_id: str) -> bool:
    """Whether a no to this application asks first: interest fell with a low self-rating, and the fit did not."""
    return bool(application_id) and mood(context.workbook, application_id, context.today).asks


def show_if_asked(context: Context, form: Form, application_id: str, save: Callable[[], None]) -> bool:
    """Put the question if this is a no to that application; empty for what is no no.

    Whether it still waits for its answer, which then takes the place of the save button: 'how they treated me' saves,
    and nothing more is asked; 'how I did' shows the numbers, and offers to wait a day.
    """
    found = mood(context.workbook, application_id, context.today) if application_id else None
    if found is None or not found.asks or form.text(FIELD) == "they":
        return False
    with st.container(border=True, key="mood_question"):
        st.write(marked("**{}**", found.question))
        if form.text(FIELD) == "i":
            _numbers(found)
            st.button("Wait a day", key="wait a day", on_click=_wait, args=(form.name, application_id))
            return False
        with st.container(horizontal=True, key="mood_answers"):
            st.button("How they treated me", key="they", on_click=_they, args=(form.name, save))
            st.button("How I did", key="i did", on_click=keep_answers, args=(form.name, {FIELD: "i"}))
    return True


def _numbers(found: Mood) -> None:
    for line in found.lines:
        st.write(marked(":gray[{}]  \n{}", line.caption, line.working))
    st.write(marked("{} {}", found.sentence, found.finding))
    st.write("You can still record it now, or look again tomorrow.")


def _they(name: str, save: Callable[[], None]) -> None:
    keep_answers(name, {FIELD: "they"})
    save()


def _wait(name: str, application_id: str) -> None:
    """Leave the draft as it is, and put a reminder on tomorrow."""
    context = current_context()
    draft = OPEN_DRAFTS.get(session.tab(), name)
    if draft is None:
        return
    application = context.workbook.application(application_id)
    what = f"Look again at your no to {application.company if application else 'them'}"
    tomorrow = context.today + timedelta(days=1)
    sentence = "Nothing recorded yet. Your draft is kept, and it's on Today tomorrow."
    saving.run(lambda: add_task(context.store, what, tomorrow, draft.token, context.local_time), sentence)
    form_flow.close(name)
    routes.set_query(form="", draft="", part="")
