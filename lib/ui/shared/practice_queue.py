"""The questions to practise, computed once a minute unless something changes."""

from datetime import datetime

import streamlit as st

from lib.dates import DateStyle
from lib.practice.queue import Queue, queue
from lib.records.interview import Interview
from lib.records.workbook import Workbook
from lib.ui.context import Context
from lib.workflows.drafts.scheduled_interviews import has_begun

PRACTISE_FOR = "practise for"
"""The key of the field on the Practice page for which interview."""


def queue_now(context: Context, minutes: float, interview_id: str = "") -> Queue:
    """The sitting for now, of about that many minutes, for the next interview or the one asked for."""
    minute = context.now.replace(second=0, microsecond=0)
    moment = f"{minute.isoformat()} {minute.tzinfo}"
    return _queue(
        context.loaded.fingerprint,
        moment,
        minutes,
        interview_id,
        _workbook=context.workbook,
        _now=minute,
        _dates=context.dates,
    )


def choose(context: Context, interview: Interview) -> None:
    """Let the Practice page be about that interview when it next opens; one that has begun is no choice there."""
    if not has_begun(interview, context.now):
        st.session_state[PRACTISE_FOR] = interview.id


@st.cache_resource(max_entries=8, show_spinner=False)
def _queue(
    fingerprint: str,
    moment: str,
    minutes: float,
    interview_id: str,
    _workbook: Workbook,
    _now: datetime,
    _dates: DateStyle,
) -> Queue:
    return queue(_workbook, _now, minutes, interview_id, dates=_dates)
