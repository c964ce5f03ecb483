"""Which interview was it: the application, the day, the type, and the outcome if it's known already."""

from functools import partial

import streamlit as st

from lib.records.interview import Interview
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, clock, current_store
from lib.ui.debrief import from_note
from lib.ui.drafts import form_flow
from lib.ui.drafts.field_sync import keep_answers, sync_widgets
from lib.ui.drafts.fields import Form
from lib.ui.markdown import marked
from lib.ui.shared.interview_fields import application_fields, opens_again, type_field, when_fields
from lib.ui.titles import application_title, stage_and_day
from lib.workflows import form_values
from lib.workflows.drafts.upcoming import as_upcoming
from lib.workflows.entries.outcomes import KNOWN_OUTCOMES, TOO_EARLY

OUTCOMES = {
    "advanced": "Next round",
    "offer": "An offer",
    "rejected": "A no",
    "no_reply": "They never replied",
    "withdrew": "I withdrew",
}
"""The outcomes in everyday words."""


def show(context: Context, form: Form) -> None:
    """A note to bring, which may fill in the rest; the fields that tell which interview it was, or of one that was
    noted ahead, what may have been different."""
    from_note.show(context, form, "Have a note? Bring it")
    scheduled = context.workbook.interview(form.draft.record_id)
    if scheduled:
        _noted_ahead(context, form, scheduled)
    else:
        application_fields(context, form)
        when_fields(context, form, partial(_outcome, context, form))
        type_field(form)
    _still_to_come(context, form)
    if scheduled:
        _outcome(context, form)


def _still_to_come(context: Context, form: Form) -> None:
    """For an interview that hasn't begun: the way to note it ahead, with what was typed."""
    with st.container():
        begins = form_values.when(
            form.draft.values, context.zone, context.workbook.interview(form.draft.record_id)
        ).begins
        if begins and begins > context.now:
            st.button("Save it as coming up", key="as upcoming", on_click=_as_upcoming, args=(form.name,))


def _as_upcoming(name: str) -> None:
    sync_widgets(name)
    if draft := OPEN_DRAFTS.get(session.tab(), name):
        upcoming = as_upcoming(draft, RANDOM)
        OPEN_DRAFTS.open(session.tab(), upcoming.id, upcoming)
        keep_answers(upcoming.id, {})
        current_store().drafts.discard(draft.id, clock())
        form_flow.close(name)
        routes.unfinished_interview(upcoming.id).open_here()


def _noted_ahead(context: Context, form: Form, scheduled: Interview) -> None:
    application = context.workbook.application(scheduled.application_id)
    st.write(marked("**{}**  \n{}", application_title(application, context), stage_and_day(scheduled, context)))
    opens_again(context, form)
    with st.expander("Was something different?"):
        when_fields(context, form)
        type_field(form)


def _outcome(context: Context, form: Form) -> None:
    with st.expander("Already know the outcome?", expanded=bool(form.text("outcome")), type="compact", key="outcome"):
        form.choice("outcome", "What was the outcome?", KNOWN_OUTCOMES, OUTCOMES)
        if form.text("outcome"):
            form.day("outcome_on", "When did you hear? (optional)", last=context.today)
            if form.text("outcome_on") and form.text("outcome_on") < form.text("date"):
                st.markdown(f":small[:red[{TOO_EARLY}]]")
