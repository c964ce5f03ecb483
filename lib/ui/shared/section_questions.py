"""The sections of a debrief that hold its questions."""

import streamlit as st

from lib.english import one_line
from lib.records.interview import Interview
from lib.records.question import HARD
from lib.records.vocabulary import Category, words
from lib.ui.context import Context
from lib.ui.drafts.fields import Form
from lib.ui.markdown import marked
from lib.ui.shared import same_question
from lib.workflows import form_values
from lib.workflows.form_values import row_field


def show_all(context: Context, interview: Interview, form: Form) -> None:
    """What they asked, a row each."""
    for number, row_id in enumerate(form.rows("questions", "qu"), start=1):
        is_new = not form.text(row_field("questions", row_id, "text"))
        with st.container(border=True, key=f"question_{row_id}"):
            form.text_input(
                row_field("questions", row_id, "text"), "Another question" if is_new else marked("Question {}", number)
            )
            with st.container():
                if not is_new:
                    _kind_and_rating(form, row_id)
                    _story(context, form, row_id)
                    _had_before(context, interview, form, row_id)
    same_question.look_again_when_ready()


def _had_before(context: Context, interview: Interview, form: Form, row_id: str) -> None:
    wording = form.text(row_field("questions", row_id, "text"))
    if not _is_mine(context, row_id):
        same_question.offer(context, form, row_field("questions", row_id, "topic_id"), wording, row_id, interview.id)


def _is_mine(context: Context, row_id: str) -> bool:
    """Whether it is a question that I put to them: those belong to no topic, and no story answers them."""
    return any(row.id == row_id and row.asked_by == "me" for row in context.workbook.questions)


def _story(context: Context, form: Form, row_id: str) -> None:
    stories = {story.id: one_line(story.title) for story in context.workbook.stories}
    if stories and not _is_mine(context, row_id):
        form.select_entry(
            row_field("questions", row_id, "story_id"), "Which story did you tell?", stories, otherwise="None of mine"
        )


def _kind_and_rating(form: Form, row_id: str) -> None:
    kind, rating, off = st.columns([4, 5, 2], vertical_alignment="bottom")
    with kind:
        form.select(row_field("questions", row_id, "category"), "Kind", words(Category))
    with rating:
        form.numbers(row_field("questions", row_id, "rating"), "My answer, 1 bad to 5 just right", 1, 5)
    with off:
        form.remove_row("questions", row_id, "Remove", "Take this question off")
    form.checkbox(row_field("questions", row_id, "tapped_hard"), "It was hard")


def show_hard(context: Context, interview: Interview, form: Form) -> None:
    """The hard questions once more, with the answer given and a better one."""
    rows = form_values.items(form.draft.values, "questions")
    hard = [row_id for row_id in rows if _was_hard(form, row_id)]
    if not rows:
        st.write("No questions are noted for this interview. Add them under 'What did they ask?'.")
    elif not hard:
        st.write("You marked none as hard, so here are all of them. Fill in any you like.")
    for row_id in hard or rows:
        with st.container(border=True, key=f"hard_{row_id}"):
            st.write(marked("**{}**", form.text(row_field("questions", row_id, "text"))))
            form.choice(row_field("questions", row_id, "category"), "What kind of question is it?", words(Category))
            form.numbers(
                row_field("questions", row_id, "rating"), "How well did you answer? 1 badly to 5 just right", 1, 5
            )
            form.checkbox(row_field("questions", row_id, "tapped_hard"), "It was hard")
            form.text_area(row_field("questions", row_id, "answer"), "What did you say?")
            form.text_area(row_field("questions", row_id, "better_answer"), "What would be a better answer?")
            form.choice(row_field("questions", row_id, "prepared"), "Had you prepared an answer?", ("yes", "no"))
            _story(context, form, row_id)
            _had_before(context, interview, form, row_id)
    same_question.look_again_when_ready()


def _was_hard(form: Form, row_id: str) -> bool:
    """Whether it was hard when the form was opened: rated better or unticked meanwhile, it stays in sight."""
    rating, tapped = (form.draft.base.get(row_field("questions", row_id, name)) for name in ("rating", "tapped_hard"))
    return tapped == "yes" or (isinstance(rating, str) and rating != "" and int(rating) <= HARD)


_PROMPTS = (
    "Something about your background or a gap?",
    "Why this company, why this role, why leave?",
    "A time when you disagreed, failed, led, or learned?",
    "Something technical, a case, a sketch on a board?",
    "What you would do if …?",
    "How you like to work, and who with?",
    "Pay, notice, start, other offers?",
    "Something that surprised you?",
)


def show_forgotten(context: Context, interview: Interview, form: Form) -> None:
    """Prompts that may bring a forgotten question back, after the free recall."""
    st.write("Read these once. If one brings a question back, write it down below.")
    st.write("\n".join(f"- {prompt}" for prompt in _PROMPTS))
    loaded = form_values.items(form.draft.base, "questions")
    for row_id in form.rows("questions", "qu"):
        if row_id not in loaded:
            form.text_input(row_field("questions", row_id, "text"), "A question that came back")
            if form.text(row_field("questions", row_id, "text")):
                form.choice(row_field("questions", row_id, "category"), "What kind of question is it?", words(Category))
                _had_before(context, interview, form, row_id)
    same_question.look_again_when_ready()
