"""The fields that name an interview: which application, and when."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import streamlit as st

from lib.records.application import Application
from lib.records.application_names import since_words, status_name
from lib.records.vocabulary import Format, Stage, words
from lib.store import JsonValue
from lib.ui import session
from lib.ui.context import OPEN_DRAFTS, Context, current_context
from lib.ui.drafts import form_flow
from lib.ui.drafts.field_sync import keep_answers, sync_widgets
from lib.ui.drafts.fields import Form
from lib.ui.markdown import SafeText, escaped, marked, named
from lib.ui.titles import application_title, stage_and_day
from lib.workflows import form_values
from lib.workflows.drafts import debrief
from lib.workflows.drafts.scheduled_interviews import scheduled_match
from lib.workflows.entries.applications import (
    ANOTHER,
    WHICH,
    application_meant,
    has_to_be_said,
    lacks_date,
    namesakes,
    near_companies,
    require_said,
)
from lib.workflows.entries.reopening import REOPEN, ended_on, turn_of
from lib.workflows.entries.take_homes import why_not_due, why_not_handed_in
from lib.workflows.entries.when_said import clock_in_words, said_of_time


def application_fields(context: Context, form: Form) -> None:
    """A known application, or company and role of a new one; what the interview does to one that is closed; and whether
    it was noted in advance."""
    if choose_application(context, form):
        _applied_on(context, form)
    else:
        name_application(context, form, form_values.moment(form.draft.values, context.zone), with_day=True)
    opens_again(context, form)
    _offer_noted(context, form)


def choose_application(context: Context, form: Form, field: str = "application", question: SafeText = "") -> str:
    """One of the known applications, by its id; empty for a new one, or where none is known."""
    known = {entry.id: _with_end(entry, context) for entry in reversed(context.workbook.applications)}
    return (
        form.select_entry(field, question or "Which application?", known, otherwise="A new application")
        if known
        else ""
    )


def _with_end(entry: Application, context: Context) -> str:
    ended = f" ({status_name(context.workbook, entry).lower()})" if entry.status and entry.is_closed else ""
    return application_title(entry, context) + ended


def name_application(context: Context, form: Form, held_at: date | None, *, with_day: bool = False) -> None:
    """Company and role of a new application; whether the company is known by another spelling, and which one is meant
    if there is one for that role already. ``held_at`` is the day of what is being entered; ``with_day`` asks when they
    applied, too."""
    company_side, role_side, *day_side = st.columns([4, 4, 3]) if with_day else st.columns(2)
    with company_side:
        form.text_input("company", "Company", placeholder="Northwind")
    with role_side:
        form.text_input("role", "Role", placeholder="Project coordinator")
    for side in day_side:
        with side:
            _applied_on(context, form)
    offer_near(context, form)
    with st.container():
        _which_of_them(context, form, held_at)


def offer_near(context: Context, form: Form) -> None:
    """The known companies that may be the one typed, each to tap; their container is there even when empty."""
    with st.container():
        for company in near_companies(context.workbook, form.text("company")):
            key = session.field_key(form.name, f"near {company}")
            words = marked("You have {}. Same company?", company.rstrip("."))
            st.button(words, key=key, on_click=_use_company, args=(form.name, company))


def _use_company(name: str, company: str) -> None:
    keep_answers(name, {"company": company})
    session.forget_fields(name)


def _which_of_them(context: Context, form: Form, held_at: date | None) -> None:
    known = namesakes(context.workbook, form.text("company"), form.text("role"))
    if not known:
        return
    labels = {entry.id: _offered(context, entry, held_at) for entry in known} | {ANOTHER: "A new application"}
    question = marked("You have {} already. Which one is it?", named(f"{known[0].company}, {known[0].role}"))
    form.choice(WHICH, question, list(labels), labels)
    if not form.text(WHICH) and not has_to_be_said(context.workbook, form.draft.values):
        st.caption("If you don't choose, it's the open one.")


def _offered(context: Context, entry: Application, held_at: date | None) -> str:
    since = since_words(context.workbook, entry, context.today, dates=context.dates)
    if not entry.is_closed:
        return f"The open one · {since}"
    what = "The closed one" if turn_of(context.workbook, entry, held_at, context.today) == "stays" else "Reopen it"
    return f"{what} · {since}, {_ended(context, entry)}"


def _ended(context: Context, entry: Application) -> str:
    """'rejected 12 Nov'."""
    day, words = ended_on(context.workbook, entry), status_name(context.workbook, entry).lower()
    return f"{words} {context.dates.short_day(day, context.today)}" if day else words


def require_one(form_name: str) -> None:
    """Raise ``Incomplete`` while it isn't clear which application an open draft means: a callback's first step."""
    sync_widgets(form_name)
    draft = OPEN_DRAFTS.get(session.tab(), form_name)
    if draft:
        require_said(current_context().workbook, draft.values)


def opens_again(context: Context, form: Form) -> None:
    """What this interview does to its application, if that is closed; its container is there even when empty."""
    with st.container():
        interview = context.workbook.interview(form.draft.record_id)
        chosen = application_meant(context.workbook, form.draft.values)
        entry = chosen or (context.workbook.application(interview.application_id) if interview else None)
        held_at = form_values.moment(form.draft.values, context.zone)
        turn = turn_of(context.workbook, entry, held_at, context.today)
        if entry is None or not turn or has_to_be_said(context.workbook, form.draft.values):
            return
        ended = marked("{} is closed: {}.", entry.company, _ended(context, entry))
        if turn == "opens":
            st.caption(ended + " Saving this opens it again.")
        elif turn == "stays":
            st.caption(ended + " This interview was before that, so it stays closed.")
        elif turn == "asks":
            question = marked("{} ended that same day. Is it open again?", named(entry.company))
            form.choice(REOPEN, question, ("yes", "no"), {"yes": "Yes", "no": "No"})


def _applied_on(context: Context, form: Form) -> None:
    if not lacks_date(context.workbook, form.draft.values):
        return
    form.day("applied_on", "Applied on (optional)", note="For your record of applications.")
    applied, held = form.text("applied_on"), form.text("date")
    if applied and held and applied > held:
        st.caption("These dates say you applied after the interview. Is that right?")


TYPE_WAS: Final = "What type was it?"
TYPE_IS: Final = "What type is it?"
"""The same question of an interview still to come."""


def type_field(form: Form, question: SafeText = TYPE_WAS) -> None:
    """The type of interview, or the person's own word for it."""
    form.choice("stage", question, words(Stage), {"other": "In my own words"})
    st.caption("Case: you solve a problem. Panel: several people at once. Culture: do you fit in?")
    if form.text("stage") == "other":
        form.text_input("stage_words", "In your own words", placeholder="Speed interview")


def when_fields(context: Context, form: Form, beside: Callable[[], None] | None = None) -> None:
    """The day, the time of day if it is known, and whose clock that is; ``beside`` draws what is right of that."""
    day_side, time_side = st.columns(2)
    with day_side:
        form.day("date", "Date", also_sets=_typed_here)
    with time_side:
        form.clock_time("time", "Start time", also_sets=_typed_here)
    noted = context.workbook.interview(form.draft.record_id)
    when = form_values.when(form.draft.values, context.zone, noted)
    zone_side, other_side = st.columns(2) if beside else (st.container(), st.container())
    with zone_side, st.expander(marked("Time zone: {}", clock_in_words(when, context.zone)), type="compact"):
        form.zone("zone", "Time zone of the interview", "Type a city. Empty: my own time zone.")
    if beside:
        with other_side:
            beside()
    with st.container():
        for sentence in said_of_time(form.draft.values, context.zone, context.today, noted, dates=context.dates):
            st.caption(escaped(sentence))


def details(context: Context, form: Form) -> None:
    """How it is held, how long it's planned to take, where; and the dates of a take-home."""
    form.choice("format", "Phone, video or in person?", words(Format))
    if form.text("format") == "take_home":
        take_home_dates(context, form)
    form.number("planned_minutes", "How long will it take, in minutes?", 0, 1440, unit="60")
    link_side, place_side = st.columns(2)
    with link_side:
        form.text_input("link", "Link or number to dial in", placeholder="https://…")
    with place_side:
        form.text_input("place", "Place", placeholder="Mill Lane 4, second floor")


def take_home_dates(context: Context, form: Form) -> None:
    """When it's due; of one that is saved already, when it was handed in."""
    given_on = form_values.when(
        form.draft.values, context.zone, context.workbook.interview(form.draft.record_id)
    ).held_on
    form.day("due_on", "When is it due?")
    _refuse(why_not_due(form.draft.values, given_on))
    if context.workbook.interview(form.draft.record_id):
        form.day("handed_in_on", "When did you hand it in?")
        _refuse(why_not_handed_in(form.draft.values, given_on, context.today))


def _refuse(reason: str) -> None:
    with st.container():
        if reason:
            st.markdown(marked(":small[:red[{}]]", reason))


def _typed_here(_answers: Mapping[str, JsonValue], _words: str) -> dict[str, JsonValue]:
    return {form_values.TYPED_IN: current_context().zone.key}


def _offer_noted(context: Context, form: Form) -> None:
    """Tells that this interview was noted, with the one way on; its container is there even when empty."""
    with st.container():
        is_debrief = form.draft.kind == debrief.KIND
        interview = scheduled_match(context.workbook, form.draft, context.now) if is_debrief else None
        if interview is None:
            return
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="noted"):
            st.markdown(
                marked("**You added this interview before.**  \n{}", stage_and_day(interview, context)), width="stretch"
            )
            st.button("Yes, this one", key="noted this", on_click=_turn, args=(form.name, interview.id))


def _turn(name: str, interview_id: str) -> None:
    if interview := current_context().workbook.interview(interview_id):
        form_flow.switch_to_scheduled(name, interview)
