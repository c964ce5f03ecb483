"""Applications: the applications, the people, who speaks for me, and the week."""

import streamlit as st

from lib.records.person import Person
from lib.ui import places
from lib.ui.applications import (
    application_list,
    application_page,
    crumbs,
    entry_form,
    forgetting,
    people_list,
    reference_list,
    week,
)
from lib.ui.drafts import record_form
from lib.ui.shared import breadcrumbs, styles, views
from lib.ui.shared.views import Views
from lib.ui.visit import this_visit

VIEWS: Views = {
    "applications": ("Applications", application_list.show),
    "people": ("People", people_list.show_list),
    "references": ("References", reference_list.show),
    "week": ("Week", week.show),
}


visit = this_visit()
wanted = st.query_params
places.show_address()
draft = record_form.opened(visit, entry_form.FORMS)
application = visit.workbook.application(wanted.get("application", ""))
person = visit.workbook.find(Person, wanted.get("person", ""))

if not draft:
    styles.lay("applications/applications.css")

if draft:
    breadcrumbs.show("Applications", *crumbs.to_form(visit, application, person), here=breadcrumbs.of_form(draft))
    record_form.show(visit, entry_form.FORMS, draft)
elif application:
    application_page.show(visit, application)
elif "person" in wanted and wanted.get("part") == "forget":
    forgetting.show(visit, wanted["person"])
elif person:
    people_list.show_one(visit, person)
else:
    st.title("Applications", anchor=False)
    if "application" in wanted or "person" in wanted:
        st.info("The entry at this address is not in the workbook. It may have been deleted.")
    views.show(visit, VIEWS, "applications")
