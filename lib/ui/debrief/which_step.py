"""Which interview was it: the application, the day, the type, and the outcome where it's known already."""

import streamlit as st

from lib.records.interview import Interview
from lib.ui.drafts.fields import Form
from lib.ui.markdown import escaped, stage_and_day, whom
from lib.ui.shared.interview_fields import application_fields, opens_again, type_field, when_fields
from lib.ui.visit import Visit
from lib.workflows.entries.outcomes import KNOWN_OUTCOMES

OUTCOMES = {
    "advanced": "I moved on",
    "offer": "An offer",
    "rejected": "A no",
    "no_reply": "They never replied",
    "withdrew": "I withdrew",
}
"""The outcomes as a person says them."""


def show(visit: Visit, form: Form) -> None:
    """The fields that say which interview it was; of one that was noted ahead, what may have been different."""
    scheduled = visit.workbook.interview(form.draft.record_id)
    if scheduled:
        _noted_ahead(visit, form, scheduled)
    else:
        application_fields(visit, form)
        when_fields(visit, form)
        type_field(form)
    _outcome(visit, form)


def _noted_ahead(visit: Visit, form: Form, scheduled: Interview) -> None:
    application = visit.workbook.application(scheduled.application_id)
    st.write(f"**{escaped(whom(application, visit))}**  \n{escaped(stage_and_day(scheduled, visit))}")
    opens_again(visit, form)
    with st.expander("Was something different?"):
        when_fields(visit, form)
        type_field(form)


def _outcome(visit: Visit, form: Form) -> None:
    with st.expander("Already know the outcome?", expanded=bool(form.text("outcome")), type="compact", key="outcome"):
        form.choice("outcome", "What was the outcome?", KNOWN_OUTCOMES, OUTCOMES)
        if form.text("outcome"):
            form.day("outcome_on", "When did you hear? (optional)", last=visit.today)
