"""Applications: the applications, the people, who speaks for me, and the week."""

import streamlit as st

from lib.records.person import Person
from lib.ui import routes
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
from lib.ui.context import current_context
from lib.ui.drafts import record_form
from lib.ui.shared import breadcrumbs, styles, views
from lib.ui.shared.views import Views

VIEWS: Views = {
    "applications": ("Applications", application_list.show),
    "people": ("People", people_list.show_list),
    "references": ("References", reference_list.show),
    "week": ("Week", week.show),
}


context = current_context()
wanted = st.query_params
routes.show_address()
draft = record_form.open_draft(context, entry_form.FORMS)
application = context.workbook.application(wanted.get("application", ""))
person = context.workbook.find(Person, wanted.get("person", ""))

if not draft:
    styles.lay("applications/applications.css")

if draft:
    breadcrumbs.show("Applications", *crumbs.to_form(context, application, person), here=breadcrumbs.of_form(draft))
    record_form.show(context, entry_form.FORMS, draft)
elif application:
    application_page.show(context, application)
elif "person" in wanted and wanted.get("part") == "forget":
    forgetting.show(context, wanted["person"])
elif person:
    people_list.show_one(context, person)
else:
    st.title("Applications", anchor=False)
    if "application" in wanted or "person" in wanted:
        st.info("The entry at this address is not in the workbook. It may have been deleted.")
    views.show(context, VIEWS, "applications")
