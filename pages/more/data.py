"""Your data: everything in from other tools, everything out, the backups, check and repair, and erasing."""

import streamlit as st

from lib.ui.data import backup_list, check, erase, export, import_page
from lib.ui.markdown import escaped
from lib.ui.shared import views
from lib.ui.visit import this_visit

VIEWS = {
    "in": ("Bring in", import_page.show),
    "out": ("Take out", export.show),
    "backups": ("Backups", backup_list.show),
    "check": ("Check and repair", check.show),
    "erase": ("Move and erase", erase.show),
}


visit = this_visit()

backup, finding = backup_list.opened(visit), check.opened(visit)

if backup:
    backup_list.show_one(visit, backup)
elif finding:
    check.show_one(visit, finding)
else:
    st.title("Your data", anchor=False)
    st.caption(f"Plain CSV files in {escaped(visit.store.folder)}")
    views.show(visit, VIEWS, "data")
