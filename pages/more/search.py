"""Search: the applications, the people, who speaks for me, and the week."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import (
    record_form,
    search_application,
    search_applications,
    search_forgetting,
    search_form,
    search_people,
    search_references,
    search_week,
    views,
)

VIEWS = {
    "applications": ("Applications", search_applications.show),
    "people": ("People", search_people.show_list),
    "references": ("References", search_references.show),
    "week": ("Week", search_week.show),
}


visit = wiring.visit()
wanted = st.query_params
draft = record_form.opened(visit, search_form.FORMS)
application = visit.workbook.application(wanted.get("application", ""))
person = next((entry for entry in visit.workbook.people if entry.id == wanted.get("person")), None)

if draft:
    record_form.show(visit, search_form.FORMS, draft)
elif application:
    search_application.show(visit, application)
elif "person" in wanted and wanted.get("part") == "forget":
    search_forgetting.show(visit, wanted["person"])
elif person:
    search_people.show_one(visit, person)
else:
    st.title("Search", anchor=False)
    if "application" in wanted or "person" in wanted:
        st.info("The entry at this address is not in the workbook. It may have been deleted.")
    views.show(visit, VIEWS, "search")
