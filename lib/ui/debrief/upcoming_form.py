"""An interview still to come, in one small form."""

from functools import partial

import streamlit as st

from lib.records.vocabulary import Stage, words
from lib.store import Draft
from lib.ui import places
from lib.ui.drafts import driver
from lib.ui.drafts.fields import Form, saved_sentence
from lib.ui.shared.interview_fields import application_fields, require_one, when_fields
from lib.ui.visit import Visit


def show(visit: Visit, name: str, draft: Draft) -> None:
    """The form, with save and discard."""
    st.title("An interview still to come", anchor=False)
    st.caption(f"It waits for you in the Debrief page afterwards. {saved_sentence(draft, visit.zone)}")
    form = Form(name, draft)
    application_fields(visit, form)
    when_fields(visit, form, "When does it begin?")
    form.choice("stage", "Which kind of interview will it be?", words(Stage))
    form.box("people_names", "Whom will you meet? One name a line, if you know")
    form.numbers("interest_before", "How much do you want this job today, from 0 to 10?", 0, 10)
    driver.foot(form, partial(_save, name), "Discard", _close)


def _save(name: str) -> None:
    require_one(name)
    driver.save(name, "The interview is noted.")


def _close() -> None:
    places.close()
