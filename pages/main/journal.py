"""Journal: every debrief: find, read, correct, delete and undo, record an outcome."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import bringing_back, finding, outcome_form, reading, section_form

visit = wiring.visit()
interview = visit.workbook.interview(st.query_params.get("debrief", ""))
part = st.query_params.get("part", "")

if interview and part == "outcome":
    outcome_form.show(visit, interview)
elif interview and part in section_form.HEADINGS:
    section_form.show(visit, interview, part)
elif interview:
    reading.show(visit, interview)
else:
    st.title("Journal", anchor=False)
    if "debrief" in st.query_params:
        st.info("The debrief at this address is not in the workbook. It may have been deleted; see below.")
    if visit.workbook.interviews:
        finding.show(visit, finding.wanted(visit))
    else:
        finding.show_nothing_yet()
    bringing_back.show(visit)
