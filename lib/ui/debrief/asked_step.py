"""What did they ask: from memory, or from a note; which were hard, and what you wish you'd said. What you asked them is
there if a note told it."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.english import one_line
from lib.ui.context import Context
from lib.ui.debrief import from_note
from lib.ui.drafts.fields import Form
from lib.ui.markdown import marked
from lib.ui.markup import style
from lib.ui.shared import same_question
from lib.workflows import form_values
from lib.workflows.drafts.questions import following_the_wording, hard_first, wished_question

_FIRST_WORDS = 5


def show(context: Context, form: Form) -> None:
    """The questions in a box, the hard ones to tap, and one line for the hardest."""
    form.text_area(
        "asked",
        "Write them from memory, one per line",
        height=170,
        placeholder="Why do you want to leave?\nTell me about a time something went wrong\n…",
        also_sets=following_the_wording,
    )
    from_note.show(context, form, "Bring a note")
    with st.container():
        _hard(form)
        _had_before(context, form)
    if form.text("asked_them"):
        form.text_area("asked_them", "What did you ask them? One per line")


def _hard(form: Form) -> None:
    asked = form_values.unique(form_values.lines(form.draft.values, "asked"))
    if not asked:
        return
    hard = hard_first(asked, form_values.items(form.draft.values, "hard"))
    with st.container(key="hard_ones"):
        form.multi_choice("hard", "Which were hard? Tap them, hardest first.", asked, _first_words(asked))
    _number(asked, hard)
    if wished := wished_question(asked, hard, form.draft.values):
        words = marked("“{}”: what do you wish you'd said?", one_line(wished, 60))
        form.text_area("wish", words, kept_with=("wish_of", wished))


def _first_words(asked: Sequence[str]) -> dict[str, str]:
    """The first words of each question; no two are alike, since Streamlit tells pills apart by their words."""
    return {wording: _first(wording, asked) for wording in asked}


def _number(asked: Sequence[str], hard: Sequence[str]) -> None:
    """Show before each tapped question its place.

    The number is drawn by the style, since a pill whose words change while somebody taps on loses the next tap.
    """
    pill = Markup('.st-key-hard_ones [data-testid="stButtonGroup"] button:nth-child({})')
    rule = pill + Markup(' p::before {{ content: "{}. "; }} ')
    st.html(style(*(rule.format(asked.index(wording) + 1, place) for place, wording in enumerate(hard, start=1))))


def _first(wording: str, asked: Sequence[str]) -> str:
    """Its first words, as many as tell it from the others."""
    words = wording.split()
    others = [other.split() for other in asked if other != wording]
    for most in range(_FIRST_WORDS, len(words)):
        if all(other[:most] != words[:most] for other in others):
            return " ".join(words[:most]) + " …"
    return wording


def _had_before(context: Context, form: Form) -> None:
    """After the recall, folded away: which of these came up in earlier interviews."""
    asked = form_values.unique(form_values.lines(form.draft.values, "asked"))
    hard = form_values.items(form.draft.values, "hard")
    same_question.offer_several(context, form, asked, hard, form.draft.record_id)
    same_question.look_again_when_ready()
