"""Journal: every debrief: find, read, edit, delete and undo, record an outcome."""

import streamlit as st

from lib.records.labels import HEADINGS
from lib.ui import places
from lib.ui.journal import filters, interview_list, interview_page, outcome_form, parts
from lib.ui.shared import breadcrumbs, section_form, styles, views
from lib.ui.shared.views import Views
from lib.ui.visit import this_visit

VIEWS: Views = {
    "date": ("By date", interview_list.show_by_date),
    "company": ("By company", interview_list.show_by_company),
}

visit = this_visit()
interview = visit.workbook.interview(st.query_params.get("debrief", ""))
part = st.query_params.get("part", "")
places.show_address()
styles.lay("journal/journal.css")
if interview and part:
    parts.leave_for(interview, part)

if interview and part == "outcome":
    breadcrumbs.show("Journal", breadcrumbs.whole(visit, interview), here="Outcome")
    outcome_form.show(visit, interview)
elif interview and part in HEADINGS:
    breadcrumbs.show("Journal", breadcrumbs.whole(visit, interview), here="Edit")
    section_form.show(visit, interview, part)
elif interview:
    interview_page.show(visit, interview)
else:
    st.title("Journal", anchor=False)
    if "debrief" in st.query_params:
        st.info("The debrief at this address is not in the workbook. It may have been deleted; see below.")
    if visit.workbook.interviews:
        filters.show(visit)
        views.show(visit, VIEWS, "journal")
    else:
        interview_list.show_nothing_yet()
    interview_list.show_recent_changes(visit)
