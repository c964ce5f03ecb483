"""What they asked, in the order asked: how the answer went, what I said, and what I'd say next time."""

import streamlit as st

from lib.exchange.debrief_text import asked_in
from lib.records.interview import Interview
from lib.records.labels import label
from lib.records.question import Question
from lib.ui.journal import parts
from lib.ui.markdown import escaped
from lib.ui.shared import chips
from lib.ui.visit import Visit


def show(visit: Visit, interview: Interview, *, is_coming: bool) -> set[str]:
    """The questions; the sections that hold something."""
    asked = asked_in(visit.workbook, interview.id)
    if not asked:
        return set()
    theirs = any(question.asked_by != "me" for question in asked)
    also = {"hard": "Better answers"} if theirs and not is_coming else {}
    tapped = sum(question.tapped_hard is True for question in asked)
    with parts.part("What you want to ask" if is_coming else "What they asked", "questions", **also):
        for question in asked:
            _question(question, tapped)
    return {"questions"}


def _question(question: Question, tapped: int) -> None:
    with st.container(key=f"asked_{question.id}", gap=None):
        parts.line(f"question_{question.id}", f"**{escaped(question.text)}**", *_signs(question, tapped))
        said = [f":gray[{escaped(question.answer)}]"] if question.answer else []
        if question.better_answer:
            said.append(f"↳ *Next time:* {escaped(question.better_answer)}")
        if said:
            st.markdown("  \n".join(said))


def _signs(question: Question, tapped: int) -> list[str]:
    signs = []
    if question.asked_by == "me":
        signs.append(chips.chip("I asked"))
    if question.category:
        signs.append(chips.chip(label(question.category)))
    if question.tapped_hard:
        is_first = question.hard_order == 1 and tapped > 1
        signs.append(chips.chip("Hardest" if is_first else "Hard", "no"))
    if question.rating is not None:
        signs.append(chips.dots(question.rating, "My answer"))
    return signs
