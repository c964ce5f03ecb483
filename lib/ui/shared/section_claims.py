"""What I claimed of myself in an interview, and which side of me each claim speaks of."""

import streamlit as st

from lib.records.dimension import active_dimensions, all_dimensions
from lib.records.interview import Interview
from lib.ui.drafts.fields import Form
from lib.ui.markdown import one_line
from lib.ui.visit import Visit
from lib.workflows.answers import row_field


def show(visit: Visit, interview: Interview, form: Form) -> None:
    """The claims of one interview as lines, each with its side once it has words."""
    _claimed_before(visit, interview)
    for row_id in form.rows("claims", "cl"):
        with st.container(border=True, key=f"claim_{row_id}"):
            claim = form.text(row_field("claims", row_id, "claim"))
            form.line(
                row_field("claims", row_id, "claim"),
                "What you said" if claim else "Another one",
                placeholder="I keep a project calm",
            )
            if claim:
                _side(visit, form, row_id)


def _side(visit: Visit, form: Form, row_id: str) -> None:
    field = row_field("claims", row_id, "dimension")
    side, off = st.columns([3, 1], vertical_alignment="bottom")
    with side:
        sides = _sides(visit, form.text(field))
        form.known(field, "Which side of you does it speak of?", sides, otherwise="None in particular")
    with off:
        form.remove_row("claims", row_id, "Take this off")


def _sides(visit: Visit, chosen: str) -> dict[str, str]:
    """The sides that a debrief rates, by key, and the chosen one where it is no longer rated."""
    shown = {dimension.key for dimension in active_dimensions(visit.workbook.dimensions)} | {chosen}
    return {one.key: one.label for one in all_dimensions(visit.workbook.dimensions) if one.key in shown}


def _claimed_before(visit: Visit, interview: Interview) -> None:
    rounds = {entry.id for entry in visit.workbook.interviews if entry.application_id == interview.application_id}
    before = [claim.claim for claim in visit.workbook.claims if claim.interview_id in rounds - {interview.id}]
    if before:
        st.write("In other rounds there you said:")
        st.text("\n".join(f"• {one_line(claim, 160)}" for claim in before))
