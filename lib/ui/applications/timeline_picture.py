"""The timeline of one application: its steps on a line, and the days between them."""

import streamlit as st
from markupsafe import Markup

from lib.english import counted, days_between, one_line, sentence_case
from lib.records.application import Application
from lib.records.application_names import status_name
from lib.records.labels import label
from lib.records.reschedules import earlier_moments
from lib.records.timeline import TimelineStep, timeline
from lib.records.zones import spoken_when
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared import chips, in_browser

_TITLES = {"applied": "Applied", "reopened": "Open again", "waiting": "Waiting"}


def show(context: Context, application: Application) -> None:
    """The steps beside each other, on a phone below each other; nothing if no day is known."""
    steps = timeline(context.workbook, application, context.today)
    if not steps:
        return
    with st.container(key="timeline", gap=None):
        for number, step in enumerate(steps):
            with st.container(key=f"step_{number}_{step.kind}", gap=None):
                _step(context, application, step)
    in_browser.mark("timeline", role="group", aria_label="Timeline")


def _coming(context: Context, step: TimelineStep) -> str:
    """Day and time of an interview to come, on its clock and on mine; empty for all others."""
    if step.interview is None or step.interview.state != "scheduled" or step.on < context.today:
        return ""
    return sentence_case(spoken_when(step.interview, context.now, context.zone, dates=context.dates))


def _more(context: Context, step: TimelineStep) -> tuple[str, ...]:
    """The times at which an interview was to be before, and a take-home's last day."""
    if step.interview is None:
        return ()
    moved = earlier_moments(context.workbook, step.interview.id)
    notes = [f"Moved from {context.dates.brief_moment(moment, context.today)}" for moment in moved]
    if step.interview.format == "take_home" and step.interview.handed_in_on:
        notes.append(f"Handed in {context.dates.short_day(step.interview.handed_in_on, context.today)}")
    elif step.interview.work_until and step.interview.due_on:
        notes.append(f"Due {context.dates.brief_day(step.interview.due_on, context.today)}")
    return tuple(notes)


def _title(context: Context, application: Application, step: TimelineStep) -> str:
    if step.status and step.status == application.status and step.on == application.status_on:
        return status_name(context.workbook, application)
    return label(step.status) if step.status else _TITLES[step.kind]


def _step(context: Context, application: Application, step: TimelineStep) -> None:
    if step.kind == "waiting":
        st.markdown(marked("**Waiting**  \n:gray[{}]", counted(step.days_after or 0, "day")))
        return
    day = context.dates.short_day(step.on, context.today)
    near = f" · {days_between(step.on, context.today)}" if step.on >= context.today else ""
    if step.interview:
        routes.interview(step.interview.id).link(escaped(one_line(step.interview.type, 40)))
    else:
        st.markdown(marked("**{}**", _title(context, application, step)))
    when = _coming(context, step) or f"{day}{near}"
    st.markdown(joined("  \n", (marked(":gray[{}]", words) for words in (when, *_more(context, step)))))
    if step.interview:
        chips.show(chips.interview_chip(step.interview, context.today))
    if step.days_after:
        st.html(Markup('<span class="afterword-gap">{}</span>').format(counted(step.days_after, "day")))
