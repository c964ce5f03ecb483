"""Settings: who you are, dates and times, what a debrief rates, where the data is stored, and an icon to start it."""

import streamlit as st

from lib.ui.context import current_context
from lib.ui.settings import preferences

context = current_context()

st.title("Settings", anchor=False)
preferences.show_person(context)
preferences.show_dates(context)
preferences.show_dimensions(context)
preferences.show_folder(context)
preferences.show_icon()
