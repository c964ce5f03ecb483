"""Before a next round: my claims there, the stories told and the hard questions there, and what is worth a thought."""

from collections.abc import Sequence

import streamlit as st

from lib.english import listed, one_line
from lib.practice.consistency import Consistency, OpenQuestion, ToldStory
from lib.practice.stories import heard_before
from lib.records.interview import Interview
from lib.ui import routes
from lib.ui.context import Context, current_context
from lib.ui.drafts import saving
from lib.ui.markdown import escaped, joined, marked
from lib.ui.shared.rows import side_by_side
from lib.ui.titles import stage_and_day
from lib.workflows.entries.claims import coming_rounds, dismiss_claim, questions_aside, take_claim_up

_SHOWN = 12
_LONG = 160


def show(context: Context) -> None:
    """One part for each company with a round ahead that was met before; else what will be here."""
    found = coming_rounds(context.workbook, context.now, dates=context.dates)
    if not found:
        _nothing_yet()
    for one in found:
        _round(context, one)
    _aside(context)


def _nothing_yet() -> None:
    st.write(
        "Meeting a company again? This shows what you said about yourself there, which stories you told, and what was "
        "hard."
    )
    if st.button("Note an interview still to come", type="primary", key="note upcoming"):
        routes.new_interview().go()


def _round(context: Context, found: Consistency) -> None:
    st.subheader(escaped(one_line(found.company)), anchor=False)
    st.write(escaped(found.sentence))
    with side_by_side(f"round_{found.interview.id}", marked("Next: {}", stage_and_day(found.interview, context))):
        if st.button("Open prep sheet", key=f"sheet {found.interview.id}"):
            routes.prep_sheet(found.interview.id).go()
    if found.questions:
        with st.container(gap=None):
            st.write(f":gray[{QUESTIONS}]")
            show_questions(found.questions)
    _listed("What you said about yourself", claim_lines(context, found))
    _listed(STORIES, story_lines(context, found))
    _listed(LOW, low_lines(context, found))
    _listed("Questions that were hard there", [one_line(question.text, _LONG) for question in found.hard_questions])


QUESTIONS = "Think about this first"
STORIES = "Stories you told there"
LOW = "What felt hard there"
"""Headings that the interview's sheet shares."""


def show_questions(questions: Sequence[OpenQuestion]) -> None:
    """The open questions, each with a button to dismiss it for good."""
    for one in questions:
        with st.container(gap=None, key=f"question_{one.claim.id}"):
            st.write(escaped(one_line(one.sentence, 2 * _LONG)))
            st.button(
                "Don't show this again",
                key=f"aside {one.claim.id}",
                type="tertiary",
                on_click=_dismiss,
                args=(one.claim.id,),
            )


def _dismiss(claim_id: str) -> None:
    context = current_context()
    saving.run(lambda: dismiss_claim(context.store, claim_id, context.now), "You won't be asked this again.")


def claim_lines(context: Context, found: Consistency) -> list[str]:
    """The claims, each with its round."""
    return [f"{one_line(made.claim.claim, _LONG)} ({_round_of(context, made.interview)})" for made in found.claims]


def story_lines(context: Context, found: Consistency) -> list[str]:
    """The stories told at the company, each with those who heard it."""
    return [_story_line(context, found, told) for told in found.stories]


def _story_line(context: Context, found: Consistency, told: ToldStory) -> str:
    tellings = heard_before(context.workbook, told.story.id, found.interview)
    people = [person.name for one in tellings if one.interview.id == told.interview.id for person in one.people]
    to = f", to {listed(people)}" if people else ""
    return f"{one_line(told.story.title, _LONG)}{to} ({_round_of(context, told.interview)})"


def low_lines(context: Context, found: Consistency) -> list[str]:
    """The sides rated 1 or 2 there, each with its round."""
    return [f"{low.label}: {low.score} of 5 ({_round_of(context, low.interview)})" for low in found.low_ratings]


def _round_of(context: Context, interview: Interview) -> str:
    return f"{interview.type_phrase}, {context.dates.near_day(interview.held_on, context.today)}"


def _listed(heading: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    bullets = [marked("- {}", line) for line in lines[:_SHOWN]]
    more = [marked("- And {} more", len(lines) - _SHOWN)] if len(lines) > _SHOWN else []
    with st.container(gap=None):
        st.write(marked(":gray[{}]", heading))
        st.write(joined("\n", (*bullets, *more)))


def _aside(context: Context) -> None:
    aside = questions_aside(context.workbook, context.now, dates=context.dates)
    if not aside:
        return
    with st.expander(marked("No longer asked ({})", len(aside)), key="put aside"):
        for one in aside:
            with side_by_side(f"put_aside_{one.claim.id}", escaped(one_line(one.sentence, 2 * _LONG))):
                st.button("Ask again", key=f"ask {one.claim.id}", on_click=_take_up, args=(one.claim.id,))


def _take_up(claim_id: str) -> None:
    context = current_context()
    saving.run(
        lambda: take_claim_up(context.store, claim_id, context.now, dates=context.dates), "You'll be asked again."
    )
