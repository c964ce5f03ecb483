"""What happens next: who you met, what they told you comes next, what you promised, and what you'll do differently."""

import streamlit as st

from lib.records.application import same_company
from lib.records.vocabulary import NextStep, words
from lib.ui import session
from lib.ui.context import Context
from lib.ui.drafts.field_sync import keep_answers
from lib.ui.drafts.fields import Form
from lib.ui.markdown import escaped
from lib.ui.shared import people_fields, plan_questions
from lib.workflows import form_values
from lib.workflows.form_values import row_field

_MOST_KNOWN = 4


def show(context: Context, form: Form) -> None:
    """People, promises, the next step with its day, the point that was forgotten, and the plans."""
    with st.container(gap="xsmall"):
        _people(context, form)
        _promises(form)
        with st.container(horizontal=True, gap="xsmall", key="add_rows"):
            form.add_row("people", "pe", "Add a person")
            _met_before(context, form)
            form.add_row("promises", "pr", "Add a promise")
    if not form.text("outcome"):
        _their_answer(form)
    forgot, differently = st.columns(2)
    with forgot:
        form.text_input("unsaid", "Anything you forgot to mention?")
    with differently:
        form.text_input("new_plan", "One thing to do differently", placeholder="If they ask about pay, I give a range")
    with st.container(gap=None):
        plan_questions.ask_in_debrief(context, form)


def _their_answer(form: Form) -> None:
    step, day = st.columns([8, 3])
    with step:
        form.choice("next_step", "What's the next step?", words(NextStep))
    with day:
        form.day("reply_by", "When will you hear back?")


def _people(context: Context, form: Form) -> None:
    has_agency = people_fields.may_be_recruiter(context, form)
    for row_id in form_values.items(form.draft.values, "people"):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"person_{row_id}"):
            form.text_input(row_field("people", row_id, "name"), "Who did you meet?", placeholder="Name, job title")
            if has_agency:
                form.text_input(row_field("people", row_id, "agency"), "Agency, if any")
            form.text_input(row_field("people", row_id, "talked_about"), "What did you talk about?")
            form.remove_row("people", row_id, "Remove", "Take this person off")
        people_fields.which_one(context, form, row_id)


def _met_before(context: Context, form: Form) -> None:
    application = context.workbook.application(form.text("application"))
    company = application.company if application else form.text("company")
    listed = form_values.items(form.draft.values, "people")
    between = application.via_person if application else ""
    people = (
        person for person in context.workbook.people if person.id == between or same_company(person.company, company)
    )
    known = [person for person in people if person.id not in listed] if company else []
    names = [person.name for person in known]
    for person in known[:_MOST_KNOWN]:
        key, args = session.field_key(form.name, f"met {person.id}"), (form.name, person.id, person.name)
        more = person.title or person.works_at if names.count(person.name) > 1 else ""
        words = ", ".join(part for part in (person.name, more) if part)
        st.button(escaped(words), key=key, icon=":material/add:", on_click=_add_known, args=args)


def _add_known(name: str, person_id: str, person_name: str) -> None:
    keep_answers(name, {row_field("people", person_id, "name"): person_name})


def _promises(form: Form) -> None:
    people = form_values.items(form.draft.values, "people")
    met = {row_id: name for row_id in people if (name := form.text(row_field("people", row_id, "name"))).strip()}
    for row_id in form_values.items(form.draft.values, "promises"):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"promise_{row_id}"):
            form.text_input(
                row_field("promises", row_id, "what"), "What did you promise?", placeholder="Send the reference"
            )
            form.day(row_field("promises", row_id, "by"), "Due date")
            if len(met) > 1:
                form.select_entry(row_field("promises", row_id, "person_id"), "Promised to", met, otherwise="Not said")
            form.remove_row("promises", row_id, "Remove", "Take this promise off")
