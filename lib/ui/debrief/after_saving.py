"""After the save: you can stop here; the one thing that is due, the hardest question, and what else can be added."""

from datetime import datetime, timedelta

import streamlit as st

from lib.capture.values import ParseContext, next_round_in
from lib.english import one_line
from lib.records.interview import Interview
from lib.records.labels import HEADINGS
from lib.records.question import Question
from lib.records.vocabulary import Stage
from lib.ui import routes
from lib.ui.context import Context, clock, current_context, current_store
from lib.ui.debrief.steps import begin_after
from lib.ui.drafts import saving
from lib.ui.markdown import Markdown, SafeText, joined, marked
from lib.ui.shared import begin_interview, breadcrumbs, in_browser
from lib.ui.titles import application_title, stage_and_day
from lib.workflows.drafts.editing import finish_debrief
from lib.workflows.drafts.sections import OPTIONAL, STEPS_SECTIONS, filled_sections
from lib.workflows.entries.practising import card_of
from lib.workflows.entries.tasks import add_task

_NAMED = 3
"""Of the things to do after the first."""


def show(context: Context, interview: Interview) -> None:
    """What was saved, the next right thing, and the optional parts."""
    application = context.workbook.application(interview.application_id)
    breadcrumbs.show("Debrief", here=application_title(application, context))
    in_browser.open_at_top("step", interview.id, "saved")
    st.title("Saved. You can stop here.", anchor=False)
    st.write(marked("**{}** · {}", application_title(application, context), stage_and_day(interview, context)))
    if well := next((line.strip() for line in interview.went_well.splitlines() if line.strip()), ""):
        st.markdown(marked("> {}", well))
    _now(context, interview)
    _next_one(context, interview)
    _hardest(context, interview)
    _optional_parts(context, interview)
    with st.container(horizontal=True, key="actions"):
        _skipped(context, interview)
        if interview.state == "short":
            st.button("Nothing to add", key="all", type="tertiary", on_click=_finish, args=(interview.id,))
        if st.button("Read the debrief", key="read", type="tertiary"):
            routes.interview(interview.id).go()
        words = marked("Debrief another at {}", application.company) if application else "Debrief another"
        st.button(words, key="another", type="tertiary", on_click=begin_after, args=(interview.id,))


def _now(context: Context, interview: Interview) -> None:
    """What is due first after this interview, what comes then, and the way back to today."""
    tasks = [due for due in context.plan.tasks if due.interview_id == interview.id]
    due = tasks[0] if tasks else None
    with st.container(horizontal=True, vertical_alignment="center", key="now"):
        if due:
            then = joined(" · ", (task.title for task in tasks[1 : 1 + _NAMED]))
            words = marked("**{}**  \n{}", due.title, due.timing)
            st.markdown(marked("{}  \nThen: {}", words, then) if then else words, width="stretch")
            if due.is_written:
                if st.button("Write the message", type="primary", key="write"):
                    routes.letter(due.id).go()
            elif st.button("Open Follow-up", type="primary", key="write"):
                routes.follow_up().go()
        if st.button("Back to Today", type="secondary" if due else "primary", key="today"):
            routes.today().go()


def _next_one(context: Context, interview: Interview) -> None:
    """The way to the next interview, if the private note names its day and it isn't in the calendar yet."""
    seen = ParseContext(interview.held_on, day_first=context.dates.order == "day")
    found = (next_round_in(line, seen) for line in interview.private_note.splitlines())
    named = next((read for read in found if read and read.on >= context.today), None)
    same = (one for one in context.workbook.interviews if one.application_id == interview.application_id)
    if named is None or named.on in {one.held_on for one in same}:
        return
    moment = datetime.combine(named.on, named.begins) if named.begins else named.on
    what: SafeText = "trial day" if named.is_trial_day else "next interview"
    with st.container(horizontal=True, vertical_alignment="center", key="next_one"):
        says = marked("**Your note names the {}: {}**", what, context.dates.spoken_moment(moment, context.today))
        st.markdown(says, width="stretch")
        if st.button(marked("Add the {}", what), key="next interview"):
            stage: Stage | None = "trial_day" if named.is_trial_day else None
            begin_interview.next_one(context, interview.application_id, named.on, named.begins, stage).go()


def _hardest(context: Context, interview: Interview) -> None:
    rows = (row for row in context.workbook.questions if row.interview_id == interview.id and row.asked_by != "me")
    hard = sorted((row for row in rows if row.is_hard), key=lambda row: row.hardness)
    if not hard:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="hardest"):
        st.markdown(marked("**Practise the hardest one**  \n{}", one_line(hard[0].text, 90)), width="stretch")
        card = card_of(context.workbook, hard[0].topic_id or hard[0].id)
        with st.container(horizontal=True, wrap=False, width="content"):
            if card and st.button("Now", key="practise now"):
                routes.question(card.id).go()
            st.button("Tomorrow", key="practise tomorrow", on_click=_tomorrow, args=(hard[0].id,))


def _tomorrow(question_id: str) -> None:
    context = current_context()
    question = context.workbook.find(Question, question_id)
    if question is None:
        return
    what, day = f"Practise: {one_line(question.text, 90)}", context.today + timedelta(days=1)
    saving.run(lambda: add_task(context.store, what, day, question_id, context.local_time), "It's on Today tomorrow.")


def _optional_parts(context: Context, interview: Interview) -> None:
    filled = filled_sections(context.workbook, interview)
    done = sum(section in filled for section in OPTIONAL)
    st.subheader(marked("More, if you like · {} of {}", done, len(OPTIONAL)), anchor=False)
    with st.container(gap="xxsmall", key="parts"):
        for section in OPTIONAL:
            with st.container(horizontal=True, vertical_alignment="center", key=f"part_{section}"):
                tick = Markdown(":material/check: ") if section in filled else ""
                st.markdown(marked("{}{}", tick, HEADINGS[section]), width="stretch")
                words = "Edit" if section in filled else "Add"
                help_text = marked("{}: {}", words, HEADINGS[section])
                key, args = f"part {section}", (section,)
                st.button(words, key=key, type="tertiary", help=help_text, on_click=_open, args=args)


def _skipped(context: Context, interview: Interview) -> None:
    """The parts of the five steps that were left empty, each a way to fill it in."""
    filled = filled_sections(context.workbook, interview)
    for section in STEPS_SECTIONS:
        if section not in filled:
            words = marked("Skipped: {}", HEADINGS[section])
            st.button(words, key=f"part {section}", type="tertiary", on_click=_open, args=(section,))
    if "questions" in filled:
        st.button("Forgot a question?", key="part forgotten", type="tertiary", on_click=_open, args=("forgotten",))


def _open(section: str) -> None:
    routes.set_query(part=section)


def _finish(interview_id: str) -> None:
    saving.run(lambda: finish_debrief(current_store(), interview_id, clock()), "Debrief finished.")
