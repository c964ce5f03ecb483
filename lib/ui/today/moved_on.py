"""Earlier interviews that look moved on, as one card: record them, leave some out, or dismiss it."""

import streamlit as st

from lib.english import counted
from lib.insight.rounds import MovedOn, find_moved_on, spoken_round
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, marked
from lib.workflows.entries.rounds import settle_rounds

_SHOWN = 5


def show(context: Context) -> None:
    """The card, if there's something to record; it's gone once each interview was recorded or left as it is."""
    found = find_moved_on(context.workbook)
    if not found:
        return
    verb = "looks like it" if len(found) == 1 else "look like they"
    with st.container(border=True, key="moved_on"):
        st.write(marked("**{} {} moved on.** A later round followed:", counted(len(found), "interview"), verb))
        for one in found[:_SHOWN]:
            _tick(context, one)
        if len(found) > _SHOWN:
            with st.expander(marked("{} more", len(found) - _SHOWN)):
                for one in found[_SHOWN:]:
                    _tick(context, one)
        if len(found) > 1:
            st.caption("The ones you untick stay as they are.")
        ids = tuple(one.interview.id for one in found)
        with st.container(horizontal=True, key="moved on actions"):
            st.button("Record as moved on", key="record moved on", on_click=_record, args=(ids,))
            st.button("Dismiss", key="dismiss moved on", type="tertiary", on_click=_dismiss, args=(ids,))


def _tick(context: Context, one: MovedOn) -> None:
    application = context.workbook.application(one.interview.application_id)
    company = f"{application.company}: " if application else ""
    silent = ", no reply so far" if one.interview.outcome == "no_reply" else ""
    first = f"{spoken_round(one.interview)}, {context.dates.near_day(one.interview.held_on, context.today)}{silent}"
    then = f"then the {spoken_round(one.later)}, {context.dates.near_day(one.later.held_on, context.today)}"
    st.checkbox(escaped(f"{company}{first}; {then}"), value=True, key=_key(one.interview.id))


def _key(interview_id: str) -> str:
    return f"moved on {interview_id}"


def _record(ids: tuple[str, ...]) -> None:
    ticked = {each for each in ids if st.session_state.get(_key(each), True)}
    _settle(tuple(each for each in ids if each in ticked), tuple(each for each in ids if each not in ticked))


def _dismiss(ids: tuple[str, ...]) -> None:
    _settle((), ids)


def _settle(moved: tuple[str, ...], left: tuple[str, ...]) -> None:
    context = current_context()
    sentence = "Saved." if moved else "Left unchanged."
    saving.run(lambda: settle_rounds(context.store, moved, left, context.now), sentence)
