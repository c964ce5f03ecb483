"""One interview at a glance: how it came out, what they asked, how it went, whether I want it, what is still to do."""

from typing import Literal

import streamlit as st

from lib.english import one_line
from lib.exchange.debrief_markdown import markdown
from lib.followup.derived_task import DerivedTask
from lib.insight.at_a_glance import figures
from lib.insight.offered import looks_offered
from lib.records.application_names import disambiguation
from lib.records.interview import Interview
from lib.records.labels import phrase
from lib.records.vocabulary import InterviewState
from lib.records.zones import spoken_when
from lib.ui import routes
from lib.ui.context import Context, clock, current_context, current_store
from lib.ui.drafts import saving
from lib.ui.journal import fit, parts, questions, rounds, skills, story
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import begin_interview, breadcrumbs, chips, task_card
from lib.ui.titles import application_title
from lib.workflows.drafts.guessing import why_no_guess
from lib.workflows.drafts.scheduled_interviews import has_begun
from lib.workflows.drafts.upcoming import mark_not_held
from lib.workflows.entries.deletion import delete_debrief
from lib.workflows.entries.offered import record_offer
from lib.workflows.entries.take_homes import hand_in

_TASKS = 3
"""How many tasks are shown; the others are folded away."""


def show(context: Context, interview: Interview) -> None:
    """The page of one interview, at its own address."""
    is_coming = interview.state == "scheduled" and not has_begun(interview, context.now)
    _head(context, interview, is_coming=is_coming)
    if interview.feedback:
        lines = [marked(":gray[What they said]"), *(escaped(line) for line in interview.feedback.splitlines())]
        st.markdown(joined("  \n", lines))
    rounds.show_where(context, interview, is_coming=is_coming)
    _figures(context, interview)
    _still_to_do(context, interview)
    wide, narrow = (st.container(), st.container()) if is_coming else st.columns([3, 2], gap="large")
    held: set[str] = set()
    with wide:
        held |= story.show_how_it_went(interview)
        held |= questions.show(context, interview, is_coming=is_coming)
        held |= story.show_next_time(context, interview)
    with narrow:
        held |= skills.show(context, interview)
        held |= fit.show(context, interview)
        held |= story.show_people(context, interview, is_coming=is_coming)
        held |= story.show_rest(context, interview)
    if not is_coming:
        parts.show_missing(_may_be_added(context, interview) - held)
    parts.come_back(interview)


def _head(context: Context, interview: Interview, *, is_coming: bool) -> None:
    application = context.workbook.application(interview.application_id)
    about = application_title(application, context)
    breadcrumbs.show("Journal", here=about)
    with st.container(horizontal=True, vertical_alignment="center", key="part_outcome"):
        st.title(escaped(one_line(application.company if application else about, 90)), anchor=False, width="content")
        chips.show(chips.interview_chip(interview, context.today))
        st.space("stretch")
        _acts(context, interview, is_coming=is_coming)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="part_basics"):
        st.markdown(joined(" · ", _details(context, interview)), width="content")
        parts.edit("basics")
        _save_as_text(context, interview)
        _delete_button(interview, is_coming=is_coming)


def _details(context: Context, interview: Interview) -> tuple[str, ...]:
    """Role, type, day, how it was held, and, if it's so, that nothing is left to do; what isn't known is empty."""
    application = context.workbook.application(interview.application_id)
    minutes = interview.minutes if interview.is_debriefed else interview.length
    return (
        application.role if application else "",
        disambiguation(context.workbook, application, context.today, dates=context.dates) if application else "",
        interview.type_phrase,
        spoken_when(interview, context.now, context.zone, dates=context.dates),
        phrase(interview.format) if interview.format else "",
        f"{minutes} min" if minutes else "",
        *rounds.take_home_days(interview, context.today, dates=context.dates),
        {True: "the last round", False: "not the last round", None: ""}[interview.last_round],
        "nothing left to do" if interview.is_debriefed and not _tasks(context, interview) else "",
    )


def _acts(context: Context, interview: Interview, *, is_coming: bool) -> None:
    if not interview.is_debriefed:
        _acts_without_debrief(context, interview, is_coming=is_coming)
    elif interview.outcome_is_known:
        st.button("Edit the outcome", key="outcome", on_click=parts.open_part, args=("outcome",))
    else:
        is_offered = any(one.interview.id == interview.id for one in looks_offered(context.workbook))
        if is_offered:
            st.button("Record the offer", type="primary", key="offer", on_click=_record_offer, args=(interview.id,))
        kind: Literal["primary", "secondary"] = "secondary" if is_offered else "primary"
        st.button("Record the outcome", type=kind, key="outcome", on_click=parts.open_part, args=("outcome",))
    if interview.outcome == "offer":
        routes.offers().link("Weigh the offer")
    elif st.button("Add the next interview", key="next interview"):
        begin_interview.next_one(context, interview.application_id).go()


def _acts_without_debrief(context: Context, interview: Interview, *, is_coming: bool) -> None:
    if interview.state in ("cancelled", "no_show"):
        st.button("It's back on", type="primary", key="back on", on_click=parts.open_part, args=("when",))
        if st.button("Debrief it", key="debrief it"):
            routes.debrief(interview.id).go()
        return
    is_asked = any(due.kind == "hand_in" for due in _tasks(context, interview))
    if interview.work_until and not is_asked and interview.held_on <= context.today:
        st.button("I handed it in", key="hand in", on_click=_hand_in, args=(interview.id,))
    if is_coming:
        if st.button("Open the prep sheet", type="primary", key="sheet"):
            routes.prep_sheet(interview.id).go()
    elif st.button("Debrief it", type="primary", key="debrief it"):
        routes.debrief(interview.id).go()
    st.button("Move it", key="move", on_click=parts.open_part, args=("when",))
    st.button("It was cancelled", key="cancelled", on_click=_not_held, args=(interview.id, "cancelled"))
    if not is_coming:
        st.button("They didn't come", key="no show", on_click=_not_held, args=(interview.id, "no_show"))


def _record_offer(interview_id: str) -> None:
    context = current_context()
    saving.run(lambda: record_offer(context.store, interview_id, context.now), "Marked as an offer.")


def _hand_in(interview_id: str) -> None:
    context = current_context()
    saving.run(lambda: hand_in(context.store, interview_id, context.local_time), "Handed in.")


def _save_as_text(context: Context, interview: Interview) -> None:
    st.download_button(
        "Save as text",
        lambda: markdown(context.workbook, [interview], context.zone, dates=context.dates),
        "Debrief.md",
        "text/markdown",
        type="tertiary",
        key="as text",
        on_click="ignore",
    )


def _figures(context: Context, interview: Interview) -> None:
    found = figures(context.workbook, interview, context.today, dates=context.dates)
    if not found:
        return
    with st.container(key="figures"):
        for figure in found:
            note = marked("  \n:small[{}]", figure.note) if figure.note else ""
            st.markdown(marked(":gray[{}]  \n**{}**{}", figure.name, figure.value, note))


def _still_to_do(context: Context, interview: Interview) -> None:
    """The tasks that this interview left, each with its buttons, side by side if there is room."""
    here = _tasks(context, interview)
    if not here:
        return
    with st.container(key="part_todo", gap="xsmall"):
        st.subheader("Still to do", anchor=False)
        for side, due in zip(st.columns(len(here[:_TASKS])), here, strict=False):
            with side:
                task_card.show(context, due)
        if rest := here[_TASKS:]:
            with st.expander(marked("{} more", len(rest))):
                for due in rest:
                    task_card.show(context, due)


def _tasks(context: Context, interview: Interview) -> list[DerivedTask]:
    return [due for due in (*context.plan.tasks, *context.plan.ideas) if due.interview_id == interview.id]


def _may_be_added(context: Context, interview: Interview) -> set[str]:
    """The sections that make sense for this interview."""
    out = {"hard", "forgotten", "basics"}
    if interview.outcome != "rejected":
        out.add("no")
    if interview.forecast is not None or why_no_guess(context.workbook, interview):
        out.add("forecast")
    if any(value is not None for value in (interview.interest_before, interview.interest_after)):
        out.add("interest")
    return set(parts.LINKS) - out


def _delete_button(interview: Interview, *, is_coming: bool) -> None:
    with st.popover("Delete", type="tertiary", key="delete"):
        what = "interview" if is_coming else "debrief with its questions, ratings, promises and plans"
        st.write(f"Delete this {what}? You can undo this.")
        st.button("Yes, delete it", key="yes delete", on_click=_delete, args=(interview.id,))


def _not_held(interview_id: str, state: InterviewState) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: mark_not_held(store, interview_id, state, now), "Noted: it didn't take place.")


def _delete(interview_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: delete_debrief(store, interview_id, now), "The debrief is deleted.")
    routes.close()
