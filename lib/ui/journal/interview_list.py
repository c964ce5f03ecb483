"""The journal's list: what is looked for, and what was found."""

from itertools import groupby

import streamlit as st

from lib.english import counted, month_of, short_day, spoken_moment
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.vocabulary import Outcome, Stage, words
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, one_line, whom
from lib.ui.shared import begin_debrief
from lib.ui.shared.any_day import any_day
from lib.ui.visit import Visit
from lib.workflows.entries.journal import Wanted, companies_of, find_interviews

PAGE = 30
"""How many debriefs are listed before the rest is asked for."""


def wanted(visit: Visit) -> Wanted:
    """The search box and the filters."""
    text = st.text_input(
        "Find any word", key="journal text", placeholder="a company, a name, a word you wrote", type="search"
    )
    with st.expander("Filter by company, stage, outcome or period"):
        companies = st.multiselect("Company", companies_of(visit.workbook), key="journal companies")
        stages = st.pills("Stage", words(Stage), selection_mode="multi", key="journal stages", format_func=label)
        outcomes = st.pills(
            "Outcome", words(Outcome), selection_mode="multi", key="journal outcomes", format_func=label
        )
        since_side, until_side = st.columns(2)
        with since_side:
            since = any_day("From", key="journal since")
        with until_side:
            until = any_day("Until", key="journal until")
    return Wanted(text, frozenset(companies), frozenset(stages), frozenset(outcomes), since, until)


def show_nothing_yet() -> None:
    """What will stand here, and the one next step."""
    st.write(
        "Every debrief will stand here, the newest first: to read before the next round, to correct, and to say what "
        "became of it. One box finds any word that you wrote."
    )
    begin_debrief.debrief()


def show(visit: Visit, looked_for: Wanted) -> None:
    """The interviews found, newest first, by month."""
    found = find_interviews(visit.workbook, looked_for)
    if not found:
        st.write("Nothing fits. Try fewer words or filters.")
        return
    st.caption(f"{counted(len(found), 'interview')} of {len(visit.workbook.interviews)}, newest first")
    shown = found if st.session_state.get("journal more") else found[:PAGE]
    for month, interviews in groupby(shown, key=lambda interview: month_of(interview.held_on)):
        st.subheader(month, anchor=False)
        for interview in interviews:
            _row(visit, interview)
    if len(shown) < len(found):
        st.button(f"Show the other {len(found) - len(shown)}", key="show more", on_click=_show_more)


def _show_more() -> None:
    st.session_state["journal more"] = True


def _row(visit: Visit, interview: Interview) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"row_{interview.id}"):
        application = escaped(one_line(whom(visit.workbook.application(interview.application_id), visit), 70))
        st.write(f"**{application}**  \n{short_day(interview.held_on, visit.today)}, {escaped(_what(interview))}")
        st.space("stretch")
        st.button("Open", key=f"open {interview.id}", on_click=_open, args=(interview.id,))


def _what(interview: Interview) -> str:
    stage = interview.type_phrase
    if interview.state not in ("short", "done"):
        return f"{stage}. {label(interview.state)}."
    outcome = label(interview.outcome or "pending")
    return f"{stage}. {outcome}."


def _open(interview_id: str) -> None:
    places.interview(interview_id).turn()


def show_recent_changes(visit: Visit) -> None:
    """A line with an undo for each change that can be taken back, newest first."""
    entries = visit.store.undoable()
    if not entries:
        return
    with st.expander("Deleted or changed lately"):
        for entry in entries[:10]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"undo_{entry.receipt_id}"):
                when = spoken_moment(entry.at.astimezone(visit.zone), visit.today)
                st.write(f"{escaped(entry.label)}, {when}")
                st.space("stretch")
                st.button("Undo", key=f"undo {entry.receipt_id}", on_click=saving.undo, args=(entry.receipt_id,))
