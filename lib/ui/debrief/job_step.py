"""Do you want this job: asked before how it went, since a bad day can pass for a bad job."""

import streamlit as st

from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.ui.markdown import marked
from lib.ui.shared.fit_fields import fit_rows
from lib.workflows.entries.outcomes import ENDED


def show(context: Context, form: Form) -> None:
    """How much it is wanted, each goal, the manager, the leaning, and what excited and worried."""
    form.numbers("interest_after", "How much do you want it? 10 is most.", 0, 10)
    _before(context, form)
    fit_rows(context, form, is_over=form.text("outcome") in ENDED)
    excited, worried = st.columns(2)
    with excited:
        form.text_area("energised_by", "What excited you?", placeholder="They let the team decide")
    with worried:
        form.text_area("worried_by", "What worried you?", placeholder="Nobody could say who covers weekends")


def _before(context: Context, form: Form) -> None:
    scheduled = context.workbook.interview(form.draft.record_id)
    if scheduled and scheduled.interest_before is not None:
        st.caption(marked("Before the interview you said {}.", scheduled.interest_before))
