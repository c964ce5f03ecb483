"""What I want from my next job: the goals, the criteria, and how much each counts."""

import streamlit as st

from lib.decide.criteria import CriteriaList, criteria_list
from lib.decide.weights import CriterionWeights, Weight, weights
from lib.english import percent
from lib.records.criterion import Criterion
from lib.ui import routes
from lib.ui.context import Context, current_context
from lib.ui.decide import decision_form
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared.rows import line, side_by_side
from lib.workflows.drafts.weighing import RANK, SWING, by_importance, rank_alone, rank_higher, remove_goal, set_aside


def show(context: Context) -> None:
    """The goals, and the criteria by importance."""
    found = criteria_list(context.workbook)
    by = weights(found.active)
    _goals(context)
    st.subheader("What matters to you in a job?", anchor=False)
    st.write(escaped(f"{found.sentence} {by.sentence}" if found.active else found.sentence))
    if not context.workbook.criteria:
        st.write("Start with these: edit them, hide what doesn't matter to you, add your own.")
    _actions(found, by)
    ordered = by_importance(context.workbook)
    shares = {row.criterion.id: row for row in by.rows}
    for place, criterion in enumerate(ordered, start=1):
        _criterion(context, criterion, place, shares[criterion.id], by)
    _aside(found)


def _goals(context: Context) -> None:
    st.subheader("What do you want from your next job?", anchor=False)
    if not context.workbook.goals:
        st.write("Two or three are enough, in your own words.")
    for goal in context.workbook.goals:
        why = marked("  \n:gray[{}]", goal.why) if goal.why else ""
        row = side_by_side(f"goal_{goal.id}", marked("**{}**{}", goal.goal, why))
        with row.popover("Change", key=f"change {goal.id}"):
            st.button("Edit", key=f"edit {goal.id}", on_click=decision_form.begin, args=("goal", goal.id))
            st.button("Delete", key=f"remove {goal.id}", on_click=_remove_goal, args=(goal.id,))
    st.button("Add a goal", key="add goal", on_click=decision_form.begin, args=("goal",))


def _remove_goal(goal_id: str) -> None:
    context = current_context()
    saving.run(lambda: remove_goal(context.store, goal_id, context.now), "Goal deleted.")


def _actions(found: CriteriaList, by: CriterionWeights) -> None:
    is_ranked = by.source != "equal"
    with st.container(horizontal=True, key="weigh"):
        if len(found.active) > 1:
            words = "Reorder" if is_ranked else "Put them in order"
            st.button(
                words,
                type="secondary" if is_ranked else "primary",
                key="rank",
                on_click=routes.set_query,
                kwargs={"part": RANK},
            )
        if len(found.active) > 1 and is_ranked:
            st.button("Fine-tune", key="swing", on_click=routes.set_query, kwargs={"part": SWING})
        if by.source == "swing":
            st.button("Use the order alone", key="rank alone", on_click=_rank_alone)
        st.button("Add a criterion", key="add criterion", on_click=decision_form.begin, args=("criterion",))


def _rank_alone() -> None:
    context = current_context()
    saving.run(lambda: rank_alone(context.store, context.now), "The order counts again.")


def _criterion(context: Context, one: Criterion, place: int, weight: Weight, by: CriterionWeights) -> None:
    ends = [f"0: {one.worst}" if one.worst else "", f"100: {one.best}" if one.best else ""]
    goal = next((goal.goal for goal in context.workbook.goals if goal.id == one.goal_id), "")
    details = [
        *ends,
        f"Must reach {one.must_have}" if one.must_have is not None else "",
        f"Goal: {goal}" if goal else "",
    ]
    lines = joined("", (marked("  \n:gray[{}]", text) for text in details if text))
    with side_by_side(f"weighed_{one.id}", marked("**{}**, {}{}", one.name, percent(weight.mine), lines)):
        if place > 1 and by.source == "rank":
            st.button("Up", key=f"up {one.id}", on_click=_higher, args=(one.id, place - 1))
        with st.popover("Change", key=f"change {one.id}"):
            st.button("Edit", key=f"edit {one.id}", on_click=decision_form.begin, args=("criterion", one.id))
            st.button("Hide", key=f"aside {one.id}", on_click=_set_aside, args=(one.id, True))


def _higher(criterion_id: str, place: int) -> None:
    context = current_context()
    saving.run(lambda: rank_higher(context.store, criterion_id, place, context.now), "Moved up.")


def _set_aside(criterion_id: str, aside: bool) -> None:
    context = current_context()
    sentence = "Hidden. Its scores are kept." if aside else "It counts again."
    saving.run(lambda: set_aside(context.store, criterion_id, aside, context.now), sentence)


def _aside(found: CriteriaList) -> None:
    if not found.retired:
        return
    with st.expander(marked("Hidden: {}", len(found.retired)), key="set aside"):
        for one in found.retired:
            line(f"retired_{one.id}", escaped(one.name), "Show again", _set_aside, one.id, False)
