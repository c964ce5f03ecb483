"""Journal: every debrief: find, read, edit, delete and undo, record an outcome."""

import streamlit as st

from lib.records.labels import HEADINGS
from lib.ui import routes
from lib.ui.context import current_context
from lib.ui.journal import filters, interview_list, interview_page, outcome_form, parts
from lib.ui.shared import breadcrumbs, section_form, styles, views
from lib.ui.shared.views import Views

VIEWS: Views = {
    "date": ("By date", interview_list.show_by_date),
    "company": ("By company", interview_list.show_by_company),
}

context = current_context()
interview = context.workbook.interview(st.query_params.get("debrief", ""))
part = st.query_params.get("part", "")
routes.show_address()
styles.lay("journal/journal.css")
if interview and part:
    parts.leave_for(interview, part)

if interview and part == "outcome":
    breadcrumbs.show("Journal", breadcrumbs.whole(context, interview), here="Outcome")
    outcome_form.show(context, interview)
elif interview and part in HEADINGS:
    breadcrumbs.show("Journal", breadcrumbs.whole(context, interview), here="Edit")
    section_form.show(context, interview, part)
elif interview:
    interview_page.show(context, interview)
else:
    st.title("Journal", anchor=False)
    if "debrief" in st.query_params:
        st.info("The debrief at this address is not in the workbook. It may have been deleted; see below.")
    if context.workbook.interviews:
        filters.show(context)
        views.show(context, VIEWS, "journal")
    else:
        interview_list.show_nothing_yet()
    interview_list.show_recent_changes(context)
