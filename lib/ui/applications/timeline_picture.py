"""The timeline of one application: its steps on a line, and the days between them."""

import streamlit as st
from markupsafe import Markup

from lib.english import counted, days_between, sentence_case
from lib.records.application import Application
from lib.records.application_names import status_name
from lib.records.labels import label
from lib.records.moves import earlier_moments
from lib.records.timeline import Step, timeline
from lib.records.zones import spoken_when
from lib.ui import places
from lib.ui.markdown import escaped, joined, marked, one_line
from lib.ui.shared import chips, in_browser
from lib.ui.visit import Visit

_TITLES = {"applied": "Applied", "reopened": "Open again", "waiting": "Waiting"}


def show(visit: Visit, application: Application) -> None:
    """The steps beside each other, on a phone below each other; nothing if no day is known."""
    steps = timeline(visit.workbook, application, visit.today)
    if not steps:
        return
    with st.container(key="timeline", gap=None):
        for number, step in enumerate(steps):
            with st.container(key=f"step_{number}_{step.kind}", gap=None):
                _step(visit, application, step)
    in_browser.mark("timeline", role="group", aria_label="Timeline")


def _coming(visit: Visit, step: Step) -> str:
    """Day and time of an interview to come, on its clock and on mine; empty for all others."""
    if step.interview is None or step.interview.state != "scheduled" or step.on < visit.today:
        return ""
    return sentence_case(spoken_when(step.interview, visit.now, visit.zone, dates=visit.dates))


def _more(visit: Visit, step: Step) -> tuple[str, ...]:
    """The times at which an interview was to be before, and a take-home's last day."""
    if step.interview is None:
        return ()
    moved = earlier_moments(visit.workbook, step.interview.id)
    notes = [f"Moved from {visit.dates.brief_moment(moment, visit.today)}" for moment in moved]
    if step.interview.format == "take_home" and step.interview.handed_in_on:
        notes.append(f"Handed in {visit.dates.short_day(step.interview.handed_in_on, visit.today)}")
    elif step.interview.work_until and step.interview.due_on:
        notes.append(f"Due {visit.dates.brief_day(step.interview.due_on, visit.today)}")
    return tuple(notes)


def _title(visit: Visit, application: Application, step: Step) -> str:
    if step.status and step.status == application.status and step.on == application.status_on:
        return status_name(visit.workbook, application)
    return label(step.status) if step.status else _TITLES[step.kind]


def _step(visit: Visit, application: Application, step: Step) -> None:
    if step.kind == "waiting":
        st.markdown(marked("**Waiting**  \n:gray[{}]", counted(step.days_after or 0, "day")))
        return
    day = visit.dates.short_day(step.on, visit.today)
    near = f" · {days_between(step.on, visit.today)}" if step.on >= visit.today else ""
    if step.interview:
        places.interview(step.interview.id).link(escaped(one_line(step.interview.type, 40)))
    else:
        st.markdown(marked("**{}**", _title(visit, application, step)))
    when = _coming(visit, step) or f"{day}{near}"
    st.markdown(joined("  \n", (marked(":gray[{}]", words) for words in (when, *_more(visit, step)))))
    if step.interview:
        chips.show(chips.standing(step.interview, visit.today))
    if step.days_after:
        st.html(Markup('<span class="afterword-gap">{}</span>').format(counted(step.days_after, "day")))
