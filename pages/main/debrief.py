"""Debrief: five short steps, and what can be added once they are saved."""

import streamlit as st

from lib.records.labels import HEADINGS
from lib.ui.context import current_context
from lib.ui.debrief import after_saving, open_debrief, steps, upcoming_form
from lib.ui.shared import breadcrumbs, section_form
from lib.workflows.drafts import debrief

context = current_context()
current = open_debrief.at_address(context)
part = st.query_params.get("part", "")

if current.draft:
    breadcrumbs.show("Debrief", here=open_debrief.name(context, current.draft))

if current.draft and current.draft.kind == debrief.KIND:
    steps.show(context, current.name, current.draft)
elif current.draft:
    upcoming_form.show(context, current.name, current.draft)
elif current.interview and part in HEADINGS:
    breadcrumbs.show("Debrief", breadcrumbs.whole(context, current.interview), here="Edit")
    section_form.show(context, current.interview, part)
elif current.interview and current.interview.is_debriefed:
    after_saving.show(context, current.interview)
else:
    open_debrief.choose(context)
