"""Which interview was it: the application, the day, the type, and the outcome if it's known already."""

import streamlit as st

from lib.records.interview import Interview
from lib.ui import places, session
from lib.ui.debrief import from_note
from lib.ui.drafts import driver
from lib.ui.drafts.fields import Form
from lib.ui.drafts.taking import catch_up, keep
from lib.ui.markdown import marked
from lib.ui.names import stage_and_day, whom
from lib.ui.shared.interview_fields import application_fields, opens_again, type_field, when_fields
from lib.ui.visit import OPEN_DRAFTS, RANDOM, Visit, clock, current_store
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


def show(visit: Visit, form: Form) -> None:
    """The fields that tell which interview it was; of one that was noted ahead, what may have been different."""
    scheduled = visit.workbook.interview(form.draft.record_id)
    if scheduled:
        _noted_ahead(visit, form, scheduled)
    else:
        application_fields(visit, form)
        when_fields(visit, form)
        type_field(form)
    _still_to_come(visit, form)
    _note_and_outcome(visit, form)


def _note_and_outcome(visit: Visit, form: Form) -> None:
    """Side by side while they're folded; the lines of a note need the whole width."""
    if from_note.is_open(form.name):
        note_side, outcome_side = st.container(), st.container()
    else:
        note_side, outcome_side = st.columns(2)
    with note_side:
        from_note.show(visit, form, "Have a note? Bring it")
    with outcome_side:
        _outcome(visit, form)


def _still_to_come(visit: Visit, form: Form) -> None:
    """For an interview that hasn't begun: the way to note it ahead, with what was typed."""
    with st.container():
        begins = form_values.when(form.draft.values, visit.zone, visit.workbook.interview(form.draft.record_id)).begins
        if begins and begins > visit.now:
            st.button("Save it as coming up", key="as upcoming", on_click=_as_upcoming, args=(form.name,))


def _as_upcoming(name: str) -> None:
    catch_up(name)
    if draft := OPEN_DRAFTS.get(session.tab(), name):
        upcoming = as_upcoming(draft, RANDOM)
        OPEN_DRAFTS.put(session.tab(), upcoming.id, upcoming)
        keep(upcoming.id, {})
        current_store().drafts.discard(draft.id, clock())
        driver.drop(name)
        places.unfinished_interview(upcoming.id).turn()


def _noted_ahead(visit: Visit, form: Form, scheduled: Interview) -> None:
    application = visit.workbook.application(scheduled.application_id)
    st.write(marked("**{}**  \n{}", whom(application, visit), stage_and_day(scheduled, visit)))
    opens_again(visit, form)
    with st.expander("Was something different?"):
        when_fields(visit, form)
        type_field(form)


def _outcome(visit: Visit, form: Form) -> None:
    with st.expander("Already know the outcome?", expanded=bool(form.text("outcome")), type="compact", key="outcome"):
        form.choice("outcome", "What was the outcome?", KNOWN_OUTCOMES, OUTCOMES)
        if form.text("outcome"):
            form.day("outcome_on", "When did you hear? (optional)", last=visit.today)
            if form.text("outcome_on") and form.text("outcome_on") < form.text("date"):
                st.markdown(f":small[:red[{TOO_EARLY}]]")
