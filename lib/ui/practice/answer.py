"""The answer to a question: the best one there is, the story that it uses, and whether they have heard that before."""

from collections.abc import Mapping

import streamlit as st

from lib.english import one_line
from lib.practice.bank import BankTopic
from lib.practice.queue import coming_interview
from lib.practice.stories import heard_before
from lib.records.story import Story
from lib.ui.context import Context
from lib.ui.markdown import Markdown, SafeText, escaped, marked
from lib.ui.practice import entry_form

_SOURCES: Mapping[str, SafeText] = {
    "topic": "Your best answer",
    "wished": "What you wished you'd said",
    "given": "What you said when it went well",
}


def show(context: Context, entry: BankTopic, interview_id: str = "") -> None:
    """The best answer with a button to change it, and its story."""
    best = entry.best_answer
    if best is None:
        st.write("No best answer yet. A few words now make the next time easier.")
        action = "Write a best answer"
    else:
        st.caption(_SOURCES[best.source])
        st.markdown(escaped(best.text))
        action = "Edit it" if best.source == "topic" else "Make it my best answer"
    st.button(action, key="write answer", type="tertiary", on_click=_write, args=(entry,))
    if entry.story:
        _story(context, entry.story, interview_id)


def _write(entry: BankTopic) -> None:
    entry_form.begin_answer(entry.card, entry.best_answer.text if entry.best_answer else "")


def _story(context: Context, story: Story, interview_id: str) -> None:
    with st.expander(marked("Your story: {}", one_line(story.title)), key=f"story {story.id}"):
        show_star(story)
    heard = heard_note(context, story.id, interview_id)
    if heard:
        st.info(heard)


def show_star(story: Story) -> None:
    """The parts of a story, each under its name; nothing of those that are empty."""
    parts = {
        "Situation": story.situation,
        "Task": story.task,
        "Action": story.action,
        "Result": story.result,
        "Looking back": story.reflection,
        "Strengths it shows": ", ".join(story.strengths),
    }
    for heading, text in parts.items():
        if text:
            st.markdown(marked(":gray[{}]  \n{}", heading, text))


def heard_note(context: Context, story_id: str, interview_id: str = "") -> Markdown:
    """That the next interviewers, or their company, have heard a story before; or nothing."""
    coming = coming_interview(context.workbook, context.now, interview_id)
    tellings = heard_before(context.workbook, story_id, coming) if coming else ()
    if not tellings:
        return Markdown("")
    last = tellings[0]
    to = marked(" to {}", ", ".join(person.name for person in last.people)) if last.people else ""
    on = context.dates.short_day(last.interview.held_on, context.today)
    return marked("You told this story at {} before{}, on {}. Pick another one there.", last.company, to, on)
