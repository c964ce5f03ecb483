"""One application: its status and timeline, and below them everything that belongs to it."""

import streamlit as st

from lib.english import one_line
from lib.exchange.debrief_markdown import markdown
from lib.followup.search import never_answered
from lib.records.application import Application
from lib.records.application_names import disambiguation
from lib.records.history import status_history
from lib.records.interview import Interview
from lib.records.labels import label
from lib.ui import routes
from lib.ui.applications import application_people, application_talks, entry_form, history, job, timeline_picture
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import SafeText, escaped, joined, marked
from lib.ui.shared import begin_interview, breadcrumbs, chips, task_card
from lib.ui.shared.rows import close
from lib.ui.titles import application_title
from lib.workflows.drafts.record_removal import remove_record
from lib.workflows.drafts.steps import mark_favourite
from lib.workflows.entries.people import via
from lib.workflows.entries.searching import Process, process_of

_TASKS = 2
"""How many tasks are shown; the others are folded away."""


def show(context: Context, application: Application) -> None:
    """The one view of an application, at its own address."""
    process = process_of(context.workbook, application)
    _head(context, process)
    if note := never_answered(context.snapshot, application.company, but=application.id):
        st.info(escaped(note))
    timeline_picture.show(context, application)
    _open_tasks(context, application)
    wide, narrow = st.columns([3, 2], gap="large")
    with wide:
        application_talks.show_questions(context, process)
        application_people.show(context, process)
        application_talks.show_letters(context, application)
        application_talks.show_claims_and_pay(context, process)
    with narrow:
        job.show(context, process)
        _details(context, process)


def _head(context: Context, process: Process) -> None:
    application = process.application
    breadcrumbs.show("Applications", here=application_title(application, context))
    with st.container(horizontal=True, vertical_alignment="center", key="acts"):
        st.title(escaped(one_line(application.company, 90)), anchor=False, width="content")
        chips.show(chips.status(context.workbook, application))
        st.space("stretch")
        _next_steps(context, process)
    apart = disambiguation(context.workbook, application, context.today, dates=context.dates)
    details = (
        "★ Favourite" if application.favourite else "",
        application.role,
        apart,
        application.location,
        label(application.work_mode) if application.work_mode else "",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="details"):
        st.markdown(joined(" · ", details), width="content")
        if between := via(context.workbook, application):
            routes.person(between.id).link_here(marked("via {}", between.with_house))
        _small_actions(application, process)


def _next_steps(context: Context, process: Process) -> None:
    """The two next things to record; the outcome is that of the last interview as long as that is open. With an offer
    it's weighed first."""
    open_one, application_id = _without_outcome(process), process.application.id
    is_offered = process.application.status in ("offer", "accepted")
    if is_offered:
        routes.offers().link("Weigh the offer")
    elif open_one is None:
        st.button("Record the outcome", key="outcome", on_click=entry_form.begin, args=("status", application_id))
    elif st.button("Record the outcome", key="outcome", type="primary"):
        routes.outcome(open_one.id).go()
    if st.button(
        "Add the next interview", key="next interview", type="secondary" if open_one or is_offered else "primary"
    ):
        begin_interview.next_one(context, application_id).go()


def _without_outcome(process: Process) -> Interview | None:
    debriefed = [one for one in process.interviews if one.is_debriefed]
    last = debriefed[-1] if debriefed else None
    return last if last and not last.outcome_is_known else None


def _small_actions(application: Application, process: Process) -> None:
    st.button("Edit", key="edit", type="tertiary", on_click=entry_form.begin, args=("application", application.id))
    st.button(
        "Change the status", key="status", type="tertiary", on_click=entry_form.begin, args=("status", application.id)
    )
    words = "Remove from favourites" if application.favourite else "Mark as favourite"
    args = (application.id, not application.favourite)
    st.button(words, key="favourite", type="tertiary", on_click=_favourite, args=args)
    if not process.interviews:
        with st.popover("Delete", key="delete", type="tertiary"):
            st.write(
                "Delete this application with its history, favours, offers, scores and decisions? You can undo it."
            )
            st.button("Yes, delete it", key="yes delete", on_click=_delete, args=(application.id,))


def _favourite(application_id: str, on: bool) -> None:
    store, now = current_store(), clock()
    sentence = "Marked as a favourite." if on else "No longer a favourite."
    saving.run(lambda: mark_favourite(store, application_id, on, now), sentence)


def _delete(application_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: remove_record(store, "applications", application_id, now), "The application is deleted.")
    close()


def _open_tasks(context: Context, application: Application) -> None:
    owed = [due for due in (*context.plan.tasks, *context.plan.ideas) if due.application_id == application.id]
    if not owed:
        return
    st.subheader("To do", anchor=False)
    for side, due in zip(st.columns(min(len(owed), _TASKS)), owed, strict=False):
        with side:
            task_card.show(context, due)
    if rest := owed[_TASKS:]:
        with st.expander(marked("{} more", len(rest))):
            for due in rest:
                task_card.show(context, due)


def _details(context: Context, process: Process) -> None:
    """What is looked up now and then: the posting, the history of the status, and the debriefs as a file."""
    application = process.application
    if application.posting:
        with st.expander("Job posting", key="posting_text"):
            st.markdown(escaped(application.posting))
            _posting_button(application, "Edit the posting")
    if rows := status_history(context.workbook, application.id):
        with st.expander("History of the status", key="history"):
            history.show(context, rows)
    with st.container(horizontal=True, key="files"):
        if not application.posting:
            _posting_button(application, "Add the job posting")
        if debriefed := [one for one in process.interviews if one.is_debriefed]:
            st.download_button(
                "Save its debriefs as text",
                lambda: markdown(context.workbook, debriefed, context.zone, dates=context.dates),
                "Debriefs.md",
                "text/markdown",
                type="tertiary",
                key="as text",
                on_click="ignore",
            )


def _posting_button(application: Application, words: SafeText) -> None:
    st.button(words, key="posting", type="tertiary", on_click=entry_form.begin, args=("posting", application.id))
