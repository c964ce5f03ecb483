"""My own template for this kind of letter: kept from what I wrote, edited, and reset with one click."""

from functools import partial
from hashlib import sha256

import streamlit as st

from lib.followup.messages import Message
from lib.followup.own_templates import BLANKS, OwnTemplate, template_of, unknown_braces
from lib.records.labels import phrase
from lib.records.vocabulary import Channel
from lib.ui.context import clock, current_store
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.workflows.drafts.messages import Correspondence
from lib.workflows.entries.own_letters import keep_template, reset_template

_SUBJECT, _BODY = "template subject", "template body"


def show(letter: Correspondence, message: Message) -> None:
    """The template that there is, or the way to keep this letter as one."""
    channel = message.channel
    own = letter.templates.get(channel)
    shown = own or template_of(message.subject, message.body, letter.facts)
    about = f"{letter.due.id} {channel} {sha256(f'{shown.subject} {shown.body}'.encode()).hexdigest()[:8]}"
    with st.expander("My template" if own else "Keep as my template"):
        with st.form(f"template form {about}", border=False):
            st.caption(marked("New letters of this kind by {} begin with these words.", phrase(channel)))
            if channel == "email":
                st.text_input("Subject", value=shown.subject, key=f"{_SUBJECT} {about}")
            st.text_area("Text", value=shown.body, key=f"{_BODY} {about}", height="content")
            st.caption(escaped(f"Filled in for each letter: {', '.join(f'{{{name}}}' for name in BLANKS)}."))
            for braces in unknown_braces(f"{shown.subject} {shown.body}"):
                st.caption(escaped(f"{braces} isn't one of them. It stays as it is, and is marked in each letter."))
            st.form_submit_button("Save as my template", on_click=partial(_keep, letter, channel, about))
        if own:
            st.button("Reset to Afterword's letter", key="reset template", on_click=partial(_reset, letter, channel))


def _keep(letter: Correspondence, channel: Channel, about: str) -> None:
    subject, body = (str(st.session_state.get(f"{part} {about}") or "") for part in (_SUBJECT, _BODY))
    store, now = current_store(), clock()
    saving.run(lambda: keep_template(store, letter.kind, channel, OwnTemplate(subject, body), now), "Template saved.")


def _reset(letter: Correspondence, channel: Channel) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: reset_template(store, letter.kind, channel, now), "Back to Afterword's letter.")
