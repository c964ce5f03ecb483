"""What returns in the person's own words: counted, and quoted as it was written. And what became of the plans."""

from collections.abc import Sequence

import streamlit as st

from lib.english import spoken_day
from lib.insight.words.themes import SIDE_LABELS, Quote, Theme
from lib.ui import places
from lib.ui.markdown import escaped
from lib.ui.progress import plan_form
from lib.ui.progress.results import findings_of
from lib.ui.shared import plan_questions
from lib.ui.shared.rows import side_by_side
from lib.ui.visit import Visit

_LESSONS = 6


def show(visit: Visit) -> None:
    """The words by side, the lessons, and the plans."""
    result = findings_of(visit).themes
    st.subheader(result.title, anchor=False)
    st.write(escaped(result.sentence))
    sides = {"well": result.well, "badly": result.badly, "lesson": result.lessons}
    for side, found in sides.items():
        if found:
            st.subheader(SIDE_LABELS[side], anchor=False)  # type: ignore[index]
        for theme in found:
            _theme(visit, side, theme)
    _lessons(visit, result.lesson_quotes)
    _plans(visit)


def _theme(visit: Visit, side: str, theme: Theme) -> None:
    key = f"theme {side} {theme.words}"
    with st.expander(f"“{escaped(theme.words)}”, in {theme.n} of {theme.of}", key=key, on_change="rerun") as quotes:
        if quotes.open:
            for place, quote in enumerate(theme.quotes):
                _quote(visit, f"{key} {place}", quote)


def _quote(visit: Visit, key: str, quote: Quote) -> None:
    with side_by_side(f"row {key}".replace(" ", "_"), quoted(visit, quote)):
        if st.button("Read", key=f"read {key}"):
            places.interview(quote.interview_id).go()


def quoted(visit: Visit, quote: Quote) -> str:
    """The sentence as it was written, and under it the company and the day."""
    where = ", ".join(part for part in (quote.company, spoken_day(quote.on, visit.today)) if part)
    return f"“{escaped(quote.text)}”  \n:gray[{escaped(where)}]"


def _lessons(visit: Visit, lessons: Sequence[Quote]) -> None:
    if not lessons:
        return
    st.subheader("Every lesson, the newest first", anchor=False)
    shown = lessons if st.session_state.get("all lessons") else lessons[:_LESSONS]
    for quote in shown:
        _quote(visit, f"lesson {quote.interview_id}", quote)
    if len(shown) < len(lessons):
        more = f"Show the other {len(lessons) - len(shown)}"
        st.button(more, key="more lessons", type="tertiary", on_click=_show_all, args=("all lessons",))


def _show_all(which: str) -> None:
    st.session_state[which] = True


def _plans(visit: Visit) -> None:
    result = findings_of(visit).plans
    st.subheader(result.title, anchor=False)
    st.write(escaped(result.sentence))
    fates = {plan.plan_id: plan.sentence for plan in result.plans}
    plans = sorted(visit.workbook.plans, key=lambda plan: str(plan.made_on or ""), reverse=True)
    shown = plans if st.session_state.get("all plans") else plans[:_LESSONS]
    for plan in shown:
        about = plan_questions.standing(visit, plan, fates.get(plan.id, ""))
        ways = side_by_side(f"plan_{plan.id}", f"{escaped(plan.sentence)}  \n:gray[{escaped(about)}]")
        with ways.container(horizontal=True, vertical_alignment="center"):
            plan_questions.ways_with(visit, plan, f"plan_{plan.id}")
            st.button("Edit", key=f"plan_{plan.id} edit", on_click=plan_form.begin, args=("plan", plan.id))
    if len(shown) < len(plans):
        more = f"Show the other {len(plans) - len(shown)}"
        st.button(more, key="more plans", type="tertiary", on_click=_show_all, args=("all plans",))
    st.button("Write an if-then plan", key="plan", on_click=plan_form.begin, args=("plan",))
