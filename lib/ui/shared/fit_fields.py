"""Whether a job fits, a row each: the goals, the manager, and where one leans."""

import streamlit as st

from lib.english import one_line
from lib.records.goal import Goal
from lib.records.vocabulary import Leaning, Opinion, words
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.workflows.entries.goal_answers import NEW_GOAL, answer_field, goals_asked, new_goal_id

OPINIONS = {"yes": "Yes", "unsure": "Not sure", "no": "No"}
LEANINGS = {"go_on": "Keep going", "unsure": "Not sure", "decline": "No"}


def fit_rows(context: Context, form: Form, *, is_over: bool = False) -> None:
    """The rows for the goals that are asked about and those that are answered already, the manager and the leaning.

    Without any goal, the first one is asked for, its answer beside it. Once it ``is_over`` there's nothing to lean to.
    """
    with st.container(gap="xsmall", key="fit_rows"):
        goals = _goals(context, form)
        if goals:
            st.caption("Would this job bring you what you want?")
        for goal in goals:
            form.row(answer_field(goal.id), one_line(goal.goal), words(Opinion), OPINIONS)
        if not context.workbook.goals:
            _first_goal(form)
        form.row("this_manager", "Would you work for this manager?", words(Opinion), OPINIONS)
        if not is_over:
            form.row("leaning", "What's your gut feeling?", words(Leaning), LEANINGS)
    if context.workbook.goals:
        routes.criteria().link("Change your goals")


def _first_goal(form: Form) -> None:
    """The goal in a line, and beside it whether this job would bring it: nothing moves once it is typed."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="first_goal"):
        form.text_input(NEW_GOAL, "What do you want from your next job?", placeholder="No more nights")
        form.choice(answer_field(new_goal_id(form.draft.token)), "Would this job bring it?", words(Opinion), OPINIONS)


def _goals(context: Context, form: Form) -> list[Goal]:
    asked = goals_asked(context.workbook)
    return [goal for goal in context.workbook.goals if goal in asked or form.text(answer_field(goal.id))]
