"""The search as a whole: looking back on it, saying that it is over, and beginning anew."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.english import spoken_day
from lib.insight.retrospective import Retrospective, retrospective
from lib.insight.searches import current_search
from lib.records.offer import Offer
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.markdown import escaped
from lib.ui.progress.own_words import quoted
from lib.ui.progress.results import findings_of, search_of, show_charts
from lib.ui.shared import chart_frame
from lib.ui.visit import Visit, current_store, this_visit
from lib.workflows.entries.search_ends import begin_search, end_search

if TYPE_CHECKING:
    from lib.charts.chart import Chart
    from lib.insight.findings import Findings
    from lib.palette import Palette

VIEW = "search"


def show_where_it_stands(visit: Visit) -> None:
    """On the first view: that the search is over, or that an offer is signed and it may be; else nothing."""
    search, is_current = search_of(visit), _is_current(visit)
    if search.until:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="search_over"):
            st.markdown(f"This search ended on {spoken_day(search.until, visit.today)}.", width="stretch")
            st.button("Look back on it", key="look back", on_click=_look_back)
            if is_current:
                _begin_anew()
    elif is_current and (offer := _signed(visit)):
        application = visit.workbook.application(offer.application_id)
        whose = f" with {application.company}" if application else ""
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="search_signed"):
            st.markdown(escaped(f"You have signed{whose}. Is the search over?"), width="stretch")
            st.button("Yes, look back on it", key="over", on_click=_end)


def show(visit: Visit) -> None:
    """What it took, what changed, what the forecasts were worth, and which lessons to keep."""
    search = search_of(visit)
    result = retrospective(visit.workbook, search, visit.today)
    st.subheader(result.title, anchor=False)
    st.write(escaped(result.sentence))
    chart_frame.show_table(result.title, result.table)
    if search.ended:
        st.write(escaped(f"You noted at its end: {search.ended}"))
    _lessons(visit, result)
    show_charts(visit, "retrospective", _charts)
    st.subheader("What separated a yes from a no?", anchor=False)
    st.write(escaped(result.separators.look.sentence))
    _ways(visit)


def _lessons(visit: Visit, result: Retrospective) -> None:
    st.subheader("Which lessons to keep?", anchor=False)
    st.write(escaped(result.lessons_sentence))
    for plan in result.plans_to_keep:
        st.markdown(f"{escaped(plan.words)}  \n:gray[{escaped(plan.sentence)}]")
    for quote in result.lessons[:6]:
        st.markdown(quoted(visit, quote))


def _ways(visit: Visit) -> None:
    search = search_of(visit)
    if not _is_current(visit):
        return
    if search.is_over:
        st.write("Everything of this search stays readable; what comes next counts on its own.")
        _begin_anew()
        return
    with st.popover("The search is over"):
        st.write(
            "Say that this search is over? Everything stays readable, here and in the Journal, and what comes later "
            "counts as a new search. Undo takes it back."
        )
        st.button("Yes, it is over", key="end search", on_click=_end)


def _begin_anew() -> None:
    st.button("Begin a new search", key="begin search", on_click=_begin)


def _is_current(visit: Visit) -> bool:
    return search_of(visit).number == current_search(visit.workbook).number


def _signed(visit: Visit) -> Offer | None:
    """A signed offer of the search that goes on."""
    applications = {entry.id for entry in findings_of(visit).workbook.applications}
    signed = (offer for offer in visit.workbook.offers if offer.kind == "offer" and offer.signed_on)
    return next((offer for offer in signed if offer.application_id in applications), None)


def _look_back() -> None:
    places.turn(view=VIEW)


def _end() -> None:
    store, now = current_store(), this_visit().now
    saving.run(lambda: end_search(store, now), "The search is over. What it was stays readable.")
    places.turn(view=VIEW)


def _begin() -> None:
    store, now = current_store(), this_visit().now
    saving.run(lambda: begin_search(store, now), "A new search begins. The one before is kept, and can be chosen here.")
    places.turn(view="", search="")


def _charts(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import changes, forecast, funnel

    return (
        funnel.chart(findings.applications, palette),
        changes.chart(findings.skills, palette),
        forecast.chart(findings.forecasts, palette),
    )
