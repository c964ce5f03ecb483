"""The people of one application: who was met and what to tell them, who else is known there, and who speaks for me."""

import streamlit as st

from lib.english import one_line
from lib.records.labels import label
from lib.records.person import Person
from lib.ui import routes
from lib.ui.applications import entry_form, reference_list
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.workflows.entries.searching import Process, last_talks


def show(context: Context, process: Process) -> None:
    """The people, each with what to draw on or to tell them; then the references and good words."""
    talks = last_talks(context.workbook, process)
    if process.people or process.known:
        st.subheader("People", anchor=False)
    for person in process.people:
        talk = talks.get(person.id)
        verb = "meeting" if talk and not talk[1].is_debriefed and talk[1].held_on >= context.today else "met"
        met = f"{verb} {context.dates.short_day(talk[1].held_on, context.today)}" if talk else ""
        about = talk[0].talked_about if talk else ""
        _person(context, process, person, met, about)
    for person in process.known:
        how = label(person.kind).lower() if person.kind else ""
        between = person.id == process.application.via_person
        _person(context, process, person, "speaks for them" if between else how)
    reference_list.show_there(context, process.asks)
    begin = {"application_id": process.application.id}
    words = "Ask for a reference or a good word"
    st.button(words, key="add ask", type="tertiary", on_click=entry_form.begin, args=("ask",), kwargs=begin)


def _person(context: Context, process: Process, person: Person, how: str, about: str = "") -> None:
    """Who it is, what was talked about, and what else to tell them elsewhere: tasks here are shown above."""
    here = process.application.id
    owed = next((due for due in context.plan.tasks if due.person_id == person.id and due.application_id != here), None)
    details = " · ".join(part for part in (person.title, person.agency, how) if part)
    with st.container(key=f"met_{person.id}", gap=None):
        routes.person(person.id).link_here(escaped(person.name))
        if details:
            st.markdown(marked(":gray[{}]", details))
        if about:
            st.markdown(marked(":gray[Talked about:] {}", one_line(about, 140)))
        if owed:
            st.markdown(marked(":material/arrow_forward: {}", owed.title))
