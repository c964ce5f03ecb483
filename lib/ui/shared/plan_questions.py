"""How each open plan went, asked in a debrief and corrected later; and putting a plan away."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.english import counted, one_line
from lib.insight.open_plans import is_done, is_put_away
from lib.records.interview import Interview
from lib.records.plan import IfThenPlan
from lib.records.vocabulary import PlanKept, words
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.drafts.fields import Form
from lib.ui.markdown import escaped
from lib.workflows import form_values
from lib.workflows.entries import plan_checks

_UNFOLDED = 2
_KEPT = {"yes": "Did it", "no": "Didn't", "not_come_up": "Didn't come up"}


def ask_in_debrief(context: Context, form: Form) -> None:
    """Ask about each plan that was open at this interview. One that is put away here is put away as of that day."""
    when = form_values.when(form.draft.values, context.zone, context.workbook.interview(form.draft.record_id))
    held_at, held_on = when.held_at or context.today, when.held_on or context.today
    plans = plan_checks.plans_shown(context.workbook, form.draft.record_id, held_at, form.draft.values)
    _ask(form, plans, min(held_on, context.today))


def ask_again(context: Context, interview: Interview, form: Form) -> None:
    """The same in a saved debrief, with the answers given."""
    _ask(form, plan_checks.plans_shown(context.workbook, interview.id, interview.held_at, form.draft.values))


def ask_of_draft(context: Context, form: Form) -> None:
    """The plans that the draft itself holds an answer about: one of an earlier version, where another part asked."""
    held = plan_checks.answers_by_plan(form.draft.values)
    _ask(form, [plan for plan in context.workbook.plans if plan.id in held])


def _ask(form: Form, plans: Sequence[IfThenPlan], away_on: date | None = None) -> None:
    for plan in plans[:_UNFOLDED]:
        _ask_of(form, plan, away_on)
    if rest := plans[_UNFOLDED:]:
        with st.expander(escaped(counted(len(rest), "more plan"))):
            for plan in rest:
                _ask_of(form, plan, away_on)


def _ask_of(form: Form, plan: IfThenPlan, away_on: date | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"plan_{plan.id}"):
        label = f"Your plan: {one_line(plan.sentence, 160).rstrip('.')}"
        form.row(plan_checks.check_field(plan.id), label, words(PlanKept), _KEPT)
        if away_on and is_put_away(plan, away_on):
            st.caption("Put away. Debriefs won't ask again.")
        elif away_on:
            put_away_button(plan, f"away {plan.id}", away_on)


def put_away_button(plan: IfThenPlan, key: str, on: date) -> None:
    """The way to stop being asked about a plan; the notice that follows offers to undo it."""
    st.button("Put away", key=key, type="tertiary", on_click=_put_away, args=(plan.id, on))


def _put_away(plan_id: str, on: date) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: plan_checks.put_away(store, plan_id, on, now), "Put away. You won't be asked about it again.")


def show_actions(context: Context, plan: IfThenPlan, key: str) -> None:
    """In a list of plans: put away one that is open, or take up one that was put away."""
    if plan.put_away_on:
        st.button("Ask again", key=f"{key} again", type="tertiary", on_click=_take_up, args=(plan.id,))
    elif not is_done(context.workbook, plan):
        put_away_button(plan, f"{key} away", context.today)


def _take_up(plan_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: plan_checks.take_up(store, plan_id, now), "The next debrief asks about it again.")


def standing(context: Context, plan: IfThenPlan, became: str) -> str:
    """How a plan went so far, and why it isn't asked about any more."""
    if plan.put_away_on:
        ending = f"Put away on {context.dates.spoken_day(plan.put_away_on, context.today)}."
    else:
        ending = "Debriefs no longer ask about it." if is_done(context.workbook, plan) else ""
    return " ".join(part for part in (became or "Not asked about yet.", ending) if part)
