"""Data: everything in from other tools, everything out, the backups, check and repair, and erasing."""

import streamlit as st

from lib.ui import wiring
from lib.ui.parts import data_backups, data_check, data_erase, data_export, data_import, views

VIEWS = {
    "in": ("Bring in", data_import.show),
    "out": ("Take out", data_export.show),
    "backups": ("Backups", data_backups.show),
    "check": ("Check and repair", data_check.show),
    "erase": ("Move and erase", data_erase.show),
}


visit = wiring.visit()

st.title("Data", anchor=False)
views.show(visit, VIEWS, "data")
