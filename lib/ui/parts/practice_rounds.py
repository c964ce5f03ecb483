"""Before the next round at a company: what was said and told there, and the questions that come of it."""

from collections.abc import Iterable

import streamlit as st

from lib.practice.consistency import Consistency, OpenQuestion, before_next_rounds, dismissed_claims
from lib.ui import saving, shell, wiring
from lib.ui.wiring import Visit
from lib.ui.words import escaped, one_line, stage_and_day
from lib.workflows.claims import ask_again, dismiss_claim


def show(visit: Visit) -> None:
    """A part for each company with a round ahead, the soonest first."""
    rounds = before_next_rounds(visit.workbook, visit.now)
    if not rounds:
        st.write(
            "Before the next round at a company you find here what you said of yourself there, which stories they have "
            "heard, and what felt weak. No next round is entered now."
        )
    for found in rounds:
        _round(visit, found)
    if dismissed_claims(visit.workbook):
        st.button("Ask again what I put aside", key="ask again", type="tertiary", on_click=_ask_again)


def _round(visit: Visit, found: Consistency) -> None:
    st.header(escaped(found.company), anchor=False)
    st.write(f"{escaped(stage_and_day(found.interview, visit))}. {escaped(found.sentence)}")
    for question in found.questions:
        _question(question)
    _lines(
        "What you said of yourself",
        (f"{_short(one.claim.claim)} ({stage_and_day(one.interview, visit)})" for one in found.claims),
    )
    _lines("Stories they have heard", (told.sentence for told in found.stories))
    _lines("What felt weak there", (low.sentence for low in found.low_ratings))
    _lines("Questions that went badly there", (_short(question.text) for question in found.hard_questions))
    if st.button("The whole sheet", key=f"sheet {found.interview.id}"):
        st.switch_page(shell.TODAY, query_params={"sheet": found.interview.id})


def _short(text: str) -> str:
    return one_line(text, 160)


def _question(question: OpenQuestion) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"open_{question.claim.id}"):
        st.markdown(escaped(question.sentence), width="stretch")
        st.button(
            "Put it aside for good", key=f"dismiss {question.claim.id}", on_click=_dismiss, args=(question.claim.id,)
        )


def _lines(heading: str, lines: Iterable[str]) -> None:
    bullets = [f"- {escaped(line)}" for line in lines]
    if bullets:
        st.subheader(heading, anchor=False)
        st.write("\n".join(bullets))


def _dismiss(claim_id: str) -> None:
    visit = wiring.visit()
    saving.run(lambda: dismiss_claim(visit.store, claim_id, visit.now), "Put aside. It is not asked again.")


def _ask_again() -> None:
    visit = wiring.visit()
    saving.run(lambda: ask_again(visit.store, visit.now), "They are asked again.")
