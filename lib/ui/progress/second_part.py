"""Below the first screen: skill by skill, what they ask, my goals, how far I get, how long they take."""

from typing import TYPE_CHECKING

import streamlit as st

from lib.english import one_line
from lib.insight.waiting.response_times import LEAST
from lib.insight.words.themes import Theme
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.progress import asked, bars, certainty
from lib.ui.progress.funnel_bars import show_steps
from lib.ui.progress.results import findings_of, show_pictures

if TYPE_CHECKING:
    from lib.charts.chart import Chart
    from lib.insight.findings import Findings
    from lib.palette import Palette

_GOAL = 60
_COMPANY = 28


def show(context: Context) -> None:
    """Each with its answer, one picture and the proof; two beside each other if the window is wide."""
    findings = findings_of(context)
    evenings, feelings = findings.overview.evenings, findings.feelings
    row = [_asked, _goals]
    if not (evenings and evenings.shown):
        _skills(context)
    else:  # the first screen has the ways to fill in what is empty
        has_goals = findings.overview.numbers.goals or feelings.excited or feelings.worried
        row = [part for part, holds in ((_asked, findings.asked.n), (_goals, has_goals)) if holds]
    for parts in (row, [_far, _waiting]):
        for part, place in zip(parts, st.columns(max(1, len(parts)), gap="large"), strict=False):
            with place:
                part(context)


def _skills(context: Context) -> None:
    found = findings_of(context).skill_rows
    st.subheader(escaped(found.title), anchor=False)
    st.markdown(escaped(found.headline))
    show_pictures(context, "skills", _skill_rows)
    if found.n:
        certainty.expander("skills", found.sure, ("Checks", found.table), ("Ratings", found.ratings))


def _asked(context: Context) -> None:
    found = findings_of(context).asked
    st.subheader(escaped(found.title), anchor=False)
    st.markdown(escaped(found.headline))
    asked.show_most_asked(context)
    if found.n:
        certainty.expander("asked", found.sure, (found.title, found.table))


def _goals(context: Context) -> None:
    findings = findings_of(context)
    goals = findings.overview.numbers.goals
    st.subheader("My goals", anchor=False)
    if not goals:
        st.markdown("No goal answered yet.")
    else:
        first = goals[0]
        st.markdown(escaped(f"{one_line(first.words, _GOAL)}: {first.headline}."))
        bars.legend([("accent", "Yes"), ("half", "Not sure"), ("", "No")])
    for goal in goals:
        with st.container(gap=None):
            st.markdown(escaped(one_line(goal.words, _GOAL)))
            parts = [(goal.yes, "accent", "yes"), (goal.unsure, "half", "not sure"), (goal.no, "", "no")]
            bars.show_bar(parts, goal.jobs)
    for name, themes in (("Excited by", findings.feelings.excited), ("Worried by", findings.feelings.worried)):
        if themes:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f":gray[{name}]", width="content")
                for theme in themes[:3]:
                    _feeling(name, theme)


def _feeling(name: str, theme: Theme) -> None:
    """A word that comes up again, and the interviews in which it does."""
    label = marked("“{}” {}×", theme.words, theme.n)
    with st.popover(label, key=f"{name} {theme.words}", type="tertiary", on_change="rerun") as fold:
        if fold.open:
            for quote in theme.quotes:
                routes.interview(quote.interview_id).link(escaped(f"{quote.company}: “{one_line(quote.text)}”"))


def _far(context: Context) -> None:
    found = findings_of(context).applications
    st.subheader(escaped(found.title), anchor=False)
    st.markdown(escaped(found.headline))
    show_steps(found)
    if found.n:
        certainty.expander("far", found.sure, (found.title, found.table), ("Shares", found.conversions))


def _waiting(context: Context) -> None:
    found = findings_of(context).waiting
    st.subheader(escaped(found.title), anchor=False)
    st.markdown(escaped(found.headline))
    if found.verdict == "not_enough":
        bars.missing(found.n, LEAST)
    show_pictures(context, "waiting", _waits)
    for process in found.processes[:3]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            routes.interview(process.interview_id).link(escaped(one_line(process.company, _COMPANY)))
            st.caption(escaped(process.beside), width="content")
    if found.verdict == "own":
        certainty.expander("waiting", found.sure, (found.title, found.table))
    else:
        with st.expander("Show an assumption until then", key="assumption", on_change="rerun") as fold:
            if fold.open:
                st.caption(escaped(found.assumption_sentence))
                show_pictures(context, "assumption", _assumption)


def _skill_rows(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import skill_rows

    return (skill_rows.chart(findings.skill_rows, palette, dates=findings.dates),)


def _waits(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import waiting

    return (waiting.chart(findings.waiting, palette),)


def _assumption(findings: "Findings", palette: "Palette") -> tuple["Chart", ...]:
    from lib.charts import waiting

    return (waiting.assumed(findings.waiting, palette),)
