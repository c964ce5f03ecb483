"""What they asked, in the order asked: how the answer went, my answer, and that for next time. Then what I asked."""

from typing import get_args

import streamlit as st
from markupsafe import Markup

from lib.exchange.debrief_text import asked_in
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.question import Question
from lib.records.vocabulary import Category, words
from lib.ui.context import Context, clock, current_store
from lib.ui.drafts import saving
from lib.ui.journal import parts
from lib.ui.markdown import SafeText, escaped, joined, marked
from lib.ui.shared import chips
from lib.workflows.entries.kinds import correct_kind

_NONE = "none"


def show(context: Context, interview: Interview, *, is_coming: bool) -> set[str]:
    """The questions; the sections that hold something."""
    asked = asked_in(context.workbook, interview.id)
    if not asked:
        return set()
    mine = [] if is_coming else [question for question in asked if question.asked_by == "me"]
    theirs = [question for question in asked if question not in mine]
    also: dict[str, SafeText] = {"hard": "Better answers"} if theirs and not is_coming else {}
    tapped = sum(question.tapped_hard is True for question in asked)
    heading: SafeText = "What they asked" if theirs else "What you asked"
    with parts.part("What you want to ask" if is_coming else heading, "questions", **also):
        for question in theirs:
            _question(question, tapped)
        if theirs and mine:
            st.subheader("What you asked", anchor=False)
        for question in mine:
            _question(question, tapped)
    return {"questions"}


def _question(question: Question, tapped: int) -> None:
    with st.container(key=f"asked_{question.id}", gap=None):
        with st.container(key=f"line_question_{question.id}", gap=None):
            st.markdown(marked("**{}**", question.text))
            _kind(question)
            if signs := _signs(question, tapped):
                st.html(Markup("").join(signs))
        lines = [marked(":gray[{}]", question.answer)] if question.answer else []
        if question.better_answer:
            lines.append(marked("↳ *Next time:* {}", question.better_answer))
        if lines:
            st.markdown(joined("  \n", lines))


def _kind(question: Question) -> None:
    """The kind of a question as a chip, to correct with a tap; one that was guessed has a question mark."""
    if question.asked_by == "me":
        return
    key = f"kind_{question.id}"
    kind = label(question.category) if question.category else "Kind"
    st.menu_button(
        escaped(f"{kind}?" if question.kind_guessed else kind),
        [*words(Category), _NONE],
        key=key,
        type="tertiary",
        format_func=lambda word: escaped("None of these" if word == _NONE else label(word)),
        help="Guessed from the wording. Tap to correct it." if question.kind_guessed else None,
        on_click=_correct,
        args=(question.id, key),
    )


def _correct(question_id: str, key: str) -> None:
    chosen = st.session_state[key]
    kind = next((word for word in get_args(Category) if word == chosen), None)
    store, now = current_store(), clock()
    saving.run(lambda: correct_kind(store, question_id, kind, now), "Kind changed.")


def _signs(question: Question, tapped: int) -> list[Markup]:
    """More about a question: whether it was hard, and how the answer went."""
    signs: list[Markup] = []
    if question.tapped_hard:
        is_first = question.hard_order == 1 and tapped > 1
        signs.append(chips.chip("Hardest" if is_first else "Hard", "no"))
    if question.rating is not None:
        signs.append(chips.dots(question.rating, "My answer"))
    return signs
