"""What there is to practise, as it looks at this minute: worked out once for a minute in which nothing changes."""

from datetime import datetime

import streamlit as st

from lib.practice.queue import Queue, queue
from lib.records.workbook import Workbook
from lib.ui.visit import Visit


def queue_now(visit: Visit, minutes: float, interview_id: str = "") -> Queue:
    """The sitting for now, of about so many minutes, towards the interview that comes next or the one asked for."""
    minute = visit.now.replace(second=0, microsecond=0)
    moment = f"{minute.isoformat()} {minute.tzinfo}"
    return _queue(visit.loaded.fingerprint, moment, minutes, interview_id, _workbook=visit.workbook, _now=minute)


@st.cache_resource(max_entries=8, show_spinner=False)
def _queue(
    fingerprint: str, moment: str, minutes: float, interview_id: str, _workbook: Workbook, _now: datetime
) -> Queue:
    return queue(_workbook, _now, minutes, interview_id)
