"""My claims in an interview."""

import streamlit as st

from lib.english import one_line
from lib.records.interview import Interview
from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.workflows.form_values import row_field


def show(context: Context, interview: Interview, form: Form) -> None:
    """The claims of one interview, a line each."""
    _claimed_before(context, interview)
    for row_id in form.rows("claims", "cl"):
        with st.container(border=True, key=f"claim_{row_id}"):
            claim = form.text(row_field("claims", row_id, "claim"))
            form.text_input(
                row_field("claims", row_id, "claim"),
                "What you said" if claim else "Something else",
                placeholder="I keep a project calm",
            )
            if claim:
                form.remove_row("claims", row_id, "Remove")


def _claimed_before(context: Context, interview: Interview) -> None:
    rounds = {entry.id for entry in context.workbook.interviews if entry.application_id == interview.application_id}
    before = [claim.claim for claim in context.workbook.claims if claim.interview_id in rounds - {interview.id}]
    if before:
        st.write("In other rounds there you said:")
        st.text("\n".join(f"• {one_line(claim, 160)}" for claim in before))
