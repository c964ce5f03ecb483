"""How someone is addressed: asked once, where their name alone can't tell."""

from functools import partial

import streamlit as st

from lib.ui.context import clock, current_store
from lib.ui.drafts import saving
from lib.ui.drafts.field_sync import sync_widgets
from lib.ui.markdown import escaped, marked
from lib.workflows.drafts.messages import Correspondence
from lib.workflows.entries.addressing import address_as


def show(letter: Correspondence, form_name: str) -> None:
    """The question, as long as it is open; the answer is kept at once and rebuilds what of the draft is untouched."""
    if not letter.asks_address:
        return
    person, options = letter.facts.person, letter.facts.address.options
    tapped, typed = (f"address {by} {letter.person_id}" for by in ("tapped", "typed"))
    with st.container(border=True, key="address"):
        label = marked("**How do you address {}?** You're asked this once.", person)
        if options:
            keep = partial(_keep, form_name, letter.person_id, person, tapped)
            st.pills(label, options, key=tapped, format_func=escaped, on_change=keep)
        else:
            st.write(label)
        st.text_input(
            "Or in your own words",
            key=typed,
            placeholder="Dear Dr. Orbán, or a first name alone",
            on_change=partial(_keep, form_name, letter.person_id, person, typed),
        )


def _keep(form_name: str, person_id: str, person: str, key: str) -> None:
    address = str(st.session_state.get(key) or "")
    if not address.strip():
        return
    sync_widgets(form_name)  # words typed just before the tap stay
    store, now = current_store(), clock()
    sentence = f"Saved for every letter to {person}. You can change it on their page."
    saving.run(lambda: address_as(store, person_id, address, now), sentence)
