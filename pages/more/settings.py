"""Settings: who you are, dates and times, what a debrief rates, where the data is stored, and an icon to start it."""

import streamlit as st

from lib.ui.settings import preferences
from lib.ui.visit import this_visit

visit = this_visit()

st.title("Settings", anchor=False)
preferences.show_person(visit)
preferences.show_dates(visit)
preferences.show_dimensions(visit)
preferences.show_folder(visit)
preferences.show_icon()
