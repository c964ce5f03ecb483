"""Settings: who you are, what a debrief rates, the time zone, and where the files lie."""

import streamlit as st

from lib.ui.settings import preferences
from lib.ui.visit import this_visit

visit = this_visit()

st.title("Settings", anchor=False)
preferences.show_person(visit)
preferences.show_dimensions(visit)
preferences.show_time_zone(visit)
preferences.show_folder(visit)
