"""The small forms of the Search page: one record each, kept as a draft until it is saved."""

from collections.abc import Callable

import streamlit as st

from lib.followup.search import never_answered
from lib.records.application import company_key
from lib.records.person import Person
from lib.records.vocabulary import (
    ActivityKind,
    AskKind,
    Channel,
    Formality,
    PersonKind,
    Status,
    WorkMode,
    words,
)
from lib.store import Draft
from lib.ui import saving, state, wiring
from lib.ui.form import Form, keep
from lib.ui.parts import leaving, problem
from lib.ui.parts.differences import show_differences
from lib.ui.parts.search_rows import scene_of
from lib.ui.parts.tonight import saved_sentence
from lib.ui.wiring import Visit
from lib.ui.words import escaped, whom
from lib.workflows.applications import near_companies
from lib.workflows.editing import is_changed
from lib.workflows.record_editing import ENTRIES, KIND, begin_record, find_record, is_new

HEADINGS = {
    "application": ("A new application", "What is known about this application?"),
    "status": ("Where does it stand?", "Where does it stand?"),
    "person": ("Someone new", "What do you know about this person?"),
    "ask": ("Whom do you ask, and for what?", "What did you ask, and when?"),
    "activity": ("What did you do?", "What did you do?"),
    "aim": ("One aim for this week", "One aim for this week"),
}
"""What each form asks: of a new record, and of one that is there."""

_OFFERED: tuple[ActivityKind, ...] = (
    "networking",
    "learning",
    "interview_prep",
    "application",
    "search_started",
    "search_ended",
    "other",
)


def begin(form: str, record_id: str = "", **known: str) -> None:
    """Turn to a form: a callback. A draft of the same record that waits is gone on with."""
    visit = wiring.visit()
    waiting = (
        draft
        for draft in visit.drafts
        if (draft.kind, draft.screen, draft.record_id) == (KIND, form, record_id) and is_changed(draft)
    )
    known = beginnings(visit, form) | known
    draft = next(waiting, None) or begin_record(visit.workbook, form, record_id, wiring.RANDOM, **known)
    wiring.DESK.put(state.tab(), draft.id, draft)
    saving.query(form=form, draft=draft.id, part="")


def opened(visit: Visit) -> Draft | None:
    """The draft that the address asks for; after a reload, one of the same record as it stands."""
    form, name = st.query_params.get("form", ""), st.query_params.get("draft", "")
    if form not in ENTRIES:
        return None
    draft = wiring.DESK.get(state.tab(), name) or (visit.store.drafts.load(name) if name else None)
    if draft is None or draft.kind != KIND or draft.screen != form:
        record_id = (
            name.partition("--")[0] if find_record(visit.workbook, ENTRIES[form].table, name.partition("--")[0]) else ""
        )
        draft = begin_record(visit.workbook, form, record_id, wiring.RANDOM, **beginnings(visit, form))
        name = draft.id
        saving.query(draft=name)
    return wiring.DESK.put(state.tab(), name, draft)


def beginnings(visit: Visit, form: str) -> dict[str, str]:
    """What a form knows before anything is said."""
    today = visit.today.isoformat()
    if form in ("application", "status", "activity"):
        return {"on": today}
    return {"on": today, "kind": "weekly_aim"} if form == "aim" else {}


def show(visit: Visit, draft: Draft) -> None:
    """The form, with save and the way out."""
    name = st.query_params.get("draft", draft.id)
    form = Form(name, draft)
    st.title(HEADINGS[draft.screen][0 if is_new(draft) else 1], anchor=False)
    st.caption(saved_sentence(draft))
    show_differences(name, "Saved.")
    _FIELDS[draft.screen](visit, form)
    problem.show()
    with st.container(horizontal=True, key="ways"):
        st.button("Save", type="primary", key="save", on_click=_save, args=(name,))
        leaving.way_out("Not now" if is_new(draft) else "Leave it as it was", name, draft, _close)


def _save(name: str) -> None:
    draft = wiring.DESK.get(state.tab(), name)
    saving.save_draft(name, "Saved.")
    if draft is None or state.problem():
        return
    saving.query(form="", draft="")
    if is_new(draft) and draft.screen in ("application", "person") and not _stands_on_a_view():
        saving.query(**{draft.screen: draft.record_id})


def _stands_on_a_view() -> bool:
    return "application" in st.query_params or "person" in st.query_params


def _close() -> None:
    saving.query(form="", draft="")


def _application(visit: Visit, form: Form) -> None:
    company_side, role_side = st.columns(2)
    with company_side:
        form.line("company", "Company", placeholder="Northwind")
    with role_side:
        form.line("role", "Role", placeholder="Data engineer")
    _company_notes(visit, form)
    if is_new(form.draft):
        form.choice("status", "Where does it stand?", words(Status))
        form.day("on", "Since when?")
    else:
        form.day("applied_on", "When did you apply?")
    form.line("source", "How did you find it?", placeholder="Maja told me")
    form.line("url", "Where is it described?", placeholder="The address of the page")
    _rival(visit, form)
    if not is_new(form.draft):
        form.line("location", "Where is it?")
        form.choice("work_mode", "How would you work?", words(WorkMode))
        form.choice("formality", "How formal is the house?", words(Formality))
        form.tick("favourite", "It is a favourite")
    form.box("notes", "Notes")


def _company_notes(visit: Visit, form: Form) -> None:
    company = form.text("company")
    for near in near_companies(visit.workbook, company) if is_new(form.draft) else ():
        key = state.field_key(form.name, f"near {near}")
        st.button(f"Is it the {escaped(near)} you know?", key=key, on_click=_use_company, args=(form.name, near))
    told = never_answered(scene_of(visit), company, but=form.draft.record_id) if company else ""
    if told:
        st.info(escaped(told))


def _use_company(name: str, company: str) -> None:
    keep(name, {"company": company})
    state.forget_fields(name)


def _rival(visit: Visit, form: Form) -> None:
    own = company_key(form.text("company"))
    companies = {company_key(entry.company): entry.company for entry in visit.workbook.applications}
    options = {name: name for key, name in sorted(companies.items()) if key != own}
    standing = form.text("rival_of")
    known = visit.workbook.application(standing)
    if standing:
        options.setdefault(standing, known.company if known else standing)
    if options:
        form.known("rival_of", "Is this company a rival of one you know?", options, otherwise="No, or not known")


def _status(visit: Visit, form: Form) -> None:
    application = visit.workbook.application(form.draft.record_id)
    st.write(f"**{escaped(whom(application))}**")
    form.choice("status", "It is now", words(Status))
    form.day("on", "Since which day?", note="A day before today is fine.")


def _person(visit: Visit, form: Form) -> None:
    form.line("name", "Name")
    form.choice("kind", "How do you know them?", words(PersonKind))
    title_side, company_side = st.columns(2)
    with title_side:
        form.line("title", "Title")
    with company_side:
        form.line("company", "Company")
    email_side, phone_side = st.columns(2)
    with email_side:
        form.line("email", "Email")
    with phone_side:
        form.line("phone", "Phone")
    form.line("linkedin", "LinkedIn")
    form.choice("prefers", "How do they like to be reached?", words(Channel))
    form.day("connected_on", "Connected since")
    form.box("notes", "Notes")


def _ask(visit: Visit, form: Form) -> None:
    people = {person.id: _person_words(person.name, person.company) for person in _by_name(visit)}
    chosen = form.known("person_id", "Whom?", people, otherwise="Someone new") if people else ""
    if not chosen:
        form.line("person_name", "Their name")
    form.choice("kind", "For what?", words(AskKind), {"reference": "To be a reference", "good_word": "For a good word"})
    applications = {entry.id: whom(entry) for entry in reversed(visit.workbook.applications)}
    form.known("application_id", "For which application?", applications, otherwise="None in particular")
    if not is_new(form.draft):
        for step in ("asked", "agreed", "briefed", "contacted", "thanked", "told"):
            form.day(f"{step}_on", STEP_WORDS[step])
    form.box("note", "Notes")


STEP_WORDS = {
    "asked": "Asked",
    "agreed": "They agreed",
    "briefed": "Briefed",
    "contacted": "They were contacted",
    "thanked": "Thanked",
    "told": "Told the result",
}
"""The steps of a favour, as labels."""


def _by_name(visit: Visit) -> list[Person]:
    return sorted(visit.workbook.people, key=lambda person: person.name.casefold())


def _person_words(name: str, company: str) -> str:
    return f"{name}, {company}" if company else name


def _activity(visit: Visit, form: Form) -> None:
    if form.text("kind") == "status":
        application = visit.workbook.application(form.text("application_id"))
        st.write(f"**{escaped(whom(application))}**")
        form.choice("note", "It moved to", words(Status))
        form.day("on", "On which day?")
        return
    kinds = _OFFERED if not (kept := form.text("kind")) or kept in _OFFERED else (*_OFFERED, kept)
    form.choice("kind", "What was it?", kinds)
    form.day("on", "On which day?")
    form.line("note", "In a few words", placeholder="Coffee with Ilse about Lanternfish")
    applications = {entry.id: whom(entry) for entry in reversed(visit.workbook.applications)}
    if applications:
        form.known("application_id", "Does it belong to an application?", applications, otherwise="No")


def _aim(visit: Visit, form: Form) -> None:
    form.line("note", "What would make it a good week?", placeholder="One careful application")


_FIELDS: dict[str, Callable[[Visit, Form], None]] = {
    "application": _application,
    "status": _status,
    "person": _person,
    "ask": _ask,
    "activity": _activity,
    "aim": _aim,
}
