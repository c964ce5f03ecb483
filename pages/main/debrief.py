"""Debrief: five short steps, and what can be added once they are saved."""

import streamlit as st

from lib.records.labels import HEADINGS
from lib.ui.context import current_context
from lib.ui.debrief import opening, saved, steps, upcoming_form
from lib.ui.shared import breadcrumbs, section_form
from lib.workflows.drafts import debrief

context = current_context()
opened = opening.opened(context)
part = st.query_params.get("part", "")

if opened.draft:
    breadcrumbs.show("Debrief", here=opening.name(context, opened.draft))

if opened.draft and opened.draft.kind == debrief.KIND:
    steps.show(context, opened.name, opened.draft)
elif opened.draft:
    upcoming_form.show(context, opened.name, opened.draft)
elif opened.interview and part in HEADINGS:
    breadcrumbs.show("Debrief", breadcrumbs.whole(context, opened.interview), here="Edit")
    section_form.show(context, opened.interview, part)
elif opened.interview and opened.interview.is_debriefed:
    saved.show(context, opened.interview)
else:
    opening.choose(context)
