"""A small form of one record on a page of its own, kept as a draft until it is saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from lib.store import Draft
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, current_context
from lib.ui.drafts import form_flow, mood_question
from lib.ui.drafts.fields import Form, saved_sentence
from lib.ui.markdown import SafeText
from lib.ui.routes import Route
from lib.workflows.drafting import is_changed, is_new
from lib.workflows.drafts.record_editing import ENTRIES, KIND, begin_record, find_record


@dataclass(frozen=True)
class RecordForm:
    """One form: its heading for a new record and for one that is there, and its fields.

    ``initial_answers`` are the values that a new form starts with; ``opens`` is the parameter of the address that shows
    a record once it was made, or empty text. ``about`` names the answer that identifies an unfinished new one.
    ``declined_application`` is the application that saving would decline, or ''.
    """

    new_heading: SafeText
    heading: SafeText
    fields: Callable[[Context, Form], None]
    initial_answers: Callable[[Context], Mapping[str, str]] = lambda _context: {}
    opens: str = ""
    about: str = "card"
    declined_application: Callable[[Context, Form], str] = lambda _context, _form: ""


def begin(forms: Mapping[str, RecordForm], screen: str, record_id: str = "", **known: str) -> None:
    """Turn to a form: a callback. A draft of the same record that waits is gone on with."""
    context = current_context()
    known = {**forms[screen].initial_answers(context), **known}
    waiting = (
        draft
        for draft in context.drafts
        if (draft.kind, draft.screen) == (KIND, screen)
        and is_changed(draft)
        and _is_of(draft, record_id, known, forms[screen].about)
    )
    draft = next(waiting, None) or begin_record(context.workbook, screen, record_id, RANDOM, **known)
    OPEN_DRAFTS.open(session.tab(), draft.id, draft)
    routes.set_query(form=screen, draft=draft.id, part="")


def new_form_route(context: Context, page: str, form: str, **known: str) -> Route:
    """A new form of another page, for a page that leads there."""
    draft = begin_record(context.workbook, form, "", RANDOM, **known)
    OPEN_DRAFTS.open(session.tab(), draft.id, draft)
    return routes.entry_form(page, form, draft.id)


def _is_of(draft: Draft, record_id: str, known: Mapping[str, str], about: str) -> bool:
    """Whether a draft is of that record; a new one counts if it was begun about the same."""
    if record_id:
        return draft.record_id == record_id
    return is_new(draft) and draft.base.get(about, "") == known.get(about, "") != ""


def open_draft(context: Context, forms: Mapping[str, RecordForm]) -> Draft | None:
    """The draft that the address asks for; after a reload, one of the same stored record."""
    screen, name = st.query_params.get("form", ""), st.query_params.get("draft", "")
    if screen not in forms:
        return None
    draft = form_flow.draft_at_address(name, context)
    if draft is None or draft.kind != KIND or draft.screen != screen:
        named = name.partition("--")[0]
        record_id = named if find_record(context.workbook, ENTRIES[screen].table, named) else ""
        beginnings = forms[screen].initial_answers(context)
        draft = begin_record(context.workbook, screen, record_id, RANDOM, **beginnings)
        name = draft.id
        routes.set_query(draft=name)
    return OPEN_DRAFTS.open(session.tab(), name, draft)


def show(context: Context, forms: Mapping[str, RecordForm], draft: Draft) -> None:
    """The form, with save and the way out."""
    form, shown = Form(st.query_params.get("draft", draft.id), draft, context.dates), forms[draft.screen]
    st.title(shown.new_heading if is_new(draft) else shown.heading, anchor=False)
    st.caption(saved_sentence(draft, context.zone, context.dates))
    shown.fields(context, form)
    save = partial(_save, form.name, shown.opens if is_new(draft) else "", draft.record_id)
    is_asked = mood_question.show_if_asked(context, form, shown.declined_application(context, form), save)
    form_flow.actions(form, save, "Not now" if is_new(draft) else "Cancel", _close, has_question=is_asked)


def _save(name: str, opens: str, record_id: str) -> None:
    form_flow.save(name, "Saved.")
    _close()
    if opens and not _is_on_view():
        routes.set_query(**{opens: record_id})


def _is_on_view() -> bool:
    return any(name in st.query_params for name in ("application", "person", "topic", "story", "offer"))


def _close() -> None:
    routes.set_query(form="", draft="")
