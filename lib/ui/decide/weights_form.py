"""How much each criterion counts: ranked by tapping, and refined by comparing ranges."""

from functools import partial

import streamlit as st

from lib.decide.weights import MOST_SWING
from lib.records.criterion import Criterion, active_criteria
from lib.ui import routes
from lib.ui.context import RANDOM, Context
from lib.ui.drafts import form_flow
from lib.ui.drafts.fields import Form
from lib.ui.markdown import Markdown, escaped, joined, marked, named
from lib.workflows.drafts.weighing import (
    begin_ranking,
    begin_swings,
    by_rank,
    order_of,
    swing_field,
)

_STEPS = range(0, MOST_SWING + 1, 5)


def show_ranking(context: Context) -> None:
    """Tap the criteria in order of importance."""
    form = form_flow.open_form(context, begin_ranking(context.workbook, RANDOM))
    st.title("Which matters most?", anchor=False)
    st.write("Tap what matters most first, then the next. The rest count least.")
    criteria = active_criteria(context.workbook.criteria)
    if any(one.swing is not None for one in criteria):
        st.info("A new order replaces your fine-tuned weights. You can undo it.")
    names = {one.id: one.name for one in criteria}
    form.multi_choice("order", "Most important first", list(names), names)
    tapped = [names[key] for key in order_of(form.draft) if key in names]
    st.write(joined("\n", (marked("{}. {}", place, name) for place, name in enumerate(tapped, start=1))))
    form_flow.actions(form, partial(_save, form.name), "Cancel", _close)


def show_swings(context: Context) -> None:
    """For each criterion: going from worst to best on it, compared with the most important one."""
    form = form_flow.open_form(context, begin_swings(context.workbook, RANDOM))
    st.title("How much more does it matter?", anchor=False)
    criteria = by_rank(context.workbook)
    if criteria:
        first, *others = criteria
        st.write(
            marked(
                "Going from worst to best on **{}** is {}. How much is it worth to you "
                "on each of the others, compared with that?",
                first.name,
                MOST_SWING,
            )
        )
        st.write(_range(first))
        for one in others:
            _swing(form, one)
    form_flow.actions(form, partial(_save, form.name), "Cancel", _close)


def _swing(form: Form, one: Criterion) -> None:
    with st.container(key=f"swing_{one.id}"):
        st.subheader(escaped(one.name), anchor=False)
        st.write(_range(one))
        form.scale(swing_field(one.id), marked("{}: from worst to best on this range", named(one.name)), _STEPS)


def _range(one: Criterion) -> Markdown:
    worst, best = one.worst or "the worst I can think of", one.best or "the best I can think of"
    return marked(":gray[From] {}  \n:gray[to] {}", worst, best)


def _save(name: str) -> None:
    form_flow.save(name, "Saved.")
    _close()


def _close() -> None:
    routes.set_query(part="")
