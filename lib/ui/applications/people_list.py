"""The people of the search: a list to look through, and the one view of each."""

from datetime import date

import streamlit as st

from lib.english import counted, days_between, one_line
from lib.records.labels import label
from lib.records.person import Person
from lib.records.vocabulary import PersonKind, words
from lib.records.zones import spoken_when
from lib.ui import routes
from lib.ui.applications import crumbs, entry_form, reference_list
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.shared import breadcrumbs, chips
from lib.ui.shared.rows import facts, line
from lib.ui.titles import application_title
from lib.workflows.entries.forgetting import named_only_in_drafts
from lib.workflows.entries.people import speaks_for
from lib.workflows.entries.searching import Acquaintance, acquaintance_of, find_people, last_met

_SHOWN = 30


def show_list(context: Context) -> None:
    """The search box, the kinds, and the people found."""
    drafted = named_only_in_drafts(context.workbook, context.drafts)
    if not (context.workbook.people or drafted):
        _add()
        st.write("The people of your search will be here: who you met, who vouches for you, who you know.")
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="search_filters"):
        text = st.text_input("Search", key="people text", type="search", placeholder="name, company, title")
        kinds = st.multiselect(
            "How you know them", words(PersonKind), key="people kinds", format_func=label, placeholder="Any way"
        )
        _add()
    found = find_people(context.workbook, text or "", kinds)
    if text or kinds:
        whole = counted(len(context.workbook.people), "person", "people")
        st.caption(marked("{} of {}", len(found), whole) if found else "Nothing found.")
    shown = found if st.session_state.get("people more") else found[:_SHOWN]
    with st.container(gap=None, key="people"):
        for person in shown:
            _row(context, person)
    if len(shown) < len(found):
        st.button(marked("Show {} more", len(found) - len(shown)), key="show more people", on_click=_show_more)
    for named in drafted:
        caption = marked("**{}**  \nNamed in an unsaved draft.", one_line(named.name))
        line(f"drafted_{named.person_id}", caption, "Forget …", _ask_to_forget, named.person_id)


def _add() -> None:
    st.button("Add a person", type="primary", key="add person", on_click=entry_form.begin, args=("person",))


def _show_more() -> None:
    st.session_state["people more"] = True


def _row(context: Context, person: Person) -> None:
    """One person: all of the row leads to their page, and the link in it is their name."""
    where = ", ".join(part for part in (person.title, person.works_at) if part)
    met = last_met(context.workbook).get(person.id)
    with st.container(key=f"row_{person.id}", gap=None):
        routes.person(person.id).link_here(marked("**{}** {}", one_line(person.name, 50), one_line(where, 60)))
        cells = (chips.chip(label(person.kind)) if person.kind else "", "", _met(met, context))
        chips.show_cells(*cells)


def _met(day: date | None, context: Context) -> str:
    return f"Met {days_between(day, context.today)}" if day else ""


def _about(person: Person) -> str:
    kind = label(person.kind) if person.kind else ""
    return (
        ", ".join(part for part in (kind, person.title, person.agency, person.company) if part) or "Nothing noted yet"
    )


def show_one(context: Context, person: Person) -> None:
    """The one view of a person, at its own address."""
    known = acquaintance_of(context.workbook, person)
    breadcrumbs.show("Applications", crumbs.PEOPLE, here=person.name, back=routes.reset)
    st.title(escaped(person.name), anchor=False)
    st.write(marked("{}.", _about(person)))
    with st.container(horizontal=True, key="acts"):
        st.button("Edit", key="edit", on_click=entry_form.begin, args=("person", person.id))
        st.button("Forget this person …", key="forget", on_click=_ask_to_forget, args=(person.id,))
    _speaks_for(context, person)
    _reach(context, person)
    _conversations(context, known)
    _promises(context, known)
    reference_list.show_of(context, known.asks, person.id)
    _sent(context, known)


def _ask_to_forget(person_id: str) -> None:
    routes.person(person_id, "forget").open_here()


def _speaks_for(context: Context, person: Person) -> None:
    """The employers for which a recruiter is in between, each with its role."""
    if found := speaks_for(context.workbook, person.id):
        st.subheader("Speaks for", anchor=False)
    for entry in found:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"speaks_{entry.id}"):
            routes.application(entry.id).link_here(escaped(application_title(entry, context)))
            chips.show(chips.status(context.workbook, entry))


def _reach(context: Context, person: Person) -> None:
    facts(
        {
            "Your letters begin": person.salutation,
            "Your letters are in": label(person.language) if person.language else "",
            "Email": person.email,
            "Phone": person.phone,
            "LinkedIn": person.linkedin,
            "Likes to be reached by": label(person.prefers) if person.prefers else "",
            "Connected since": context.dates.spoken_day(person.connected_on, context.today)
            if person.connected_on
            else "",
            "Notes": person.notes,
        }
    )


def _conversations(context: Context, known: Acquaintance) -> None:
    if known.conversations:
        st.subheader("Conversations", anchor=False)
    for conversation, interview in known.conversations:
        where = application_title(context.workbook.application(interview.application_id), context)
        about = conversation.talked_about or "No topic noted."
        when = spoken_when(interview, context.now, context.zone, dates=context.dates)
        with st.container(key=f"talk_{interview.id}", gap=None):
            routes.interview(interview.id).link(marked("{}, {}", where, interview.type_phrase))
            st.markdown(marked(":gray[{}]  \n{}", when, about))


def _promises(context: Context, known: Acquaintance) -> None:
    if known.promises:
        st.subheader("What you promised", anchor=False)
    for promise in known.promises:
        by = f", by {context.dates.spoken_day(promise.by, context.today)}" if promise.by else ""
        kept = f", kept on {context.dates.spoken_day(promise.kept_on, context.today)}" if promise.kept_on else ""
        st.write(escaped(f"{promise.what}{by}{kept}"))


def _sent(context: Context, known: Acquaintance) -> None:
    if known.sent:
        st.subheader("What was sent", anchor=False)
    for task in known.sent:
        when = (
            context.dates.spoken_day(task.done_at.astimezone(context.zone).date(), context.today)
            if task.done_at
            else "No day noted"
        )
        how = f", by {label(task.channel).lower()}" if task.channel else ""
        with st.expander(marked("{}, {}{}", label(task.kind), when, how)):
            if task.subject:
                st.write(marked("**{}**", task.subject))
            st.text(task.body)
