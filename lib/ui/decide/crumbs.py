"""The breadcrumbs of what is open on the Decide page."""

import streamlit as st

from lib.records.offer import Offer
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.shared.breadcrumbs import Crumb
from lib.workflows.drafts.scoring import job_name
from lib.workflows.entries.offers import offer_name

OFFERS = Crumb("Offers", routes.offers().open_here)
CRITERIA = Crumb("Goals and criteria", routes.criteria().open_here)
_DECISIONS = Crumb("Decisions", routes.decisions().open_here)


def to_form(context: Context) -> tuple[Crumb, ...]:
    """What is between the page and a form: the job or the offer that it is about, or the list it was opened from."""
    wanted = st.query_params
    offer = context.workbook.find(Offer, wanted.get("offer", ""))
    if offer:
        return (Crumb(offer_name(context.workbook, offer), routes.close_form),)
    if job := job_name(context.workbook, wanted.get("application", "")):
        return (Crumb(job, routes.close_form),)
    return {"offers": (OFFERS,), "criteria": (CRITERIA,), "decisions": (_DECISIONS,)}.get(wanted.get("view", ""), ())
