"""After tonight's save: what came back, as facts, and the next right thing."""

import streamlit as st

from lib.insight.words.returning import what_came_back
from lib.records.interview import Interview
from lib.records.seal import seal_is_broken
from lib.ui import places
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, stage_and_day, whom
from lib.ui.shared import breadcrumbs, in_browser
from lib.ui.shared.section_form import HEADINGS
from lib.ui.visit import Visit, clock, current_store
from lib.workflows.drafts.editing import finish_debrief
from lib.workflows.drafts.messages import is_written
from lib.workflows.drafts.sections import TOMORROW, filled_sections


def show(visit: Visit, interview: Interview) -> None:
    """What this debrief brought back, then the rest that can be added, each part on its own."""
    application = visit.workbook.application(interview.application_id)
    breadcrumbs.show("Debrief", here=whom(application, visit))
    in_browser.open_at_top("step", interview.id, "saved")
    st.title("That is all for tonight" if interview.held_on == visit.today else "What came back", anchor=False)
    st.write(f"**{escaped(whom(application, visit))}**  \n{escaped(stage_and_day(interview, visit))}")
    _came_back(visit, interview)
    with st.container(horizontal=True, key="ways"):
        _next_right_thing(visit, interview)
        if st.button("Read the debrief", key="read"):
            places.interview(interview.id).go()
    _rest(visit, interview)


def _next_right_thing(visit: Visit, interview: Interview) -> None:
    owed = next((due for due in visit.plan.tasks if due.interview_id == interview.id and is_written(due)), None)
    if owed and st.button(f"{escaped(owed.title)}: write it", type="primary", key="write"):
        places.letter(owed.id).go()
    if st.button("Back to today", type="secondary" if owed else "primary", key="today"):
        places.today().go()


def _came_back(visit: Visit, interview: Interview) -> None:
    returned = what_came_back(visit.workbook, interview)
    if returned.went_well:
        st.write(f"What went well: {escaped(returned.went_well)}")
    for answered in returned.plans:
        st.write(f"Your plan: “{escaped(answered.plan.sentence.rstrip('.'))}”. {answered.sentence}")
    for again in returned.questions:
        st.write(f"“{escaped(again.question.text)}”  \n{escaped(again.sentence)}")
    if interview.forecast is not None:
        sealed = "The file was edited since." if seal_is_broken(interview) else "It cannot be changed any more."
        st.write(f"You gave it {interview.forecast}%. {sealed}")


def _rest(visit: Visit, interview: Interview) -> None:
    filled = filled_sections(visit.workbook, interview)
    st.subheader("The rest, tomorrow or now", anchor=False)
    st.write("About eight minutes, all of it optional. Each part stands alone, in any order.")
    for section in TOMORROW:
        with st.container(horizontal=True, vertical_alignment="center", key=f"part_{section}"):
            st.write(HEADINGS[section] + ("  \nHolds something already." if section in filled else ""))
            st.space("stretch")
            st.button(
                "Change" if section in filled else "Add",
                key=f"part {section}",
                help=HEADINGS[section],
                on_click=_open,
                args=(section,),
            )
    if interview.state == "short":
        st.button("That is all for this one", key="all", on_click=_finish, args=(interview.id,))


def _open(section: str) -> None:
    places.turn(part=section)


def _finish(interview_id: str) -> None:
    saving.run(lambda: finish_debrief(current_store(), interview_id, clock()), "Noted as complete.")
