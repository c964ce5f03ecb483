"""The bank of questions: find one, and see how often it came and how it went."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from lib.english import counted, one_line, sentence_case
from lib.practice.bank import BankFilter, BankTopic, QuestionSide, bank, filter_topics, prep_hits
from lib.records.labels import label
from lib.records.vocabulary import Category, words
from lib.ui import routes
from lib.ui.context import Context
from lib.ui.markdown import Markdown, SafeText, escaped, marked
from lib.ui.practice import entry_form
from lib.ui.shared.rows import line
from lib.workflows.entries.journal import companies_of

_PAGE = 15
_SIDES: Mapping[QuestionSide, SafeText] = {"asked": "They asked", "only_prepared": "Prepared by me", "mine": "I asked"}
_RATINGS: Mapping[Literal["hard"] | int, SafeText] = {
    "hard": "hard",
    0: "not rated",
    1: "1",
    2: "2",
    3: "3",
    4: "4",
    5: "5",
}
_PREPARED: Mapping[bool, SafeText] = {True: "Prepared", False: "Not prepared"}


def show(context: Context) -> None:
    """The search box, the filters, and the questions found, the latest first."""
    st.button("Prepare a question", type="primary", key="add question", on_click=entry_form.begin, args=("question",))
    entries = bank(context.workbook, context.today, context.dates)
    if not entries:
        st.write("Questions from your interviews show up here, and those you prepare.")
        return
    if hits := prep_hits(context.workbook).sentence:
        st.write(escaped(hits))
    found = filter_topics(entries, _wanted(context))
    st.caption(marked("{} of {}, newest first", sentence_case(counted(len(found), "question")), len(entries)))
    if not found:
        st.write("Nothing found. Try fewer words or filters.")
    shown = found if st.session_state.get("bank more") else found[:_PAGE]
    for entry in shown:
        line(f"topic_{entry.card.id}", _words(entry), "Open", open_topic, entry.card.id)
    if len(shown) < len(found):
        st.button(marked("Show {} more", len(found) - len(shown)), key="show more questions", on_click=_show_more)


def _wanted(context: Context) -> BankFilter:
    text = st.text_input("Search", key="bank text", type="search", placeholder="a word of the question or answer")
    with st.expander("Filter by kind, company, rating or preparation"):
        side = st.pills("Asked by", list(_SIDES), key="bank side", format_func=_SIDES.__getitem__)
        kind = st.selectbox(
            "Kind", ["", *words(Category)], key="bank kind", format_func=lambda word: label(word) if word else "Any"
        )
        company = st.selectbox(
            "Company", ["", *companies_of(context.workbook)], key="bank company", format_func=lambda name: name or "Any"
        )
        ratings = st.pills(
            "How the last answer went (1 badly, 5 very well)",
            list(_RATINGS),
            selection_mode="multi",
            key="bank ratings",
            format_func=_RATINGS.__getitem__,
        )
        prepared = st.pills("Prepared or not", list(_PREPARED), key="bank prepared", format_func=_PREPARED.__getitem__)
    numbers = tuple(rating for rating in ratings if rating != "hard")
    return BankFilter(text or "", kind or "", company or "", numbers, "hard" in ratings, prepared, side)


def _show_more() -> None:
    st.session_state["bank more"] = True


def _words(entry: BankTopic) -> Markdown:
    sentences = [entry.sentence]
    if entry.card.category:
        sentences.append(f"{label(entry.card.category)}.")
    if entry.card.is_practised:
        sentences.append("On your list.")
    elif entry.card.is_suspended:
        sentences.append("Stopped.")
    return marked("**{}**  \n{}", one_line(entry.card.text, 120), " ".join(sentences))


def open_topic(card_id: str) -> None:
    """Turn to one question: a callback."""
    routes.question(card_id).open_here()
