"""One debrief to read: everything that it holds, in the order of the evening, with a way to correct each part."""

import streamlit as st

from lib.english import spoken_day
from lib.exchange.debrief_markdown import markdown
from lib.exchange.debrief_text import HEADINGS, Said, Telling, outcome_sentence, told
from lib.records.interview import Interview
from lib.records.vocabulary import State
from lib.records.zones import spoken_when
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, stage_and_day, whom
from lib.ui.shared import breadcrumbs
from lib.ui.visit import Visit, clock, current_store
from lib.workflows.drafts.noted import has_begun
from lib.workflows.drafts.upcoming import mark_not_held
from lib.workflows.entries.deletion import delete_debrief


def show(visit: Visit, interview: Interview) -> None:
    """The reading view of one interview, at its own address."""
    about = whom(visit.workbook.application(interview.application_id), visit)
    breadcrumbs.show("Journal", here=about)
    st.title(escaped(about), anchor=False)
    telling = Telling(
        visit.workbook,
        visit.zone,
        lambda day: spoken_day(day, visit.today),
        lambda each: spoken_when(each, visit.now, visit.zone),
    )
    is_coming = interview.state == "scheduled" and not has_begun(interview, visit.now)
    became = "Still to come." if is_coming else outcome_sentence(telling, interview)
    st.write(f"{escaped(stage_and_day(interview, visit))}. {became}")
    with st.container(horizontal=True, key="acts"):
        if interview.is_debriefed:
            st.button("What became of it", type="primary", key="outcome", on_click=_open, args=("outcome",))
        else:
            _acts_without_debrief(interview, is_coming)
        _save_as_text(visit, interview)
        with st.popover("Delete", key="delete"):
            what = "interview" if is_coming else "debrief with its questions, ratings, promises and plans"
            st.write(f"Delete this {what}? You can undo it.")
            st.button("Yes, delete it", key="yes delete", on_click=_delete, args=(interview.id,))
    _after_an_answer(interview)
    if interview.feedback:
        _words([("Their words", interview.feedback)])
    sections = told(telling, interview)
    for section, held in sections.items():
        if held:
            _section(section, held, _COMING.get(section, HEADINGS[section]) if is_coming else HEADINGS[section])
    if not is_coming:
        _empty_sections([section for section, held in sections.items() if not held and _may_fill(interview, section)])


_COMING = {
    "basics": "Which interview is it?",
    "people": "Whom will you meet?",
    "questions": "What do you want to ask?",
}
"""What sections are called before the interview, where that differs."""


def _acts_without_debrief(interview: Interview, is_coming: bool) -> None:
    if is_coming:
        if st.button("Open its sheet", type="primary", key="sheet"):
            places.prep_sheet(interview.id).go()
    elif st.button("Debrief it", type="primary", key="debrief it"):
        places.debrief(interview.id).go()
    if interview.state == "scheduled":
        st.button("It was cancelled", key="cancelled", on_click=_not_held, args=(interview.id, "cancelled"))
    if interview.state == "scheduled" and not is_coming:
        st.button("They did not come", key="no show", on_click=_not_held, args=(interview.id, "no_show"))


def _after_an_answer(interview: Interview) -> None:
    """After an offer the way to weigh it."""
    if interview.outcome == "offer":
        places.offers().link("Write down and weigh the offer, under Decide")


def _save_as_text(visit: Visit, interview: Interview) -> None:
    st.download_button(
        "Save as text",
        lambda: markdown(visit.workbook, [interview], visit.zone),
        "Debrief.md",
        "text/markdown",
        key="as text",
        on_click="ignore",
    )


def _not_held(interview_id: str, state: State) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: mark_not_held(store, interview_id, state, now), "It is noted that it did not take place.")


def _section(section: str, held: Said, heading: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"head_{section}"):
        st.subheader(heading, anchor=False, width="content")
        if section != "forecast":  # it is sealed
            st.button("Correct", key=f"edit {section}", type="tertiary", on_click=_open, args=(section,))
    _words(held)


def _words(held: Said) -> None:
    for heading, words in held:
        st.write(f":gray[{escaped(heading)}]  \n{escaped(words)}" if heading else escaped(words))


def _may_fill(interview: Interview, section: str) -> bool:
    return section != "no" or interview.outcome == "rejected"


def _empty_sections(sections: list[str]) -> None:
    if not sections:
        return
    st.subheader("Not filled in", anchor=False)
    with st.container(horizontal=True, key="empty_sections"):
        for section in sections:
            st.button(HEADINGS[section], key=f"edit {section}", on_click=_open, args=(section,))


def _open(section: str) -> None:
    places.turn(part=section)


def _delete(interview_id: str) -> None:
    store, now = current_store(), clock()
    saving.run(lambda: delete_debrief(store, interview_id, now), "The debrief is deleted.")
    places.close()
