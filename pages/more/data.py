"""Your data: everything in from other tools, everything out, the backups, check and repair, and erasing."""

import streamlit as st

from lib.ui.data import backup_list, check, erase, export, import_page
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

st.title("Your data", anchor=False)
views.show(visit, VIEWS, "data")
