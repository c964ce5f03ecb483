"""The small forms of the Practice page: a question to prepare, the best answer to one, and a story."""

import streamlit as st

from lib.english import one_line
from lib.practice.cards import Card
from lib.records.vocabulary import Asker, Category, words
from lib.ui.context import Context
from lib.ui.drafts import record_form
from lib.ui.drafts.fields import Form
from lib.ui.drafts.record_form import RecordForm
from lib.ui.shared import same_question
from lib.ui.titles import application_title


def begin(screen: str, record_id: str = "", **known: str) -> None:
    """Turn to a form: a callback."""
    record_form.begin(FORMS, screen, record_id, **known)


def begin_answer(card: Card, answer: str) -> None:
    """Turn to the form of a question's best answer, with the best there is so far: a callback.

    Saving gives the question a topic if it has none.
    """
    if card.topic:
        begin("topic", card.topic.id)
    else:
        begin("topic", card=card.id, text=card.text, best_answer=answer)


def _question(context: Context, form: Form) -> None:
    form.text_area("text", "Which question do you prepare?", placeholder="Why do you want to work here?")
    with st.container():
        if form.text("asked_by") != "me":
            same_question.offer(context, form, "same_as", form.text("text"))
            same_question.look_again_when_ready()
    form.choice("asked_by", "Who asks it?", words(Asker), {"them": "They ask me", "me": "I ask them"})
    form.select("category", "Kind", words(Category))
    applications = {entry.id: application_title(entry, context) for entry in reversed(context.workbook.applications)}
    if applications:
        form.select_entry("application_id", "For which application?", applications, otherwise="None in particular")
    form.text_area("better_answer", "What would be a good answer?")


def _topic(context: Context, form: Form) -> None:
    form.text_area("text", "The question, in the words you like best")
    form.text_area(
        "best_answer",
        "My best answer now",
        placeholder="The few points you want to make, in your own words",
    )
    stories = {story.id: one_line(story.title) for story in context.workbook.stories}
    if stories:
        form.select_entry("story_id", "Which story does it use?", stories, otherwise="None yet")


def _story(context: Context, form: Form) -> None:
    form.text_input("title", "A name for it", placeholder="The billing outage")
    form.text_area("situation", "Situation: where was it, and what was wrong?")
    form.text_area("task", "Task: what was yours to do?")
    form.text_area("action", "Action: what did you do, step by step?")
    form.text_area("result", "What was the result? Use numbers if you have them.")
    form.text_area("reflection", "Looking back: what did you learn, what would you do differently?")
    form.text_area("strengths", "Which strengths does it show? One a line.", placeholder="calm under pressure")


def _they_ask(_context: Context) -> dict[str, str]:
    return {"asked_by": "them"}


FORMS = {
    "question": RecordForm("A question to prepare", "What is the question?", _question, _they_ask, opens="topic"),
    "topic": RecordForm("What is your best answer?", "What is your best answer?", _topic),
    "story": RecordForm("A new story", "What is the story?", _story, opens="story"),
}
"""The forms of the Practice page."""
