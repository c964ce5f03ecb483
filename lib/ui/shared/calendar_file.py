"""The calendar file, offered wherever its dates are shown."""

from functools import partial

import streamlit as st

from lib.exchange.calendar import Titles, calendar_file, due_tasks
from lib.ui.visit import Visit


def show(visit: Visit) -> None:
    """What the file holds, whether it bears names, and the button."""
    st.write("A file with your coming interviews and what's due. Import it again any time, no duplicates.")
    st.caption(
        "Your calendar reminds you 15 minutes after each interview to make two minutes of notes. Without a length, it "
        "counts an hour. Deadlines of offers ring at 9:00, that day and the day before."
    )
    full = st.toggle("With names, titles and places (otherwise “Appointment” and “Reminder”)", key="full titles")
    titles: Titles = "full" if full else "neutral"
    book = visit.workbook
    made = partial(
        calendar_file, book.interviews, book.applications, due_tasks(visit.plan), visit.now, titles
    )  # only when asked
    st.download_button("Save the calendar file", made, "afterword.ics", "text/calendar", on_click="ignore")
