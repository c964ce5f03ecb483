"""The search as a whole: looking back on it, ending it, and starting a new one."""

import streamlit as st

from lib.insight.retrospective import Retrospective, retrospective
from lib.insight.searches import current_search
from lib.records.offer import Offer
from lib.ui import routes
from lib.ui.context import Context, current_context, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.ui.progress import bars, certainty
from lib.ui.progress.funnel_bars import show_steps
from lib.ui.progress.own_words import quoted
from lib.ui.progress.results import choose_search, findings_of, search_of
from lib.ui.shared import chart_frame
from lib.workflows.entries.search_ends import begin_search, end_search

VIEW = "search"


def show_where_it_stands(context: Context) -> None:
    """On the first view: that the search is over, or that an offer is signed and it may be; else nothing."""
    search, is_current = search_of(context), _is_current(context)
    if search.until:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="search_over"):
            st.markdown(
                marked("This search ended on {}.", context.dates.spoken_day(search.until, context.today)),
                width="stretch",
            )
            st.button("See how it went", key="look back", on_click=_look_back)
            if is_current:
                _begin_anew()
    elif is_current and (offer := _signed(context)):
        application = context.workbook.application(offer.application_id)
        whose = f" with {application.company}" if application else ""
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="search_signed"):
            st.markdown(escaped(f"You signed{whose}. Is your search over?"), width="stretch")
            st.button("Yes, end the search", key="over", on_click=_end)


def show(context: Context) -> None:
    """What it took, which lessons to keep, and the answers in short; then the end of the search, or the next one."""
    bars.style()
    choose_search(context)
    search = search_of(context)
    result = retrospective(context.workbook, search, context.today, dates=context.dates)
    st.title("Looking back", anchor=False)
    st.markdown(escaped(result.sentence))
    chart_frame.show_table(result.title, result.table)
    if search.ended:
        st.markdown(escaped(f"You noted at its end: {search.ended}"))
    st.subheader(escaped(result.funnel.title), anchor=False)
    st.markdown(marked("**{}**", result.funnel.headline))
    show_steps(result.funnel)
    _answers(context)
    _lessons(context, result)
    _actions(context)


def _answers(context: Context) -> None:
    findings = findings_of(context)
    guesses = findings.forecasts
    found = findings.overview
    answers = (
        (found.better.title, found.better.conclusion.headline, found.better.conclusion.sure),
        (
            findings.outcome_factors.title,
            findings.outcome_factors.conclusion.headline,
            findings.outcome_factors.conclusion.sure,
        ),
        (guesses.title, guesses.record.headline, guesses.record.details),
    )
    for title, headline, proof in answers:
        st.subheader(escaped(title), anchor=False)
        st.markdown(escaped(headline))
        certainty.expander(title, proof)


def _lessons(context: Context, result: Retrospective) -> None:
    st.subheader("Which lessons to keep?", anchor=False)
    st.write(escaped(result.lessons_sentence))
    for plan in result.plans_to_keep:
        st.markdown(marked("{}  \n:gray[{}]", plan.words, plan.sentence))
    for quote in result.lessons[:6]:
        st.markdown(quoted(context, quote))


def _actions(context: Context) -> None:
    search = search_of(context)
    if not _is_current(context):
        return
    if search.is_over:
        st.write("Everything here stays. What comes next counts on its own.")
        _begin_anew()
        return
    with st.popover("End the search"):
        st.write("End this search? Everything stays, here and in the Journal. What comes later is a new search.")
        st.button("Yes, end it", key="end search", on_click=_end)


def _begin_anew() -> None:
    st.button("Start a new search", key="begin search", on_click=_begin)


def _is_current(context: Context) -> bool:
    return search_of(context).number == current_search(context.workbook).number


def _signed(context: Context) -> Offer | None:
    """A signed offer of the search that goes on."""
    applications = {entry.id for entry in findings_of(context).workbook.applications}
    signed = (
        offer for offer in context.workbook.offers if offer.kind == "offer" and offer.signed_on and not offer.ended_on
    )
    return next((offer for offer in signed if offer.application_id in applications), None)


def _look_back() -> None:
    routes.set_query(view=VIEW)


def _end() -> None:
    store, now = current_store(), current_context().now
    saving.run(lambda: end_search(store, now), "Your search is over. Everything stays here.")
    routes.set_query(view=VIEW)


def _begin() -> None:
    store, now = current_store(), current_context().now
    saving.run(lambda: begin_search(store, now), "A new search starts. The one before stays here.")
    routes.set_query(view="", search="")
