"""One job against what I want: its fit, a row a criterion, what to ask, my goals, and what I decided."""

from datetime import date

import streamlit as st

from lib.charts.chart import Chart
from lib.dates import DateStyle
from lib.decide.decisions import LoggedDecision, decision_log, newest_by_job
from lib.decide.fit import JobFit, fit_sort_key, job_fit
from lib.decide.goal_views import goal_views
from lib.decide.mood import mood
from lib.english import counted, mid_sentence, one_line
from lib.palette import DARK, LIGHT
from lib.records.application import Application
from lib.records.workbook import Workbook
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.decide import decision_form, decisions_list, fit_rows
from lib.ui.markdown import Markdown, bulleted, escaped, marked
from lib.ui.shared import begin_debrief, breadcrumbs, chart_frame
from lib.ui.shared.fit_fields import OPINIONS
from lib.ui.shared.rows import line, status_since
from lib.ui.titles import application_title
from lib.workflows.drafts.scoring import SCREEN, job_name

_IN_LIST = 30


def open_job(context: Context) -> str:
    """The job that the address names, or nothing."""
    job = st.query_params.get("application", "")
    is_here = st.query_params.get("view", "job") == "job" and bool(job_name(context.workbook, job))
    return job if is_here else ""


def show_list(context: Context) -> None:
    """The choice of a job."""
    if "application" in st.query_params:
        st.info("The job at this address is not in the workbook. It may have been deleted.")
    _choose(context)


def _choose(context: Context) -> None:
    applications = sorted(context.workbook.applications, key=lambda entry: str(entry.status_on or ""), reverse=True)
    live = [entry for entry in applications if not entry.is_over]
    ended = [entry for entry in applications if entry.is_over]
    present = [offer.id for offer in context.workbook.offers if offer.kind == "present_job"]
    if not applications and not present:
        st.write("See how well a job fits what you want. Add an interview or an application first.")
        begin_debrief.debrief()
        return
    st.subheader("Which job?", anchor=False)
    fits = {entry.id: job_fit(context.workbook, entry.id, context.today) for entry in live}
    live.sort(key=lambda entry: fit_sort_key(fits[entry.id]))
    decided = newest_by_job(decision_log(context.workbook, context.today, dates=context.dates))
    shown = live if st.session_state.get("decide more") else live[:_IN_LIST]
    for entry in shown:
        _line(
            entry.id,
            marked("**{}**", one_line(application_title(entry, context))),
            fits[entry.id],
            decided.get(entry.id),
        )
    if len(shown) < len(live):
        st.button(marked("Show {} more", len(live) - len(shown)), key="show more jobs", on_click=_show_more)
    for offer_id in present:
        fit = job_fit(context.workbook, offer_id, context.today)
        _line(offer_id, marked("**{}**", job_name(context.workbook, offer_id)), fit)
    if ended:
        with st.expander(marked("Ended: {}", len(ended)), key="ended jobs", on_change="rerun") as folded:
            for entry in ended if folded.open else ():
                fit = job_fit(context.workbook, entry.id, context.today)
                _line(
                    entry.id, marked("**{}**", one_line(application_title(entry, context))), fit, decided.get(entry.id)
                )


def _show_more() -> None:
    st.session_state["decide more"] = True


def _line(job: str, words: str, fit: JobFit, decided: LoggedDecision | None = None) -> None:
    chosen = marked("  \n{}", one_line(decided.words)) if decided else ""
    line(f"job_{job}", marked("{}  \n{}{}", words, fit.summary, chosen), "Open", _open, job)


def _open(job: str) -> None:
    routes.job(job).open_here()


def show_one(context: Context, job: str) -> None:
    """One job against my criteria and my goals."""
    name = job_name(context.workbook, job)
    breadcrumbs.show("Decide", here=name)
    application = context.workbook.application(job)
    fit = job_fit(context.workbook, job, context.today)
    st.title(escaped(name), anchor=False)
    if application:
        st.write(marked("{}.", status_since(application, context)))
        newest = newest_by_job(decision_log(context.workbook, context.today, dates=context.dates)).get(job)
        if newest:
            st.write(marked("**{}**", newest.words))
    st.subheader(escaped(fit.summary), anchor=False)
    _acts(fit, application)
    fit_rows.show(fit)
    _questions(context, fit, job)
    if application:
        _goals(context, application)
    dark = st.context.theme.type == "dark"
    history, interest = _drawn(
        context.loaded.fingerprint, job, context.today, dark, _workbook=context.workbook, dates=context.dates
    )
    if history.n > 1:
        chart_frame.show(history)
    if application:
        if interest.n:
            chart_frame.show(interest)
        _decisions(context, application)


def _goals(context: Context, application: Application) -> None:
    """My own goals, and how each interview answered them."""
    views = goal_views(context.workbook, application.id)
    if not views:
        return
    st.subheader("Your goals", anchor=False)
    dates, today = context.dates, context.today
    for view in views:
        name = view.goal.goal if view.goal else "All together"
        answers = ", ".join(
            f"{OPINIONS[one.answer]} ({dates.near_day(one.on, today)}, {mid_sentence(one.interview.type)})"
            for one in view.answered
        )
        st.markdown(marked("**{}**  \n{}", one_line(name), answers or Markdown(":gray[Not answered yet]")))


def _acts(fit: JobFit, application: Application | None) -> None:
    is_scored = fit.n > 0
    with st.container(horizontal=True, key="acts"):
        if fit.scores:
            words = "Update the scores" if is_scored else "Score this job"
            st.button(
                words,
                type="secondary" if is_scored and application else "primary",
                key="score",
                on_click=routes.set_query,
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
            st.button("Goals and criteria", key="to criteria", on_click=routes.set_query, kwargs={"view": "criteria"})


def _questions(context: Context, fit: JobFit, job: str) -> None:
    if not fit.questions or not fit.n:
        return
    st.subheader("Still to ask", anchor=False)
    st.write(bulleted(asking.question for asking in fit.questions))
    coming = any(entry.application_id == job and entry.state == "scheduled" for entry in context.workbook.interviews)
    if coming:
        st.caption("They're on the prep sheet of your next interview there.")


def _decisions(context: Context, application: Application) -> None:
    entries = decision_log(context.workbook, context.today, dates=context.dates).entries
    own = [entry for entry in entries if entry.decision.application_id == application.id]
    if not own:
        return
    newest, *earlier = own
    st.subheader("Your decision", anchor=False)
    decisions_list.show_entry(context, newest)
    if earlier:
        with st.expander(marked("{}", counted(len(earlier), "earlier decision")), key="earlier decisions"):
            for entry in earlier:
                decisions_list.show_entry(context, entry)


@st.cache_resource(max_entries=32, show_spinner=False)
def _drawn(
    fingerprint: str, job: str, today: date, dark: bool, _workbook: Workbook, dates: DateStyle
) -> tuple[Chart, Chart]:
    """The charts of one job, drawn once for the same files. Plotly is loaded here, where it is first needed."""
    from lib.charts import fit_history as over_time
    from lib.charts import interest
    from lib.decide.fit_history import fit_history

    colours = DARK if dark else LIGHT
    return (
        over_time.chart(fit_history(_workbook, job, today, dates=dates), colours, dates=dates),
        interest.chart(mood(_workbook, job, today), colours, dates=dates),
    )
