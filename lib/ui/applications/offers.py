"""The offers of one application on the Search page: not yet a job until signed, and the way to their terms."""

import streamlit as st

from lib.decide.signing import job_status
from lib.records.application import Application
from lib.ui import places
from lib.ui.decide import offer_form
from lib.ui.markdown import escaped
from lib.ui.shared.rows import side_by_side
from lib.ui.visit import Visit


def show(visit: Visit, application: Application) -> None:
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
                offer_form.begun_elsewhere(visit, application.id).go()
