"""One application: where it stands, its rounds and people, what I said there, what is open, and how it went."""

import streamlit as st

from lib.decide.fit import job_fit
from lib.decide.signing import job_status
from lib.english import spoken_day
from lib.followup.search import never_answered
from lib.records.application import Application
from lib.records.history import status_history
from lib.records.labels import label
from lib.ui import places
from lib.ui.applications import entry_form, history, reference_list
from lib.ui.drafts import record_form, saving
from lib.ui.markdown import escaped, stage_and_day, whom
from lib.ui.shared import breadcrumbs, task_card
from lib.ui.shared.rows import close, facts, line, open_application, open_person, scene_of, side_by_side, standing
from lib.ui.visit import Visit, clock, current_store
from lib.workflows.drafts.record_editing import remove_record
from lib.workflows.drafts.steps import mark_favourite
from lib.workflows.entries.searching import Process, process_of, rival_name


def show(visit: Visit, application: Application) -> None:
    """The one view of an application, at its own address."""
    process = process_of(visit.workbook, application)
    about = whom(application, visit)
    breadcrumbs.show("Applications", here=about)
    st.title(escaped(about), anchor=False)
    st.write(f"{escaped(standing(application, visit))}.{' A favourite.' if application.favourite else ''}")
    if told := never_answered(scene_of(visit), application.company, but=application.id):
        st.info(escaped(told))
    _acts(application, process)
    _facts(visit, application)
    _posting(application)
    _fit(visit, application)
    _offers(visit, application)
    _open_tasks(visit, application)
    _rounds(visit, process)
    _people(process)
    _said(visit, process)
    reference_list.show_asks(visit, process.asks, application_id=application.id)
    _rivals(visit, process)
    history.show(visit, status_history(visit.workbook, application.id))


def _acts(application: Application, process: Process) -> None:
    with st.container(horizontal=True, key="acts"):
        st.button(
            "Change where it stands",
            type="primary",
            key="status",
            on_click=entry_form.begin,
            args=("status", application.id),
        )
        st.button("Correct", key="edit", on_click=entry_form.begin, args=("application", application.id))
        words = "No longer a favourite" if application.favourite else "Make it a favourite"
        st.button(words, key="favourite", on_click=_favourite, args=(application.id, not application.favourite))
        if not process.interviews:
            with st.popover("Delete", key="delete"):
                st.write(
                    "Delete this application with its history, favours, offers, scores and decisions? You can undo it."
                )
                st.button("Yes, delete it", key="yes delete", on_click=_delete, args=(application.id,))


def _favourite(application_id: str, on: bool) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: mark_favourite(store, application_id, on, now), "Noted.")


def _delete(application_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: remove_record(store, "applications", application_id, now), "The application is deleted.")
    close()


def _facts(visit: Visit, application: Application) -> None:
    applied = spoken_day(application.applied_on, visit.today) if application.applied_on else ""
    where = [application.location, label(application.work_mode) if application.work_mode else ""]
    rival = rival_name(visit.workbook, application)
    facts(
        {
            "Applied": applied,
            "Found through": application.source,
            "Described at": application.url,
            "Where": ", ".join(part for part in where if part),
            "The house is": label(application.formality) if application.formality else "",
            "A rival of": rival,
            "Notes": application.notes,
        }
    )


def _posting(application: Application) -> None:
    """The text of the posting, folded away, with the way to change it; without one, the way to add it."""
    if not application.posting:
        _posting_button(application, "Add the job posting")
        return
    with st.expander("Job posting", key="posting_text"):
        st.markdown(escaped(application.posting))
        _posting_button(application, "Edit the posting")


def _posting_button(application: Application, words: str) -> None:
    st.button(words, key="posting", type="tertiary", on_click=entry_form.begin, args=("posting", application.id))


def _fit(visit: Visit, application: Application) -> None:
    fit = job_fit(visit.workbook, application.id, visit.today)
    with side_by_side("fit", f":gray[How it fits]  \n{escaped(fit.glance)}"):
        if st.button("Is it right for me?", key="to decide"):
            places.job(application.id).go()


def _open_tasks(visit: Visit, application: Application) -> None:
    owed = [due for due in (*visit.plan.tasks, *visit.plan.ideas) if due.application_id == application.id]
    if owed:
        st.subheader("Open here", anchor=False)
    for due in owed:
        task_card.show(visit, due)


def _rounds(visit: Visit, process: Process) -> None:
    st.subheader("Rounds", anchor=False)
    if not process.interviews:
        st.write("No interview yet.")
    for interview in process.interviews:
        outcome = label(interview.outcome or "pending") if interview.is_debriefed else label(interview.state)
        words = f"**{escaped(stage_and_day(interview, visit))}**  \n{escaped(outcome)}."
        with side_by_side(f"round_{interview.id}", words):
            if st.button("Read", key=f"round {interview.id}"):
                places.interview(interview.id).go()


def _people(process: Process) -> None:
    if process.people:
        st.subheader("People met there", anchor=False)
    for person in process.people:
        title = f"  \n{escaped(person.title)}" if person.title else ""
        line(f"met_{person.id}", f"**{escaped(person.name)}**{title}", "Open", open_person, person.id)
    if process.known:
        st.subheader("Others you know there", anchor=False)
    for person in process.known:
        kind = f"  \n{label(person.kind)}" if person.kind else ""
        line(f"known_{person.id}", f"**{escaped(person.name)}**{kind}", "Open", open_person, person.id)


def _said(visit: Visit, process: Process) -> None:
    rounds = {interview.id: interview for interview in process.interviews}
    pay = [(interview, interview.pay_said) for interview in process.interviews if interview.pay_said]
    if process.claims:
        st.subheader("What you said of yourself", anchor=False)
    for claim in process.claims:
        day = spoken_day(rounds[claim.interview_id].held_on, visit.today)
        st.write(f"{escaped(claim.claim)}  \n:gray[{escaped(day)}]")
    if pay:
        st.subheader("What was said about pay", anchor=False)
    for interview, words in pay:
        st.write(f"{escaped(words)}  \n:gray[{escaped(spoken_day(interview.held_on, visit.today))}]")


def _rivals(visit: Visit, process: Process) -> None:
    application = process.application
    st.subheader(f"Rivals of {escaped(application.company)}", anchor=False)
    if not process.rivals:
        st.write("None named yet. Who needs the same skills, and do they hire?")
    for rival in process.rivals:
        words = f"**{escaped(whom(rival, visit))}**  \n{escaped(standing(rival, visit))}."
        line(f"rival_{rival.id}", words, "Open", open_application, rival.id)
    st.button("Name a rival", key="add rival", on_click=_name_rival, args=(application.company,))


def _name_rival(company: str) -> None:
    entry_form.begin("application", rival_of=company, status="interested")


def _offers(visit: Visit, application: Application) -> None:
    """A line for each offer; where the status says that there is one, the way to write its terms down."""
    offers = [offer for offer in visit.workbook.offers if offer.application_id == application.id]
    for offer in offers:
        with side_by_side(f"offer_{offer.id}", f":gray[Its offer]  \n{escaped(job_status(offer).sentence)}"):
            if st.button("Open the offer", key=f"to offer {offer.id}"):
                places.offer(offer.id).go()
    if not offers and application.status == "offer":
        words = ":gray[Its offer]  \nNot yet a job. Its terms are not written down yet."
        with side_by_side("offer_to_write", words):
            if st.button("Write them down", key="write offer"):
                record_form.begun_elsewhere(visit, places.DECIDE, "offer", application_id=application.id).go()
