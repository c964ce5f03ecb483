"""What did they ask: from memory, or from a note; which were hard, and what you wish you'd said."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.store import Draft
from lib.ui import session
from lib.ui.drafts.fields import Form
from lib.ui.drafts.taking import catch_up, keep
from lib.ui.markdown import escaped, one_line
from lib.ui.shared import bring_note, same_question, spoken_memo
from lib.ui.shared.note_upload import NOTE_UPLOADS
from lib.ui.visit import OPEN_DRAFTS, Visit, this_visit
from lib.workflows import answers as given
from lib.workflows.drafts.brought_lines import added
from lib.workflows.drafts.questions import following_the_wording, hard_first, wished_question
from lib.workflows.entries.names_heard import names_to_listen_for
from lib.workflows.errors import Incomplete

_FIRST_WORDS = 5


def show(visit: Visit, form: Form) -> None:
    """The questions in a box, the hard ones to tap, and one line for the hardest."""
    form.box(
        "asked",
        "Write them from memory, one per line",
        height=170,
        placeholder="Why do you want to leave?\nTell me about a time something went wrong\n…",
        sets=following_the_wording,
    )
    _from_a_note(visit, form)
    with st.container():
        _hard(form)
        _had_before(visit, form)


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
    same_question.look_again_when_ready()


def _from_a_note(visit: Visit, form: Form) -> None:
    """A note from the phone, sorted onto a sheet that is looked at before it is added."""
    is_speaking = spoken_memo.is_at_work(form.name, visit.today)
    item = NOTE_UPLOADS.get(session.tab(), form.name)
    folded_again = f"note_{session.round_of(form.name)}"
    with st.expander("Bring a note", expanded=is_speaking or item is not None, type="compact", key=folded_again):
        if is_speaking:
            spoken_memo.show_progress(form.name)
            return
        if item:
            bring_note.show_found(visit, form.name, item, bring_note.day_of(form.draft))
        if item and item.holds_a_note:
            bring_note.show_sheet(visit, form.name, item, form.draft, partial(_add, form.name))
        else:
            form.box("jotted", "Paste your note", height=120, placeholder=bring_note.EXAMPLE)
            key = session.field_key(form.name, "sort")
            st.button("Sort the note", key=key, on_click=_sort, args=(form.name,))
            bring_note.drop(form.name, names_to_listen_for(visit.workbook, form.draft))
            spoken_memo.say_what_is_missing()


def require_note_added(name: str) -> None:
    """Raise ``Incomplete`` while a recording is being written down, or a note on the sheet isn't added or cleared."""
    if spoken_memo.is_held(name):
        raise Incomplete("Your recording is still being written down.", "Wait for it, or stop it.")
    item = NOTE_UPLOADS.get(session.tab(), name)
    if item and item.notes():
        raise Incomplete("Your note isn't added yet.", "Add it to the debrief, or clear it.")


def _sort(name: str) -> None:
    if draft := _current(name):
        bring_note.sort_pasted(name, given.text(draft.values, "jotted"))


def _add(name: str) -> None:
    """Take the lines of the sheet into the draft: a callback."""
    draft, item = _current(name), NOTE_UPLOADS.get(session.tab(), name)
    if draft is None or item is None:
        return
    lines = bring_note.lines_of(this_visit(), item, draft)
    answers = dict(added(draft, lines).answers)
    if item.pasted and item.pasted.strip() == given.text(draft.values, "jotted"):
        answers["jotted"] = ""
    keep(name, answers)
    NOTE_UPLOADS.clear(session.tab(), name)
    session.next_round(name)
    session.forget_fields(name)
    session.say(bring_note.added_sentence(lines))


def _current(name: str) -> Draft | None:
    """The draft with what is on the screen."""
    catch_up(name)
    return OPEN_DRAFTS.get(session.tab(), name)
