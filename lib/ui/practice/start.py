"""Where practice begins: what to practise now and for what, how many are ready for it, and why these questions."""

import streamlit as st

from lib.english import counted, one_line
from lib.practice.common_questions import LABEL, is_common
from lib.practice.queue import USUAL_SITTING, Queue, QueueItem
from lib.records.interview import Interview
from lib.records.zones import spoken_when
from lib.ui import keys
from lib.ui.context import Context
from lib.ui.markdown import SafeText, escaped, marked
from lib.ui.practice import ready_questions, sitting_page
from lib.ui.shared import chips
from lib.ui.shared.practice_queue import PRACTISE_FOR, queue_now
from lib.ui.shared.rows import side_by_side
from lib.ui.titles import application_title
from lib.workflows.drafts.scheduled_interviews import coming_interviews

_MINUTES = (5, 10, 15, 25)
_LISTED = 12


def show(context: Context) -> None:
    """What for, how far it is and the way in; beside them the questions."""
    left, right = st.columns([2, 3], gap="medium")
    with left:
        found = _plan(context)
    with right:
        _listed("Now", found.items)
        if found.remaining:
            with st.expander(marked("Later ({})", len(found.remaining)), key="later", on_change="rerun") as later:
                if later.open:
                    _listed("", found.remaining)


def _plan(context: Context) -> Queue:
    interview_id = _practise_for(context)
    with st.container(border=True, key="plan"):
        place = st.container()
        minutes = st.pills(
            "How long do you have?",
            _MINUTES,
            key="sitting minutes",
            default=USUAL_SITTING,
            required=True,
            format_func=lambda number: escaped(f"{number} min"),
            persist_state="session",
        )
        found = queue_now(context, minutes or USUAL_SITTING, interview_id)
        with place:
            _what_for(context, found)
        _start_button(found)
    if found.note:
        st.caption(escaped(found.note))
    return found


def _what_for(context: Context, found: Queue) -> None:
    st.subheader(escaped(found.heading), anchor=False)
    ready_questions.show(context, found)
    st.write(escaped(found.sentence))


def _practise_for(context: Context) -> str:
    """The interview to practise for, if there is a choice; empty for the next one."""
    coming = {interview.id: interview for interview in coming_interviews(context.workbook, context.now)}
    if len(coming) < 2:
        return ""
    return (
        st.selectbox(
            "For which interview?",
            ["", *coming],
            key=PRACTISE_FOR,
            format_func=lambda one: _about(context, coming[one]) if one else "The next one",
        )
        or ""
    )


def _about(context: Context, interview: Interview) -> str:
    application = context.workbook.application(interview.application_id)
    when = spoken_when(interview, context.now, context.zone, dates=context.dates)
    return f"{one_line(application_title(application, context), 50)}, {when}"


def _start_button(found: Queue) -> None:
    interview_id = found.interview.id if found.interview else ""
    if found.items:
        st.button(
            marked(
                "Start: {}, about {}", counted(len(found.items), "question"), counted(max(1, found.minutes), "minute")
            ),
            type="primary",
            key="begin",
            on_click=sitting_page.begin,
            args=(found.items, interview_id),
            shortcut=keys.BEGIN,
        )
    elif found.remaining:
        st.button("One more", key="one more", on_click=sitting_page.begin, args=(found.remaining[:1], interview_id))


def _listed(heading: SafeText, items: tuple[QueueItem, ...]) -> None:
    if items and heading:
        st.subheader(heading, anchor=False)
    for item in items[:_LISTED]:
        _line(item)
    if len(items) > _LISTED:
        st.caption(marked("And {} more. All of them are under Questions.", len(items) - _LISTED))


def _line(item: QueueItem) -> None:
    about = LABEL if is_common(item.card) else item.sentence
    words = marked("**{}**  \n:small[:gray[{}]]", one_line(item.card.text, 120), about)
    with side_by_side(f"item_{item.card.id}", words):
        chips.show(chips.readiness(item.readiness))
