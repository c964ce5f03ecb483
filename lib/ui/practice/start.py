"""Where practice begins: what there is to practise, for how long, and why these questions."""

import streamlit as st

from lib.english import counted
from lib.practice.queue import USUAL_SITTING, Item, Queue
from lib.records.interview import Interview
from lib.records.zones import spoken_when
from lib.ui import keys
from lib.ui.markdown import escaped, one_line, whom
from lib.ui.practice import sitting_page
from lib.ui.shared import begin_debrief
from lib.ui.shared.practice_queue import PRACTISE_FOR, queue_now
from lib.ui.visit import Visit
from lib.workflows.drafts.noted import coming_interviews

_MINUTES = (5, 10, 15, 25)
_LISTED = 12


def show(visit: Visit) -> None:
    """The plan in a sentence, the length, and the way in."""
    if not visit.workbook.questions:
        _nothing_yet()
        return
    interview_id = _practise_for(visit)
    minutes = st.pills(
        "How long do you have?",
        _MINUTES,
        key="sitting minutes",
        default=USUAL_SITTING,
        required=True,
        format_func=lambda number: f"{number} minutes",
        persist_state="session",
    )
    found = queue_now(visit, minutes or USUAL_SITTING, interview_id)
    st.write(escaped(found.sentence))
    if found.note:
        st.caption(escaped(found.note))
    _way_in(found)
    _listed("What is in it, and why", found.items)
    _listed("What can wait", found.further)


def _practise_for(visit: Visit) -> str:
    """The interview to practise for, where there is a choice; empty for the next one."""
    coming = {interview.id: interview for interview in coming_interviews(visit.workbook, visit.now)}
    if len(coming) < 2:
        return ""
    return (
        st.selectbox(
            "For which interview?",
            ["", *coming],
            key=PRACTISE_FOR,
            format_func=lambda one: _about(visit, coming[one]) if one else "The next one",
        )
        or ""
    )


def _about(visit: Visit, interview: Interview) -> str:
    application = visit.workbook.application(interview.application_id)
    return f"{one_line(whom(application, visit), 50)}, {spoken_when(interview, visit.now, visit.zone)}"


def _way_in(found: Queue) -> None:
    interview_id = found.interview.id if found.interview else ""
    if found.items:
        st.button(
            f"Begin: {counted(len(found.items), 'question')}, about {counted(max(1, found.minutes), 'minute')}",
            type="primary",
            key="begin",
            on_click=sitting_page.begin,
            args=(found.items, interview_id),
            shortcut=keys.BEGIN,
        )
    elif found.further:
        st.button(
            "Practise one more all the same",
            key="one more",
            on_click=sitting_page.begin,
            args=(found.further[:1], interview_id),
        )


def _listed(heading: str, items: tuple[Item, ...]) -> None:
    if not items:
        return
    with st.expander(f"{heading} ({len(items)})", key=f"listed {heading}", on_change="rerun") as listed:
        if not listed.open:
            return
        for item in items[:_LISTED]:
            st.write(f"**{escaped(one_line(item.card.text, 120))}**  \n{escaped(item.sentence)}")
        if len(items) > _LISTED:
            st.caption(f"And {len(items) - _LISTED} more.")


def _nothing_yet() -> None:
    st.write(
        "After a debrief the questions that went badly wait here. You try one aloud, see your best answer, and say how "
        "it came; each comes back when you are about to forget it, and more tightly before the next interview."
    )
    begin_debrief.debrief()
