"""This job against my criteria: what is known, what is still to ask, and what I decide."""

from datetime import date

import streamlit as st

from lib.charts.chart import Chart
from lib.decide.decisions import Entry, decision_log, newest_by_job
from lib.decide.fit import JobFit, best_first, job_fit
from lib.decide.mood import mood
from lib.english import counted
from lib.palette import DARK, LIGHT
from lib.records.application import Application
from lib.records.workbook import Workbook
from lib.ui import places
from lib.ui.decide import decision_form, decisions_list
from lib.ui.markdown import escaped, one_line, whom
from lib.ui.shared import begin_debrief, breadcrumbs, chart_frame
from lib.ui.shared.rows import line, standing
from lib.ui.visit import Visit
from lib.workflows.drafts.scoring import SCREEN, job_name

_IN_LIST = 30


def opened(visit: Visit) -> str:
    """The job that the address names, or nothing."""
    job = st.query_params.get("application", "")
    is_here = st.query_params.get("view", "job") == "job" and bool(job_name(visit.workbook, job))
    return job if is_here else ""


def show(visit: Visit) -> None:
    """The choice of a job."""
    if "application" in st.query_params:
        st.info("The job at this address is not in the workbook. It may have been deleted.")
    _choose(visit)


def _choose(visit: Visit) -> None:
    applications = sorted(visit.workbook.applications, key=lambda entry: str(entry.status_on or ""), reverse=True)
    live = [entry for entry in applications if not entry.is_over]
    ended = [entry for entry in applications if entry.is_over]
    present = [offer.id for offer in visit.workbook.offers if offer.kind == "present_job"]
    if not applications and not present:
        st.write("Here a job stands against what you want from one. It begins with an application or a debrief.")
        begin_debrief.debrief()
        return
    st.subheader("Which job?", anchor=False)
    fits = {entry.id: job_fit(visit.workbook, entry.id, visit.today) for entry in live}
    live.sort(key=lambda entry: best_first(fits[entry.id]))
    decided = newest_by_job(decision_log(visit.workbook, visit.today))
    shown = live if st.session_state.get("decide more") else live[:_IN_LIST]
    for entry in shown:
        _line(entry.id, f"**{escaped(one_line(whom(entry, visit)))}**", fits[entry.id], decided.get(entry.id))
    if len(shown) < len(live):
        st.button(f"Show the other {len(live) - len(shown)}", key="show more jobs", on_click=_show_more)
    for offer_id in present:
        fit = job_fit(visit.workbook, offer_id, visit.today)
        _line(offer_id, f"**{escaped(job_name(visit.workbook, offer_id))}**", fit)
    if ended:
        with st.expander(f"Ended: {len(ended)}", key="ended jobs", on_change="rerun") as folded:
            for entry in ended if folded.open else ():
                fit = job_fit(visit.workbook, entry.id, visit.today)
                _line(entry.id, f"**{escaped(one_line(whom(entry, visit)))}**", fit, decided.get(entry.id))


def _show_more() -> None:
    st.session_state["decide more"] = True


def _line(job: str, words: str, fit: JobFit, decided: Entry | None = None) -> None:
    chosen = f"  \n{escaped(one_line(decided.said))}" if decided else ""
    line(f"job_{job}", f"{words}  \n{escaped(fit.glance)}{chosen}", "Open", _open, job)


def _open(job: str) -> None:
    places.job(job).turn()


def show_one(visit: Visit, job: str) -> None:
    """One job against my criteria."""
    name = job_name(visit.workbook, job)
    breadcrumbs.show("Decide", here=name)
    application = visit.workbook.application(job)
    fit = job_fit(visit.workbook, job, visit.today)
    st.title(escaped(name), anchor=False)
    if application:
        st.write(f"{escaped(standing(application, visit))}.")
        newest = newest_by_job(decision_log(visit.workbook, visit.today)).get(job)
        if newest:
            st.write(f"**{escaped(newest.said)}**")
    _must_haves(fit)
    _acts(fit, application)
    dark = st.context.theme.type == "dark"
    profile, history, interest = _drawn(visit.loaded.fingerprint, job, visit.today, dark, _workbook=visit.workbook)
    chart_frame.show(profile)
    if fit.weights.source != "equal":
        st.write(escaped(fit.beside))
    _questions(visit, fit, job)
    if history.n > 1:
        chart_frame.show(history)
    if application:
        if interest.n:
            chart_frame.show(interest)
        _decisions(visit, application)


def _must_haves(fit: JobFit) -> None:
    """First of all what it misses, then what is not known of it."""
    if not fit.must_haves:
        return
    told = [
        f"**{escaped(one.sentence)}**" if one.state == "missed" else escaped(one.sentence) for one in fit.must_haves
    ]
    st.write("What it must have:\n" + "\n".join(f"- {sentence}" for sentence in told))


def _acts(fit: JobFit, application: Application | None) -> None:
    is_scored = fit.n > 0
    with st.container(horizontal=True, key="acts"):
        if fit.scores:
            words = "Score it again" if is_scored else "Score it"
            st.button(
                words,
                type="secondary" if is_scored and application else "primary",
                key="score",
                on_click=places.turn,
                kwargs={"part": SCREEN},
            )
        if application:
            st.button(
                "Write down a decision",
                type="primary" if is_scored else "secondary",
                key="decide",
                on_click=decision_form.begin,
                args=("decision",),
                kwargs={"application_id": application.id},
            )
        if not fit.scores:
            st.button("Goals and criteria", key="to criteria", on_click=places.turn, kwargs={"view": "criteria"})


def _questions(visit: Visit, fit: JobFit, job: str) -> None:
    if not fit.questions or not fit.n:
        return
    st.subheader("What is still to ask?", anchor=False)
    st.write("\n".join(f"- {escaped(asking.question)}" for asking in fit.questions))
    coming = any(entry.application_id == job and entry.state == "scheduled" for entry in visit.workbook.interviews)
    st.caption(f"{'They stand' if coming else 'They will stand'} on the sheet of the next interview there.")


def _decisions(visit: Visit, application: Application) -> None:
    entries = decision_log(visit.workbook, visit.today).entries
    own = [entry for entry in entries if entry.decision.application_id == application.id]
    if own:
        st.subheader(f"{counted(len(own), 'decision')} on it", anchor=False)
    for entry in own:
        decisions_list.show_entry(visit, entry)


@st.cache_resource(max_entries=32, show_spinner=False)
def _drawn(fingerprint: str, job: str, today: date, dark: bool, _workbook: Workbook) -> tuple[Chart, Chart, Chart]:
    """The charts of one job, drawn once for the same files. Plotly is loaded here, where it is first needed."""
    from lib.charts import fit as profile
    from lib.charts import fit_history as over_time
    from lib.charts import interest
    from lib.decide.fit_history import fit_history

    colours = DARK if dark else LIGHT
    return (
        profile.chart(job_fit(_workbook, job, today), colours),
        over_time.chart(fit_history(_workbook, job, today), colours),
        interest.chart(mood(_workbook, job, today), colours),
    )
