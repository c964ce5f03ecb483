"""The fields that name an interview: which application, and when."""

from collections.abc import Mapping

import streamlit as st

from lib.store import JsonValue
from lib.ui import session
from lib.ui.drafts import driver
from lib.ui.drafts.fields import Form, keep
from lib.ui.markdown import escaped, stage_and_day, whom
from lib.ui.visit import Visit, this_visit
from lib.workflows import answers as given
from lib.workflows import debrief
from lib.workflows.applications import lacks_date, near_companies
from lib.workflows.noted import noted_beforehand
from lib.workflows.when_said import clock_in_words, said_of_time


def application_fields(visit: Visit, form: Form) -> None:
    """A known application, or company and role of a new one; and whether the interview was noted beforehand."""
    _which_application(visit, form)
    _offer_noted(visit, form)


def _which_application(visit: Visit, form: Form) -> None:
    known = {entry.id: whom(entry) for entry in reversed(visit.workbook.applications)}
    chosen = form.known("application", "Which application?", known, otherwise="A new one") if known else ""
    if chosen:
        _applied_on(visit, form)
        return
    company_side, role_side = st.columns(2)
    with company_side:
        form.line("company", "Company", placeholder="Northwind")
    with role_side:
        form.line("role", "Role", placeholder="Data engineer")
    with st.container():
        _applied_on(visit, form)
        _offer_near(visit, form)


def _applied_on(visit: Visit, form: Form) -> None:
    if lacks_date(visit.workbook, form.draft.values):
        form.day("applied_on", "When did you apply?", note="It can stay empty. Your proof of search counts by it.")


def _offer_near(visit: Visit, form: Form) -> None:
    for company in near_companies(visit.workbook, form.text("company")):
        key = session.field_key(form.name, f"near {company}")
        st.button(f"Is it the {escaped(company)} you know?", key=key, on_click=_use_company, args=(form.name, company))


def _use_company(name: str, company: str) -> None:
    keep(name, {"company": company})
    session.forget_fields(name)


def when_fields(visit: Visit, form: Form, begins: str = "When did it begin?") -> None:
    """The day, the time of day where it is known, and whose clock that is."""
    day_side, time_side = st.columns(2)
    with day_side:
        form.day("date", "On which day?", along=_typed_here)
    with time_side:
        form.clock_time("time", begins, along=_typed_here)
    noted = visit.workbook.interview(form.draft.record_id)
    when = given.when(form.draft.values, visit.zone, noted)
    with st.expander(f"Time zone: {escaped(clock_in_words(when, visit.zone))}"):
        form.zone("zone", "Time zone of the interview", "Type a city. Empty: my own time zone.")
    with st.container():
        for sentence in said_of_time(form.draft.values, visit.zone, visit.today, noted):
            st.caption(escaped(sentence))


def _typed_here(_answers: Mapping[str, JsonValue], _words: str) -> dict[str, JsonValue]:
    return {given.TYPED_IN: this_visit().zone.key}


def _offer_noted(visit: Visit, form: Form) -> None:
    """Says that this interview was noted, with the one way on; its place stands even when empty."""
    with st.container():
        is_debrief = form.draft.kind == debrief.KIND
        interview = noted_beforehand(visit.workbook, form.draft, visit.now) if is_debrief else None
        if interview is None:
            return
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="noted"):
            words = escaped(stage_and_day(interview, visit))
            st.markdown(f"**You noted this interview beforehand.**  \n{words}", width="stretch")
            st.button("It is this one", key="noted this", on_click=_turn, args=(form.name, interview.id))


def _turn(name: str, interview_id: str) -> None:
    if interview := this_visit().workbook.interview(interview_id):
        driver.turn_to_noted(name, interview)
