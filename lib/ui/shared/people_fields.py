"""What is asked about people who are named in a form: their agency, and which one of a name it is."""

import streamlit as st

from lib.records.person import Person
from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.ui.markdown import marked, named
from lib.workflows import form_values
from lib.workflows.entries.applications import application_meant
from lib.workflows.entries.people import NEW, may_be, split_title
from lib.workflows.form_values import row_field

_FIRST_TALKS = ("phone_call", "recruiter_screen")
"""The types of interview that an agency holds."""


def may_be_recruiter(context: Context, form: Form) -> bool:
    """Whether somebody from an agency may have been there."""
    application = application_meant(context.workbook, form.draft.values)
    return form.text("stage") in _FIRST_TALKS or (application is not None and bool(application.via_person))


def which_one(context: Context, form: Form, row_id: str, name: str = "") -> None:
    """Asks which one is meant, if several people of a name are known; its container is there even when empty."""
    interview = context.workbook.interview(form.draft.record_id)
    meant = application_meant(context.workbook, form.draft.values)
    application = meant or (context.workbook.application(interview.application_id) if interview else None)
    company = application.company if application else form.text("company")
    typed, _ = split_title(name or form.text(row_field("people", row_id, "name")))
    known = {person.id for person in context.workbook.people}
    has_agency = form_values.row_text(form.draft.values, "people", row_id, "agency")
    with st.container():
        if row_id in known or has_agency:
            return
        if people := may_be(context.workbook, typed, application, company):
            labels = {person.id: _words(person) for person in people} | {NEW: "Someone else"}
            question = marked("You know {} already. Is it the same person?", named(typed))
            form.choice(row_field("people", row_id, "who"), question, list(labels), labels)


def _words(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.title, person.works_at) if part)
