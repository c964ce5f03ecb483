"""The small forms of the Applications page: one record each, kept as a draft until it is saved."""

from collections.abc import Mapping

import streamlit as st

from lib.followup.search import never_answered
from lib.records.application import match_key
from lib.records.application_names import since_words
from lib.records.person import Person
from lib.records.vocabulary import (
    ENDINGS,
    ActivityKind,
    AskKind,
    Channel,
    Formality,
    Language,
    PersonKind,
    Status,
    WorkMode,
    words,
)
from lib.ui import routes, session
from lib.ui.applications import posting
from lib.ui.context import Context
from lib.ui.drafts import record_form
from lib.ui.drafts.field_sync import keep_answers
from lib.ui.drafts.fields import Form
from lib.ui.drafts.record_form import RecordForm
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.shared.interview_fields import offer_near
from lib.ui.titles import application_title
from lib.workflows.drafting import is_new
from lib.workflows.drafts.application_rows import VIA_AGENCY, VIA_NAME
from lib.workflows.entries.applications import ANOTHER, WHICH, namesakes
from lib.workflows.entries.people import recruiters

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
    """Turn to a form: a callback."""
    record_form.begin(FORMS, form, record_id, **known)


def _application(context: Context, form: Form) -> None:
    company_side, role_side = st.columns(2)
    with company_side:
        form.text_input("company", "Company", placeholder="Northwind")
    with role_side:
        form.text_input("role", "Role", placeholder="Data engineer")
    _company_notes(context, form)
    if is_new(form.draft):
        form.choice("status", "What's the status?", words(Status))
        form.day("on", "Since?")
    else:
        form.day("applied_on", "When did you apply?")
    form.text_input("source", "How did you find it?", placeholder="Maja told me")
    form.text_input("url", "Link to the posting", placeholder="https://…")
    _recruiter(context, form)
    _rival(context, form)
    if not is_new(form.draft):
        form.text_input("location", "Where is it?")
        form.choice("work_mode", "How would you work?", words(WorkMode))
        form.choice("formality", "How formal are they?", words(Formality))
        form.checkbox("favourite", "Favourite")
    form.text_area("notes", "Notes")
    with st.expander("The job posting", type="compact"):
        posting.fields(context, form)


def _company_notes(context: Context, form: Form) -> None:
    company = form.text("company")
    if is_new(form.draft):
        offer_near(context, form)
        with st.container():
            _existing_applications(context, form)
    note = never_answered(context.snapshot, company, but=form.draft.record_id) if company else ""
    if note:
        st.info(escaped(note))


def _existing_applications(context: Context, form: Form) -> None:
    """The applications for the same role there: to open, to reopen, or to add another one beside them."""
    known = namesakes(context.workbook, form.text("company"), form.text("role"))
    for entry in known:
        since = since_words(context.workbook, entry, context.today, dates=context.dates)
        key = session.field_key(form.name, f"there {entry.id}")
        if entry.is_closed:
            words = f"Reopen the closed one · {since}"
            st.button(escaped(words), key=key, on_click=_reopen, args=(entry.id, form.text("status")))
        else:
            words = f"Open the one you have · {since}"
            st.button(escaped(words), key=key, on_click=_open, args=(entry.id,))
    if any(not entry.is_closed for entry in known):
        form.choice(WHICH, "Is this another application?", (ANOTHER,), {ANOTHER: "Yes, a new one"})
    elif known:
        st.caption("Saving this adds a second application for the same role.")


def _open(application_id: str) -> None:
    routes.set_query(form="", draft="", application=application_id)


def _reopen(application_id: str, status: str) -> None:
    """The form of its status, with its current one: as entered in the form for a new one, which stays as a draft."""
    begin("status", application_id)
    is_live = status in words(Status) and status not in ENDINGS
    keep_answers(st.query_params["draft"], {"status": status if is_live else "interviewing"})


def _rival(context: Context, form: Form) -> None:
    own = match_key(form.text("company"))
    companies = {match_key(entry.company): entry.company for entry in context.workbook.applications}
    options = {name: name for key, name in sorted(companies.items()) if key != own}
    standing = form.text("rival_of")
    known = context.workbook.application(standing)
    if standing:
        options.setdefault(standing, known.company if known else standing)
    if options:
        form.select_entry(
            "rival_of", "Is it a competitor of a company you know?", options, otherwise="No, or I don't know"
        )


def _recruiter(context: Context, form: Form) -> None:
    """Who is between me and the employer: one of the recruiters, or somebody new with their agency."""
    with st.expander("Through a recruiter?", expanded=bool(form.text("via_person")), type="compact", key="recruiter"):
        known = {person.id: person.with_house for person in recruiters(context.workbook)}
        if kept := context.workbook.find(Person, form.text("via_person")):
            known.setdefault(kept.id, kept.with_house)
        chosen = form.select_entry("via_person", "Which one?", known, otherwise="None, or someone new") if known else ""
        if not chosen:
            name_side, agency_side = st.columns(2)
            with name_side:
                form.text_input(VIA_NAME, "Their name", placeholder="Dana Cole")
            with agency_side:
                form.text_input(VIA_AGENCY, "Their agency", placeholder="Bright Staffing")


def _status(context: Context, form: Form) -> None:
    application = context.workbook.application(form.draft.record_id)
    st.write(marked("**{}**", application_title(application, context)))
    form.choice("status", "Status", words(Status))
    form.day("on", "Since?", note="It can be a day in the past.")


def _no_to(_context: Context, form: Form) -> str:
    """The application that is about to be withdrawn from."""
    is_no = form.text("status") == "withdrawn" != form.draft.base.get("status")
    return form.draft.record_id if is_no else ""


def _person(context: Context, form: Form) -> None:
    form.text_input("name", "Name")
    form.text_input("salutation", "Greeting in your letters", placeholder="Dear Dr. Orbán, or a first name alone")
    form.choice("kind", "How do you know them?", words(PersonKind))
    title_side, company_side = st.columns(2)
    with title_side:
        form.text_input("title", "Title")
    with company_side:
        form.text_input("company", "Company")
    if form.text("kind") == "recruiter" or form.text("agency"):
        form.text_input("agency", "Agency", placeholder="If they recruit for other companies")
    email_side, phone_side = st.columns(2)
    with email_side:
        form.text_input("email", "Email")
    with phone_side:
        form.text_input("phone", "Phone")
    form.text_input("linkedin", "LinkedIn")
    form.choice("prefers", "How do they like to be reached?", words(Channel))
    form.choice("language", "Language of your letters, if it isn't English", words(Language))
    if form.text("language"):
        st.caption("This changes the spelling check only. Drafts are in English: write your own text or template.")
    form.day("connected_on", "Connected since")
    form.text_area("notes", "Notes")


def _ask(context: Context, form: Form) -> None:
    people = {person.id: _person_words(person.name, person.company) for person in _by_name(context)}
    chosen = form.select_entry("person_id", "Who?", people, otherwise="Someone new") if people else ""
    if not chosen:
        form.text_input("person_name", "Their name")
    form.choice(
        "kind", "What do you ask for?", words(AskKind), {"reference": "A reference", "good_word": "A good word"}
    )
    applications = {entry.id: application_title(entry, context) for entry in reversed(context.workbook.applications)}
    form.select_entry("application_id", "For which application?", applications, otherwise="None in particular")
    if not is_new(form.draft):
        for step in ("asked", "agreed", "briefed", "contacted", "thanked", "told"):
            form.day(f"{step}_on", STEP_WORDS[step])
    form.text_area("note", "Notes")


STEP_WORDS: Mapping[str, SafeText] = {
    "asked": "Asked",
    "agreed": "They agreed",
    "briefed": "Briefed",
    "contacted": "They got a call",
    "thanked": "Thanked",
    "told": "Told the result",
}
"""The steps of a favour, as labels."""


def _by_name(context: Context) -> list[Person]:
    return sorted(context.workbook.people, key=lambda person: person.name.casefold())


def _person_words(name: str, company: str) -> str:
    return f"{name}, {company}" if company else name


def _activity(context: Context, form: Form) -> None:
    if form.text("kind") == "status":
        application = context.workbook.application(form.text("application_id"))
        st.write(marked("**{}**", application_title(application, context)))
        form.choice("note", "New status", words(Status))
        form.day("on", "When?")
        return
    kinds = _OFFERED if not (kept := form.text("kind")) or kept in _OFFERED else (*_OFFERED, kept)
    form.choice("kind", "What was it?", kinds)
    form.day("on", "When?")
    form.text_input("note", "In a few words", placeholder="Coffee with Maeve about Lanternhill")
    applications = {entry.id: application_title(entry, context) for entry in reversed(context.workbook.applications)}
    if applications:
        form.select_entry("application_id", "Does it belong to an application?", applications, otherwise="No")


def _aim(context: Context, form: Form) -> None:
    form.text_input("note", "What would make it a good week?", placeholder="One careful application")


def _today(context: Context) -> dict[str, str]:
    return {"on": context.today.isoformat()}


def _this_week(context: Context) -> dict[str, str]:
    return {"on": context.today.isoformat(), "kind": "weekly_aim"}


FORMS = {
    "application": RecordForm("A new application", "Edit the application", _application, _today, opens="application"),
    "status": RecordForm("What's the status?", "What's the status?", _status, _today, declined_application=_no_to),
    "posting": RecordForm("The job posting", "The job posting", posting.fields),
    "person": RecordForm("Someone new", "Edit the person", _person, opens="person"),
    "ask": RecordForm("Who do you ask for help?", "What did you ask, and when?", _ask),
    "activity": RecordForm("What did you do?", "What did you do?", _activity, _today),
    "aim": RecordForm("A goal for this week", "A goal for this week", _aim, _this_week),
}
"""The forms of the Applications page."""
