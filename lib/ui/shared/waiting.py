"""What waits to be gone on with: drafts, interviews that have been held, and yesterday's second half."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

import streamlit as st

from lib.records.days import spoken_moment
from lib.records.interview import Interview
from lib.store import Draft
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.drafts.record_form import home_of
from lib.ui.markdown import count, escaped, stage_and_day, whom
from lib.ui.places import Place
from lib.ui.shared import begin_debrief
from lib.ui.shared.section_form import HEADINGS
from lib.ui.visit import Visit
from lib.workflows import answers as given
from lib.workflows import debrief, editing, messages, outcome, record_editing, repairing, scoring, upcoming, weighing
from lib.workflows.editing import is_changed, open_sections, words_typed
from lib.workflows.noted import coming_interviews, held_interviews


def drafts_waiting(visit: Visit) -> list[Draft]:
    """The drafts worth going on with, newest first."""
    return [draft for draft in visit.drafts if (is_changed(draft) if draft.base else words_typed(draft))]


def leading_draft(visit: Visit) -> Draft | None:
    """The debrief that was begun last: going on with it comes before beginning another."""
    return next((draft for draft in drafts_waiting(visit) if draft.kind == debrief.KIND), None)


def show_beginning(visit: Visit) -> None:
    """The way into a new debrief; quieter while another one waits to be gone on with."""
    style: Literal["primary", "secondary"] = "secondary" if leading_draft(visit) else "primary"
    begin_debrief.debrief(style)


def show_begun(visit: Visit) -> None:
    """The drafts under their heading, where there are any; a message that is put forward as a task stands there."""
    put_forward = {due.id for due in visit.plan.today_three}
    begun = [draft for draft in drafts_waiting(visit) if draft.record_id not in put_forward]
    if begun:
        st.subheader("Begun and not saved", anchor=False)
        show_drafts(visit, begun)


def show_drafts(visit: Visit, drafts: Sequence[Draft]) -> None:
    """A card for each draft, with the way back into it and a way out that asks first."""
    leading = leading_draft(visit)
    for draft in drafts:
        with st.container(border=True, key=f"draft_{draft.id}"):
            st.write(f"**{escaped(_draft_title(visit, draft))}**  \n{escaped(_draft_state(visit, draft))}")
            with st.container(horizontal=True):
                if st.button("Go on", key=f"go on {draft.id}", type="primary" if draft is leading else "secondary"):
                    _place_of(draft).go()
                with st.popover("Discard", key=f"discard {draft.id}"):
                    st.write("Set this draft aside? You can bring it back right afterwards.")
                    st.button("Yes, set it aside", key=f"aside {draft.id}", on_click=saving.discard, args=(draft.id,))


def _draft_title(visit: Visit, draft: Draft) -> str:
    if draft.kind == messages.KIND:
        due, to = visit.plan.find(draft.record_id), given.text(draft.values, "to")
        return due.title if due else f"A message to {to}" if to else "A message"
    if draft.kind == record_editing.KIND:
        return record_editing.draft_title(visit.workbook, draft)
    if draft.kind == repairing.KIND:
        file, line, *_ = draft.record_id.split(":")
        return f"{file}, line {line}"
    if draft.kind in (scoring.KIND, weighing.KIND):
        return scoring.job_name(visit.workbook, draft.record_id) or "What I weigh a job by"
    interview = visit.workbook.interview(draft.record_id)
    application_id = given.text(draft.values, "application") or (interview.application_id if interview else "")
    application = visit.workbook.application(application_id)
    company, role = given.text(draft.values, "company"), given.text(draft.values, "role")
    return whom(application) if application else ", ".join(part for part in (company, role) if part) or "No company yet"


def _draft_state(visit: Visit, draft: Draft) -> str:
    what = {
        debrief.KIND: "A debrief you began",
        upcoming.KIND: "An interview still to come, not saved yet",
        outcome.KIND: "An outcome, not saved yet",
        messages.KIND: "A message you began",
        record_editing.KIND: f"{home_of(draft.screen)[1]}, not saved yet",
        repairing.KIND: "A row you were putting right",
        scoring.KIND: "How well it fits, not saved yet",
        weighing.KIND: "What counts how much, not saved yet",
        editing.KIND: f"A change, not saved yet: {HEADINGS.get(draft.screen, draft.screen)}",
    }.get(draft.kind, "A draft")
    return f"{what}. Last kept {spoken_moment(_saved_at(draft, visit), visit.today)}."


def _saved_at(draft: Draft, visit: Visit) -> datetime:
    return datetime.fromisoformat(draft.saved_at).astimezone(visit.zone)


def _place_of(draft: Draft) -> Place:
    ways: dict[str, Callable[[], Place]] = {
        debrief.KIND: lambda: places.unfinished_debrief(draft.id),
        upcoming.KIND: lambda: places.unfinished_interview(draft.id),
        messages.KIND: lambda: places.letter(draft.record_id),
        record_editing.KIND: lambda: places.entry_form(home_of(draft.screen)[0], draft.screen, draft.id),
        repairing.KIND: lambda: places.finding(draft.record_id),
        scoring.KIND: lambda: places.job(draft.record_id, draft.screen),
        weighing.KIND: lambda: places.criteria(draft.screen),
    }
    return ways.get(draft.kind, lambda: places.interview(draft.record_id, draft.screen))()


def held_undrafted(visit: Visit) -> list[Interview]:
    """The interviews that have been held and whose debrief is not begun, newest first."""
    drafted = {draft.record_id for draft in drafts_waiting(visit)}
    return [entry for entry in held_interviews(visit.workbook, visit.now) if entry.id not in drafted]


def show_held(visit: Visit) -> None:
    """A card for each interview that has been held and not debriefed: 'How did it go?'. The newest leads."""
    leads = leading_draft(visit) is None
    for number, interview in enumerate(held_undrafted(visit)):
        with st.container(border=True, key=f"held_{interview.id}"):
            st.write(f"**{escaped(whom(visit.workbook.application(interview.application_id)))}**")
            st.write(escaped(stage_and_day(interview, visit)))
            style: Literal["primary", "secondary"] = "primary" if leads and number == 0 else "secondary"
            if st.button("How did it go?", key=f"held {interview.id}", type=style):
                places.debrief(interview.id).go()


def show_coming(visit: Visit, but: str = "") -> None:
    """A line for each interview still to come, with its sheet; without the one that stands elsewhere."""
    coming = [entry for entry in coming_interviews(visit.workbook, visit.now) if entry.id != but]
    if coming:
        st.subheader("Still to come", anchor=False)
    for interview in coming:
        application = whom(visit.workbook.application(interview.application_id))
        with st.container(horizontal=True, vertical_alignment="center", key=f"coming_{interview.id}"):
            st.markdown(f"**{escaped(application)}**  \n{escaped(stage_and_day(interview, visit))}", width="stretch")
            if st.button("Sheet", key=f"sheet {interview.id}"):
                places.prep_sheet(interview.id).go()


def show_second_halves(visit: Visit) -> None:
    """A card for each debrief of the past week that tomorrow's part could still complete."""
    for interview in reversed(visit.workbook.debriefed()):
        sections = open_sections(visit.workbook, interview, visit.today)
        if sections and interview.held_on < visit.today:
            with st.container(border=True, key=f"half_{interview.id}"):
                st.write(f"**{escaped(whom(visit.workbook.application(interview.application_id)))}**")
                st.write(
                    f"{escaped(stage_and_day(interview, visit))}. {count(len(sections), 'part')} left, each on its own."
                )
                if st.button("Add what came to mind", key=f"half {interview.id}"):
                    places.debrief(interview.id).go()
