"""How did it go: in words, in five taps, and a guess that can be checked later."""

import streamlit as st

from lib.records.dimension import active_dimensions
from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.ui.markdown import escaped
from lib.workflows.drafts.guessing import why_no_guess_here
from lib.workflows.form_values import row_field

_SCORES = ("1", "2", "3", "4", "5")


def show(context: Context, form: Form) -> None:
    """What went well and badly, a rating for each skill, and the guess."""
    well, badly = st.columns(2)
    with well:
        form.text_area("went_well", "What went well?")
    with badly:
        form.text_area("went_badly", "What went badly?")
    with st.container(gap="xxsmall", key="rating_rows"):
        for skill in active_dimensions(context.workbook.dimensions):
            ends = f"1 {skill.low} · 5 {skill.high}" if skill.low and skill.high else ""
            form.row(row_field("ratings", skill.key, "score"), skill.label, _SCORES, {}, note=ends)
    _guess(context, form)


def _guess(context: Context, form: Form) -> None:
    """The guess, if it would still count; if it wouldn't, why not."""
    interview = context.workbook.interview(form.draft.record_id)
    if interview is not None and interview.forecast is not None:
        return
    if reason := why_no_guess_here(context.workbook, form.draft.record_id, form.draft.values):
        st.caption(escaped(reason))
        return
    form.percentage("forecast", "How likely is a yes (next round or offer), in 10? Saving locks this guess.")
