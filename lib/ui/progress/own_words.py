"""In your words: what comes up again, quoted as it was written, every line on what went well, and the plans."""

from collections.abc import Sequence

import streamlit as st

from lib.insight.words.themes import SIDE_LABELS, Quote, Theme, ThemeSide
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import Markdown, SafeText, escaped, marked
from lib.ui.progress import certainty, plan_form
from lib.ui.progress.results import choose_filter, filtered_findings, findings_of
from lib.ui.shared import plan_questions
from lib.ui.shared.rows import side_by_side

_LINES = 4


def show(context: Context) -> None:
    """The answer first, then the words by side; the filters pick what is shown here alone."""
    place = st.container()
    result = filtered_findings(context, choose_filter(context)).themes
    with place:
        st.title(escaped(result.title), anchor=False)
        st.markdown(marked("**{}**", result.headline))
    sides: dict[ThemeSide, tuple[Theme, ...]] = {"well": result.well, "badly": result.badly, "lesson": result.lessons}
    shown = {side: found for side, found in sides.items() if found}
    for (side, found), place in zip(shown.items(), st.columns(max(len(shown), 1)), strict=False):
        with place:
            st.subheader(escaped(SIDE_LABELS[side]), anchor=False)
            for theme in found:
                _theme(context, side, theme)
    _lines(context, "All that went well", "well", result.well_quotes)
    _lines(context, "All you'd do differently", "lessons", result.lesson_quotes)
    _plans(context)
    if result.sure:
        certainty.expander("words", result.sure, (result.title, result.table))


def _theme(context: Context, side: str, theme: Theme) -> None:
    key = f"theme {side} {theme.words}"
    with st.expander(marked("“{}”, in {} of {}", theme.words, theme.n, theme.of), key=key, on_change="rerun") as quotes:
        if quotes.open:
            for place, quote in enumerate(theme.quotes):
                _quote(context, f"{key} {place}", quote)


def _quote(context: Context, key: str, quote: Quote) -> None:
    with side_by_side(f"row {key}".replace(" ", "_"), quoted(context, quote)):
        if st.button("Read", key=f"read {key}"):
            routes.interview(quote.interview_id).go()


def quoted(context: Context, quote: Quote) -> Markdown:
    """The sentence as it was written, and under it the company and the day."""
    where = ", ".join(part for part in (quote.company, context.dates.spoken_day(quote.on, context.today)) if part)
    return marked("“{}”  \n:gray[{}]", quote.text, where)


def _lines(context: Context, title: SafeText, which: str, quotes: Sequence[Quote]) -> None:
    """Every line as it was written, the newest first."""
    if not quotes:
        return
    st.subheader(title, anchor=False)
    whole = f"all {which}"
    shown = quotes if st.session_state.get(whole) else quotes[:_LINES]
    for place, quote in enumerate(shown):
        _quote(context, f"{which} {place} {quote.interview_id}", quote)
    _more(which, len(quotes) - len(shown), whole)


def _more(which: str, more: int, whole: str) -> None:
    if more:
        st.button(marked("Show {} more", more), key=f"more {which}", type="tertiary", on_click=_show_all, args=(whole,))


def _show_all(which: str) -> None:
    st.session_state[which] = True


def _plans(context: Context) -> None:
    result = findings_of(context).plans
    st.subheader(escaped(result.title), anchor=False)
    st.write(escaped(result.sentence))
    fates = {plan.plan_id: plan.sentence for plan in result.plans}
    plans = sorted(context.workbook.plans, key=lambda plan: str(plan.made_on or ""), reverse=True)
    shown = plans if st.session_state.get("all plans") else plans[:_LINES]
    for plan in shown:
        about = plan_questions.standing(context, plan, fates.get(plan.id, ""))
        actions = side_by_side(f"plan_{plan.id}", marked("{}  \n:gray[{}]", plan.sentence, about))
        with actions.container(horizontal=True, vertical_alignment="center"):
            plan_questions.show_actions(context, plan, f"plan_{plan.id}")
            st.button("Edit", key=f"plan_{plan.id} edit", on_click=plan_form.begin, args=("plan", plan.id))
    _more("plans", len(plans) - len(shown), "all plans")
    st.button("Write a plan", key="plan", on_click=plan_form.begin, args=("plan",))
