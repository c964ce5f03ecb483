"""Whether a job fits, a row each: the goals, the manager, and where one leans."""

import streamlit as st

from lib.records.goal import Goal
from lib.records.vocabulary import Leaning, Opinion, words
from lib.ui.drafts.fields import Form
from lib.ui.markdown import one_line
from lib.ui.visit import Visit
from lib.workflows.entries.goal_answers import NEW_GOAL, answer_field, goals_asked, named_goal

OPINIONS = {"yes": "Yes", "unsure": "Not sure", "no": "No"}
LEANINGS = {"go_on": "Keep going", "unsure": "Not sure", "decline": "No"}


def fit_rows(visit: Visit, form: Form) -> None:
    """The rows for the goals that are asked about and those that are answered already, the manager and the leaning.

    Without any goal, the first one is asked for.
    """
    with st.container(gap=None, key="fit_rows"):
        if not visit.workbook.goals:
            form.line(NEW_GOAL, "What do you want from your next job?", placeholder="No more nights")
        goals = _goals(visit, form)
        if goals:
            st.caption("Would this job bring you what you want?")
        for goal in goals:
            form.row(answer_field(goal.id), one_line(goal.goal), words(Opinion), OPINIONS)
        form.row("this_manager", "Would you work for this manager?", words(Opinion), OPINIONS)
        form.row("leaning", "Where do you lean?", words(Leaning), LEANINGS)


def _goals(visit: Visit, form: Form) -> list[Goal]:
    named = named_goal(form.draft.values, form.draft.token)
    if not visit.workbook.goals:
        return [named] if named else []
    asked = goals_asked(visit.workbook)
    return [goal for goal in visit.workbook.goals if goal in asked or form.text(answer_field(goal.id))]
