"""What waits: drafts, interviews that were held, and debriefs with optional parts left."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import streamlit as st

from lib.english import counted
from lib.records.interview import Interview
from lib.store import Draft
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.ui.shared import begin_debrief
from lib.ui.titles import application_title, stage_and_day
from lib.workflows.draft_kinds import DEBRIEF
from lib.workflows.drafting import is_begun
from lib.workflows.drafts.scheduled_interviews import coming_interviews, held_interviews


def drafts_waiting(context: Context) -> list[Draft]:
    """The drafts worth going on with, newest first."""
    return [draft for draft in context.drafts if is_begun(draft)]


def leading_draft(context: Context) -> Draft | None:
    """The debrief that was begun last: continuing it comes before starting another."""
    return next((draft for draft in drafts_waiting(context) if draft.kind == DEBRIEF), None)


def show_beginning(context: Context) -> None:
    """The way into a new debrief; quieter while another one waits to be gone on with."""
    style: Literal["primary", "secondary"] = "secondary" if leading_draft(context) else "primary"
    with st.container(horizontal=True, key="begin"):
        begin_debrief.debrief(style)
        if st.button("Add an upcoming one", key="add upcoming"):
            routes.new_interview().go()
        if st.button("Bring a note", key="bring note", type="tertiary"):
            routes.data("note").go()


def show_begun(context: Context) -> None:
    """The drafts under their heading, if there are any; a message that is suggested as a task is listed there."""
    put_forward = {due.id for due in context.plan.today_three}
    begun = [draft for draft in drafts_waiting(context) if draft.record_id not in put_forward]
    if begun:
        st.subheader("Unfinished", anchor=False)
        show_drafts(context, begun)


def show_drafts(context: Context, drafts: Sequence[Draft]) -> None:
    """A card for each draft, with the way back into it and a way out that asks first."""
    from lib.ui.drafts.kinds import DRAFT_KINDS  # all forms, which the first page rarely needs

    leading = leading_draft(context)
    for draft in drafts:
        kind = DRAFT_KINDS[draft.kind]
        with st.container(border=True, key=f"draft_{draft.id}"):
            saved = datetime.fromisoformat(draft.saved_at).astimezone(context.zone)
            state = f"{kind.kind_name(draft)} · Draft saved {context.dates.spoken_moment(saved, context.today)}"
            st.write(marked("**{}**  \n{}", kind.title(context, draft), state))
            with st.container(horizontal=True):
                style: Literal["primary", "secondary"] = "primary" if draft is leading else "secondary"
                if st.button("Continue", key=f"go on {draft.id}", type=style):
                    kind.route(draft).go()
                with st.popover("Discard", key=f"discard {draft.id}"):
                    st.write("Discard this draft? You can undo this.")
                    discard = saving.discard_waiting
                    st.button("Discard the draft", key=f"aside {draft.id}", on_click=discard, args=(draft.id,))


def held_undrafted(context: Context) -> list[Interview]:
    """The interviews that have been held and whose debrief is not begun, newest first."""
    drafted = {draft.record_id for draft in drafts_waiting(context)}
    return [entry for entry in held_interviews(context.workbook, context.now) if entry.id not in drafted]


def show_held(context: Context) -> None:
    """A card for each interview that has been held and not debriefed: 'How did it go?'. The newest leads."""
    leads = leading_draft(context) is None
    for number, interview in enumerate(held_undrafted(context)):
        with st.container(border=True, key=f"held_{interview.id}"):
            st.write(
                marked("**{}**", application_title(context.workbook.application(interview.application_id), context))
            )
            st.write(escaped(stage_and_day(interview, context)))
            style: Literal["primary", "secondary"] = "primary" if leads and number == 0 else "secondary"
            if st.button("How did it go?", key=f"held {interview.id}", type=style):
                routes.debrief(interview.id).go()


def show_coming(context: Context) -> None:
    """A line for each interview still to come, with its sheet."""
    coming = coming_interviews(context.workbook, context.now)
    if coming:
        st.subheader("Still to come", anchor=False)
    for interview in coming:
        application = application_title(context.workbook.application(interview.application_id), context)
        with st.container(horizontal=True, vertical_alignment="center", key=f"coming_{interview.id}"):
            st.markdown(marked("**{}**  \n{}", application, stage_and_day(interview, context)), width="stretch")
            if st.button("Prep sheet", key=f"sheet {interview.id}"):
                routes.prep_sheet(interview.id).go()


def show_second_halves(context: Context) -> None:
    """A card for each debrief of the past week whose optional parts are not all filled in."""
    from lib.workflows.drafts.editing import open_sections  # only the page Debrief needs it

    for interview in reversed(context.workbook.debriefed):
        sections = open_sections(context.workbook, interview, context.today)
        if sections and interview.held_on < context.today:
            with st.container(border=True, key=f"half_{interview.id}"):
                st.write(
                    marked("**{}**", application_title(context.workbook.application(interview.application_id), context))
                )
                left = f"{counted(len(sections), 'optional part')} left."
                st.write(marked("{}. {}", stage_and_day(interview, context), left))
                if st.button("Add more", key=f"half {interview.id}"):
                    routes.debrief(interview.id).go()
