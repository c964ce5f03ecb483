"""The talks at one application: the questions asked, the letters sent, my claims, and pay."""

import streamlit as st
from markupsafe import Markup

from lib.records.application import Application
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.question import Question
from lib.ui.context import Context
from lib.ui.markdown import escaped, marked
from lib.ui.shared import chips
from lib.workflows.entries.searching import Process, letters_of, questions_of

_QUESTIONS = 5
_LETTERS = 4


def show_questions(context: Context, process: Process) -> None:
    """The questions asked there, the hard ones first; the others folded away."""
    asked = questions_of(context.workbook, process)
    if not asked:
        return
    st.subheader("What they asked", anchor=False)
    with st.container(key="asked_there", gap=None):
        for question, interview in asked[:_QUESTIONS]:
            _question(question, interview)
    if rest := asked[_QUESTIONS:]:
        with st.expander(marked("{} more", len(rest))), st.container(key="asked_more", gap=None):
            for question, interview in rest:
                _question(question, interview)


def _question(question: Question, interview: Interview) -> None:
    with st.container(key=f"line_{question.id}", gap=None):
        st.markdown(marked("{} :small[:gray[{}]]", question.text, interview.type))
        signs = [chips.chip("Hard", "no")] if question.tapped_hard else []
        if question.rating is not None:
            signs.append(chips.dots(question.rating, "My answer"))
        if signs:
            st.html(Markup("").join(signs))


def show_letters(context: Context, application: Application) -> None:
    """The letters sent there, the newest first, each to unfold."""
    sent = letters_of(context.workbook, application.id)
    if not sent:
        return
    st.subheader("Letters sent", anchor=False)
    with st.container(key="letters", gap=None):
        for task in sent[:_LETTERS]:
            day = (
                context.dates.short_day(task.done_at.astimezone(context.zone).date(), context.today)
                if task.done_at
                else ""
            )
            name = context.workbook.name_of(task.person_id)
            words = " · ".join(part for part in (label(task.kind), f"to {name}" if name else "", day) if part)
            with st.expander(escaped(words), type="compact", key=f"letter_{task.id}"):
                if task.subject:
                    st.write(marked("**{}**", task.subject))
                st.text(task.body)
    if (older := len(sent) - _LETTERS) > 0:
        st.caption(marked("{} more, on the pages of the people they went to", older))


def show_claims_and_pay(context: Context, process: Process) -> None:
    """My claims, and the notes on pay, with their days: folded away."""
    rounds = {interview.id: interview for interview in process.interviews}
    said = [(claim.claim, rounds[claim.interview_id]) for claim in process.claims]
    pay = [(interview.pay_said, interview) for interview in process.interviews if interview.pay_said]
    for heading, lines in (("What you said about yourself", said), ("What was said about pay", pay)):
        if lines:
            with st.expander(heading):
                for words, interview in lines:
                    day = context.dates.short_day(interview.held_on, context.today)
                    st.markdown(marked("{} :small[:gray[{}]]", words, day))
