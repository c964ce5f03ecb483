"""The calendar file, offered wherever its dates are shown."""

from functools import partial

import streamlit as st

from lib.exchange.calendar import Titles
from lib.ui.context import Context
from lib.workflows.entries.calendar import calendar_of


def show(context: Context) -> None:
    """What the file holds, whether it bears names, and the button."""
    st.write("A file with your coming interviews and what's due. Import it again any time, no duplicates.")
    st.caption(
        "Your calendar reminds you an hour before each interview, and 15 minutes after it to make notes. "
        "Without a length, it counts an hour. Tasks ring at 9:00, thank-yous at 19:00 the same evening, deadlines of "
        "offers the day before too."
    )
    full = st.toggle("With names, titles and places (otherwise “Appointment” and “Reminder”)", key="full titles")
    titles: Titles = "full" if full else "neutral"
    made = partial(calendar_of, context.workbook, context.drafts, context.local_time, titles)  # only when asked
    st.download_button("Save the calendar file", made, "afterword.ics", "text/calendar", on_click="ignore")
