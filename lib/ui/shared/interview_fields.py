"""The fields that name an interview: which application, and when."""

import streamlit as st

from lib.ui import session
from lib.ui.drafts.fields import Form, keep
from lib.ui.markdown import escaped, whom
from lib.ui.shared import noted
from lib.ui.visit import Visit
from lib.workflows.applications import near_companies


def application_fields(visit: Visit, form: Form) -> None:
    """A known application, or company and role of a new one; and whether the interview was noted beforehand."""
    _which_application(visit, form)
    noted.offer(visit, form)


def _which_application(visit: Visit, form: Form) -> None:
    known = {entry.id: whom(entry) for entry in reversed(visit.workbook.applications)}
    chosen = form.known("application", "Which application?", known, otherwise="A new one") if known else ""
    if chosen:
        return
    company_side, role_side = st.columns(2)
    with company_side:
        form.line("company", "Company", placeholder="Northwind")
    with role_side:
        form.line("role", "Role", placeholder="Data engineer")
    with st.container():
        _offer_near(visit, form)


def _offer_near(visit: Visit, form: Form) -> None:
    for company in near_companies(visit.workbook, form.text("company")):
        key = session.field_key(form.name, f"near {company}")
        st.button(f"Is it the {escaped(company)} you know?", key=key, on_click=_use_company, args=(form.name, company))


def _use_company(name: str, company: str) -> None:
    keep(name, {"company": company})
    session.forget_fields(name)


def when_fields(form: Form, begins: str = "When did it begin?") -> None:
    """The day, and the time of day where it is known."""
    day_side, time_side = st.columns(2)
    with day_side:
        form.day("date", "On which day?")
    with time_side:
        form.clock_time("time", begins)
