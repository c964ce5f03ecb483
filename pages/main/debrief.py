"""Debrief: five short steps, and what can be added once they are saved."""

import streamlit as st

from lib.records.labels import HEADINGS
from lib.ui.debrief import opening, saved, steps, upcoming_form
from lib.ui.shared import breadcrumbs, section_form
from lib.ui.visit import this_visit
from lib.workflows.drafts import debrief

visit = this_visit()
opened = opening.opened(visit)
part = st.query_params.get("part", "")

if opened.draft:
    breadcrumbs.show("Debrief", here=opening.name(visit, opened.draft))

if opened.draft and opened.draft.kind == debrief.KIND:
    steps.show(visit, opened.name, opened.draft)
elif opened.draft:
    upcoming_form.show(visit, opened.name, opened.draft)
elif opened.interview and part in HEADINGS:
    breadcrumbs.show("Debrief", breadcrumbs.whole(visit, opened.interview), here="Edit")
    section_form.show(visit, opened.interview, part)
elif opened.interview and opened.interview.is_debriefed:
    saved.show(visit, opened.interview)
else:
    opening.choose(visit)
