"""The offers and the present job: their terms, side by side, and what decides between them."""

import streamlit as st

from lib.decide.options import open_offers
from lib.ui.wiring import Visit


def has_open(visit: Visit) -> bool:
    """Whether there is an offer that can still be taken: then this is the question that the page opens on."""
    return any(offer.kind == "offer" for offer in open_offers(visit.workbook))


def show(visit: Visit) -> None:
    """The offers that are open, and the present job."""
    if not open_offers(visit.workbook):
        st.write("Offers will stand here side by side with the job you have, each with its terms.")
