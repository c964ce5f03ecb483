"""When and where an interview is, on its page: the earlier times, the place, the link, a take-home's days."""

from datetime import date

import streamlit as st

from lib.dates import DateStyle
from lib.records.interview import Interview
from lib.records.reschedules import earlier_moments
from lib.ui.context import Context
from lib.ui.markdown import joined, marked
from lib.ui.shared import meeting_link


def take_home_days(interview: Interview, today: date, dates: DateStyle) -> tuple[str, ...]:
    """When a take-home is due and when it was handed in, each if it is known."""
    if interview.format != "take_home":
        return ()
    due = f"due {dates.brief_day(interview.due_on, today)}" if interview.due_on else ""
    handed_in = f"handed in {dates.brief_day(interview.handed_in_on, today)}" if interview.handed_in_on else ""
    return due, handed_in


def show_where(context: Context, interview: Interview, *, is_coming: bool) -> None:
    """Its time before it was moved, and its place; nothing if neither is known."""
    moved = [
        marked(":gray[Moved from {}]", context.dates.brief_moment(moment, context.today))
        for moment in earlier_moments(context.workbook, interview.id)
    ]
    where = [marked(":gray[Place:] {}", interview.place)] if interview.place else []
    if interview.link and not meeting_link.is_address(interview.link):
        where.append(marked(":gray[Dial in:] {}", interview.link))
    if lines := [*moved, *where]:
        with st.container(key="when_and_where"):
            st.markdown(joined("  \n", lines))
    if is_coming:
        meeting_link.show(interview)
