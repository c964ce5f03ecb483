"""The first screen of Progress: four numbers, whether I am getting better, and what stands out."""

import streamlit as st

from lib.english import counted, one_line
from lib.insight.overview.numbers import GoalCount, MyRating
from lib.insight.overview.overview import Overview
from lib.insight.wording import rating
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.progress import bars, first_evenings, getting_better, hardest, looking_back, standing_out
from lib.ui.progress.results import findings_of
from lib.ui.shared import chips

_GOAL = 38


def show(context: Context) -> None:
    """All of it that makes sense with that many interviews."""
    found = findings_of(context).overview
    bars.style()
    looking_back.show_where_it_stands(context)
    _numbers(context, found)
    left, right = st.columns([3, 2], gap="large")
    if found.evenings and found.evenings.shown:
        first_evenings.show_skills(context, found.evenings, left)
        first_evenings.show_questions(context, found, found.evenings, right)
        return
    with left:
        getting_better.show(context, found)
    with right:
        if found.evenings:
            first_evenings.show_questions(context, found, found.evenings, right)
        else:
            standing_out.show(context)
            if found.stands_out.conclusion.state != "likely_real":
                hardest.show(context, found.hard)


def _numbers(context: Context, found: Overview) -> None:
    with st.container(key="progress_numbers"):
        _interviews(context, found)
        _moved_on(found)
        _my_rating(found.numbers.my_rating)
        _goals(found.numbers.goals)


def _interviews(context: Context, found: Overview) -> None:
    """How many, and that only debriefed ones count if the Journal has others too."""
    with st.container(gap=None):
        st.metric("Interviews", found.numbers.interviews)
        bars.marks(found.dots)
        if len(context.workbook.debriefed) < len(context.workbook.interviews):
            st.caption("debriefed")


def _moved_on(found: Overview) -> None:
    moved = found.numbers.moved_on
    with st.container(gap=None):
        st.metric("Moved on", escaped(moved.headline))
        if moved.answered:
            no = moved.answered - moved.yes
            bars.show_bar([(moved.yes, "accent", "moved on"), (no, "", "no")], moved.answered)
        if moved.beside:
            st.caption(escaped(moved.beside))


def _my_rating(mine: MyRating) -> None:
    with st.container(gap=None):
        st.metric("My rating", "–" if mine.average is None else escaped(rating(mine.average)))
        if mine.average is not None:
            chips.show(chips.dots(mine.average, afterwards=not mine.n))
        if mine.beside:
            st.caption(escaped(mine.beside))


def _goals(goals: tuple[GoalCount, ...]) -> None:
    with st.container(gap=None):
        if not goals:
            st.metric("My goals", "–")
            routes.criteria().link("Name a goal")
            return
        goal = goals[0]
        st.metric("My goals", marked("{} of {}", goal.yes, counted(goal.jobs, "job")))
        bars.show_bar(goal_parts(goal), goal.jobs)
        st.caption(escaped(one_line(goal.words, _GOAL)))


def goal_parts(goal: GoalCount) -> list[bars.BarPart]:
    """The bar of a goal: yes, not sure, no."""
    return [(goal.yes, "accent", "yes"), (goal.unsure, "half", "not sure"), (goal.no, "", "no")]
