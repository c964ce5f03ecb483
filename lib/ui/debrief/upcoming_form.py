"""An interview still to come, in one small form."""

from functools import partial

import streamlit as st

from lib.store import Draft
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.drafts import form_flow
from lib.ui.drafts.fields import Form, saved_sentence
from lib.ui.markdown import marked
from lib.ui.shared import people_fields
from lib.ui.shared.interview_fields import TYPE_IS, application_fields, details, require_one, type_field, when_fields
from lib.workflows import form_values
from lib.workflows.ids import stable_id


def show(context: Context, name: str, draft: Draft) -> None:
    """The form, with save and discard."""
    st.title("Your next interview", anchor=False)
    st.caption(marked("Debrief it here afterwards. {}.", saved_sentence(draft, context.zone, context.dates)))
    form = Form(name, draft, context.dates)
    application_fields(context, form)
    when_fields(context, form)
    type_field(form, TYPE_IS)
    with st.expander("Details", expanded=_is_detailed(form), type="compact", key="upcoming_details"):
        details(context, form)
    form.text_area("people_names", "Who will you meet? One name per line")
    for person in form_values.lines(form.draft.values, "people_names"):
        people_fields.which_one(context, form, stable_id("pe", draft.token, person), person)
    form.numbers("interest_before", "How much do you want this job today? 10 is most.", 0, 10)
    form_flow.actions(form, partial(_save, name), "Discard", _close)


def _is_detailed(form: Form) -> bool:
    return any(form.text(field) for field in ("format", "planned_minutes", "link", "place"))


def _save(name: str) -> None:
    require_one(name)
    form_flow.save(name, "Saved.")


def _close() -> None:
    routes.close()
