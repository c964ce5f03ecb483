"""Journal: every debrief: find, read, correct, delete and undo, record an outcome."""

import streamlit as st

from lib.ui.journal import interview_list, interview_page, outcome_form
from lib.ui.shared import breadcrumbs, section_form
from lib.ui.visit import this_visit

visit = this_visit()
interview = visit.workbook.interview(st.query_params.get("debrief", ""))
part = st.query_params.get("part", "")

if interview and part == "outcome":
    breadcrumbs.show("Journal", breadcrumbs.whole(visit, interview), here="Outcome")
    outcome_form.show(visit, interview)
elif interview and part in section_form.HEADINGS:
    breadcrumbs.show("Journal", breadcrumbs.whole(visit, interview), here="Edit")
    section_form.show(visit, interview, part)
elif interview:
    interview_page.show(visit, interview)
else:
    st.title("Journal", anchor=False)
    if "debrief" in st.query_params:
        st.info("The debrief at this address is not in the workbook. It may have been deleted; see below.")
    if visit.workbook.interviews:
        interview_list.show(visit, interview_list.wanted(visit))
    else:
        interview_list.show_nothing_yet()
    interview_list.show_recent_changes(visit)
