"""The calendar file, offered wherever its dates are shown."""

from functools import partial

import streamlit as st

from lib.exchange.calendar import Titles, calendar_file, due_tasks
from lib.ui.visit import Visit


def show(visit: Visit) -> None:
    """What the file holds, whether it bears names, and the button."""
    st.write("A file with your coming interviews and what's due. Import it again any time, no duplicates.")
    st.caption(
        "Fifteen minutes after each interview it rings and asks for two minutes of notes. Where you gave no length, "
        "the interview counts as an hour. Days to answer an offer by ring at 9:00 the day before and on the day."
    )
    full = st.toggle("With names, titles and places (otherwise “Appointment” and “Reminder”)", key="full titles")
    titles: Titles = "full" if full else "neutral"
    book = visit.workbook
    made = partial(
        calendar_file, book.interviews, book.applications, due_tasks(visit.plan), visit.now, titles
    )  # only when asked
    st.download_button("Save the calendar file", made, "afterword.ics", "text/calendar", on_click="ignore")
