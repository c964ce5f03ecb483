"""The job of one application in the narrow column: its offer, how well it fits, what is known, and rivals."""

import streamlit as st

from lib.decide.fit import job_fit
from lib.decide.signing import job_status
from lib.records.application import Application
from lib.records.labels import label
from lib.ui import routes
from lib.ui.applications import entry_form
from lib.ui.context import Context
from lib.ui.drafts import record_form
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import chips
from lib.ui.titles import application_title
from lib.workflows.entries.searching import Process, rival_name


def show(context: Context, process: Process) -> None:
    """What there is, each part with its way on."""
    application = process.application
    _offers(context, application)
    st.subheader("Does it fit?", anchor=False)
    st.markdown(escaped(job_fit(context.workbook, application.id, context.today).summary))
    routes.job(application.id).link("Open the fit")
    _known(context, application)
    _rivals(context, process)


def _offers(context: Context, application: Application) -> None:
    """Each offer; if the status is 'offer' without one, the way to enter its terms."""
    offers = [offer for offer in context.workbook.offers if offer.application_id == application.id]
    if not offers and application.status != "offer":
        return
    st.subheader("Offer", anchor=False)
    for offer in offers:
        st.markdown(escaped(job_status(offer, dates=context.dates).sentence))
        routes.offer(offer.id).link("Open the offer")
    if not offers:
        st.markdown("Its terms aren't written down yet.")
        if st.button("Add the terms", key="write offer"):
            record_form.new_form_route(context, routes.DECIDE, "offer", application_id=application.id).go()


def _known(context: Context, application: Application) -> None:
    known = {
        "Applied": context.dates.short_day(application.applied_on, context.today) if application.applied_on else "",
        "Found through": application.source,
        "Posting at": application.url,
        "How formal they are": label(application.formality) if application.formality else "",
        "A rival of": rival_name(context.workbook, application),
        "Notes": application.notes,
    }
    if lines := [marked(":gray[{}:] {}", heading, words) for heading, words in known.items() if words]:
        st.subheader("About the job", anchor=False)
        st.markdown(joined("  \n", lines))


def _rivals(context: Context, process: Process) -> None:
    company = process.application.company
    st.subheader("Rivals", anchor=False)
    for rival in process.rivals:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"rival_{rival.id}"):
            routes.application(rival.id).link_here(escaped(application_title(rival, context)))
            chips.show(chips.status(context.workbook, rival))
    if not process.rivals:
        st.markdown(marked(":gray[Who competes with {}, and do they hire?]", company))
    st.button("Add a rival", key="add rival", type="tertiary", on_click=_name_rival, args=(company,))


def _name_rival(company: str) -> None:
    entry_form.begin("application", rival_of=company, status="interested")
