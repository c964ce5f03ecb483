"""The calendar file, offered wherever the dates of it stand."""

from functools import partial

import streamlit as st

from lib.exchange.calendar import DueTask, Titles, calendar_file
from lib.ui.visit import Visit


def show(visit: Visit, more: str = "") -> None:
    """What the file holds, whether it bears names, and the button."""
    st.write(f"A file with your coming interviews and what's due. Import it again any time, no duplicates. {more}")
    full = st.toggle("With names, titles and places (otherwise only “Appointment” and “Reminder”)", key="full titles")
    titles: Titles = "full" if full else "neutral"
    tasks = [DueTask(due.id, due.due_at, due.title, due.why) for due in visit.plan.dated if due.due_at is not None]
    book = visit.workbook
    made = partial(calendar_file, book.interviews, book.applications, tasks, visit.now, titles)  # only when asked
    st.download_button("Save the calendar file", made, "afterword.ics", "text/calendar", on_click="ignore")
