"""What did they ask: from memory, or from a note; which were hard, and what you wish you'd said."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.records.private import PROMISE
from lib.store import JsonValue
from lib.ui import session
from lib.ui.drafts.fields import Form
from lib.ui.drafts.taking import keep
from lib.ui.markdown import escaped, one_line
from lib.ui.shared import same_question
from lib.ui.visit import OPEN_DRAFTS, Visit
from lib.workflows import answers as given
from lib.workflows.drafts.questions import following_the_wording, hard_first, sort_jottings, wished_question

_FIRST_WORDS = 5
_PLACES: Mapping[str, str] = {
    "What they asked": "asked",
    "What went well": "went_well",
    "What went badly": "went_badly",
    "What I forgot to mention": "unsaid",
    "Who I met": "people",
    "What I promised": "promises",
    "Delete": "",
}


def show(visit: Visit, form: Form) -> None:
    """The questions in a box, the hard ones to tap, and one line for the hardest."""
    form.box(
        "asked",
        "Write them from memory, one per line",
        height=170,
        placeholder="Why do you want to leave?\nTell me about a time something went wrong\n…",
        sets=following_the_wording,
    )
    with st.container():
        _hard(form)
        _had_before(visit, form)
    _from_a_note(form)


def _hard(form: Form) -> None:
    asked = given.unique(given.lines(form.draft.values, "asked"))
    if not asked:
        return
    hard = hard_first(asked, given.items(form.draft.values, "hard"))
    with st.container(key="hard_ones"):
        form.several("hard", "Which were hard? Tap them, hardest first.", asked, _first_words(asked))
    _number(asked, hard)
    if wished := wished_question(asked, hard, form.draft.values):
        words = f"“{escaped(one_line(wished, 60))}”: what do you wish you'd said?"
        form.box("wish", words, sets=lambda _before, _words: {"wish_of": wished})


def _first_words(asked: Sequence[str]) -> dict[str, str]:
    """The first words of each question; no two are alike, since Streamlit tells pills apart by their words."""
    return {wording: _first(wording, asked) for wording in asked}


def _number(asked: Sequence[str], hard: Sequence[str]) -> None:
    """Show before each tapped question its place.

    The number is drawn by the style, since a pill whose words change while somebody taps on loses the next tap.
    """
    pill = '.st-key-hard_ones [data-testid="stButtonGroup"] button'
    rules = (
        f'{pill}:nth-child({asked.index(wording) + 1}) p::before {{ content: "{place}. "; }}'
        for place, wording in enumerate(hard, start=1)
    )
    st.html(f"<style>{' '.join(rules)}</style>")


def _first(wording: str, asked: Sequence[str]) -> str:
    """Its first words, as many as tell it from the others."""
    words = wording.split()
    others = [other.split() for other in asked if other != wording]
    for most in range(_FIRST_WORDS, len(words)):
        if all(other[:most] != words[:most] for other in others):
            return " ".join(words[:most]) + " …"
    return wording


def _had_before(visit: Visit, form: Form) -> None:
    """After the recall, folded away: which of these came up in earlier interviews."""
    asked = given.unique(given.lines(form.draft.values, "asked"))
    hard = given.items(form.draft.values, "hard")
    same_question.offer_several(visit, form, asked, hard, form.draft.record_id)


def _from_a_note(form: Form) -> None:
    with st.expander("Paste a note from your phone", type="compact", key="note"):
        form.box(
            "jotted",
            "Lines with a question mark become questions. You sort the rest.",
            placeholder="Why us?\nPriya, team lead, the move to the new site\nforgot to mention the weekend rota",
        )
        st.button("Sort the note", key=session.field_key(form.name, "sort"), on_click=_sort, args=(form.name,))
    with st.container():
        _notes(form)


def _notes(form: Form) -> None:
    for number, line in enumerate(given.lines(form.draft.values, "notes")):
        with st.container(horizontal=True, vertical_alignment="center", key=f"note_{number}"):
            st.text(line, width="stretch")
            key = session.field_key(form.name, f"note {number} {line}")
            st.menu_button("Move to …", list(_PLACES), key=key, on_click=_place, args=(form.name, line, key))
    if given.lines(form.draft.values, "notes"):
        st.caption(f"What you leave here goes into your private note. {PROMISE}")


def _sort(name: str) -> None:
    draft = OPEN_DRAFTS.get(session.tab(), name)
    if draft is None:
        return
    questions, notes = sort_jottings(given.text(draft.values, "jotted"))
    keep(
        name,
        {
            "asked": "\n".join((*given.lines(draft.values, "asked"), *questions)),
            "notes": "\n".join((*given.lines(draft.values, "notes"), *notes)),
            "jotted": "",
        },
    )
    session.forget_fields(name)


def _place(name: str, line: str, key: str) -> None:
    draft = OPEN_DRAFTS.get(session.tab(), name)
    chosen = _PLACES.get(str(st.session_state.get(key)))
    if draft is None or chosen is None:
        return
    notes = list(given.lines(draft.values, "notes"))
    notes.remove(line)
    answers: dict[str, JsonValue] = {"notes": "\n".join(notes)}
    if chosen == "people":
        met, _, topic = line.partition(",")
        row_id = Form(name, draft).rows("people", "pe")[-1]
        answers[given.row_field("people", row_id, "name")] = met.strip()
        answers[given.row_field("people", row_id, "talked_about")] = topic.strip()
    elif chosen == "promises":
        row_id = Form(name, draft).rows("promises", "pr")[-1]
        answers[given.row_field("promises", row_id, "what")] = line
    elif chosen:
        answers[chosen] = "\n".join((*given.lines(draft.values, chosen), line))
    keep(name, answers)
    session.forget_fields(name)
