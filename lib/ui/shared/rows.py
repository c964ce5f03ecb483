"""The lines that the Applications page is made of: words on the left, a button at the right."""

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.records.application import Application
from lib.records.application_names import status_name
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import SafeText, marked


def line(key: str, words: SafeText, action: SafeText, on_click: Callable[..., None], *args: object) -> None:
    """One line of a list, with its button."""
    with side_by_side(key, words):
        st.button(action, key=f"{key} {action}", on_click=on_click, args=args)


def side_by_side(key: str, words: SafeText) -> DeltaGenerator:
    """Words on the left; what comes back is the place at their right, on a phone too."""
    row = st.container(horizontal=True, vertical_alignment="center", wrap=False, key=key)
    row.markdown(words, width="stretch")
    return row.container(width="content")


def facts(pairs: Mapping[str, str]) -> None:
    """A heading and the words under it, for each that is known; in two columns if there is room."""
    known = [(heading, words) for heading, words in pairs.items() if words]
    half = (len(known) + 1) // 2
    for place, side in zip(st.columns(2), (known[:half], known[half:]), strict=True):
        for heading, words in side:
            pair = place.container(gap=None)
            pair.markdown(marked(":gray[{}]", heading))
            pair.text(words)


def status_since(application: Application, context: Context) -> str:
    """'Interviewing since Monday 3 November', as plain text."""
    words = status_name(context.workbook, application) if application.status else "Not applied yet"
    day = application.status_on or (application.applied_on if application.status == "applied" else None)
    joined = ", " if application.is_closed else " since "
    sentence = f"{words}{joined}{context.dates.spoken_day(day, context.today)}" if day else words
    return ", ".join(filter(None, (sentence, not_a_job_yet(application, context))))


def not_a_job_yet(application: Application, context: Context) -> str:
    """What an offer lacks to be a job: the signature, or a condition that isn't met; empty if nothing is open."""
    offers = [offer for offer in context.workbook.offers if offer.application_id == application.id]
    is_open = application.status == "offer" or (application.status == "accepted" and offers)
    if not is_open or any(offer.is_job for offer in offers):
        return ""
    return "conditions not met yet" if any(offer.signed_on for offer in offers) else "not signed yet"


def open_application(application_id: str) -> None:
    """Turn to one application: a callback."""
    routes.application(application_id).open_here()


def close() -> None:
    """Back to the lists: a callback."""
    routes.close()
