"""The letter as it will be read, with what to check marked in it, and the fixes that one click makes."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.english import counted
from lib.followup.messages import Message
from lib.followup.proofreading import LetterFinding, Likeness
from lib.followup.proofreading.languages import speller_for
from lib.records.labels import label
from lib.records.vocabulary import Language
from lib.ui import session
from lib.ui.context import OPEN_DRAFTS
from lib.ui.drafts.field_sync import keep_answers, sync_widgets
from lib.ui.markdown import Markdown, escaped, joined, marked
from lib.ui.shared import styles
from lib.workflows import form_values

_LONGEST_MARK = 80
_MOST_LISTED = 40
"""A browser takes seconds to draw thousands of rows, and nobody reads them."""


def show(message: Message, found: Sequence[LetterFinding]) -> None:
    """Subject and text, with the words to check marked."""
    styles.lay("follow_up/letter.css")
    with st.container(border=True, key="letter"):
        if message.subject:
            st.markdown(marked(":gray[Subject:] {}", _with_marks(message.subject, found, "subject")))
        st.markdown(_with_marks(message.body, found, "body") or ":gray[Nothing is written yet.]")


def _with_marks(text: str, found: Sequence[LetterFinding], part: str) -> Markdown:
    places = sorted(place for one in found if one.part == part for place in one.places)
    spans = [(start, end) for start, end in places if 0 < end - start <= _LONGEST_MARK]
    pieces, at = [], 0
    for start, end in spans:
        if start >= at:
            pieces += [escaped(text[at:start]), marked(":orange-background[{}]", text[start:end])]
            at = end
    return joined("", (*pieces, escaped(text[at:])))


def say_whether_checked(message: Message, found: Sequence[LetterFinding], language: Language | None) -> None:
    """In a line or two above the buttons, so that the checks move none of them out of sight.

    ``language`` is the one that letters to the recipient are in, None for English.
    """
    is_in_it = language is not None and speller_for(message.body, language) is not None
    if language and not is_in_it:
        note = "{0} gets letters in {1}. This draft is in English: write it in {1}, only spelling is checked."
        st.write(marked(note, message.to, label(language)))
    if found:
        st.write(marked("**{} to check**, listed below. You can send it anyway.", counted(len(found), "thing")))
    elif not language:
        st.caption("Checked: nothing to fix.")
    if language and is_in_it:
        st.caption(marked("Only spelling is checked in {}.", label(language)))


def show_findings(name: str, message: Message, found: Sequence[LetterFinding]) -> None:
    """What to check, each with its fix if there is one; the first of very many."""
    if not found:
        return
    with st.container(border=True, key="findings"):
        for number, finding in enumerate(found[:_MOST_LISTED]):
            where = "In the subject: " if finding.part == "subject" else ""
            with st.container(horizontal=True, vertical_alignment="center", key=f"finding_{number}"):
                st.markdown(marked("{}{}  \n:gray[{}]", where, finding.what, finding.why), width="stretch")
                if finding.fix:
                    text = message.subject if finding.part == "subject" else message.body
                    mend = partial(_mend, name, f"{finding.part}_{message.channel}", text, finding)
                    st.button(marked("Change to “{}”", finding.fix), key=f"fix {number}", on_click=mend)
            if finding.pair:
                _side_by_side(finding.pair)
        if len(found) > _MOST_LISTED:
            st.caption(marked("{} more show here once these are fixed.", len(found) - _MOST_LISTED))


def _mend(name: str, field: str, checked: str, finding: LetterFinding) -> None:
    """Put the fix in every place of the words; nothing happens if the text is no longer the one that was checked."""
    sync_widgets(name)
    draft = OPEN_DRAFTS.get(session.tab(), name)
    if draft and form_values.text(draft.values, field) == checked:
        mended = checked
        for start, end in reversed(finding.places):
            mended = mended[:start] + finding.fix + mended[end:]
        keep_answers(name, {field: mended})
        session.forget_field(name, field)


def _side_by_side(pair: Likeness) -> None:
    mine, theirs = st.columns(2)
    with mine:
        st.caption("This one")
        st.write(_bold_where(pair.mine, pair.mine_marks))
    with theirs:
        st.caption(escaped(f"To {pair.to}"))
        st.write(_bold_where(pair.theirs, pair.theirs_marks))


def _bold_where(text: str, marks: Sequence[tuple[int, int]]) -> Markdown:
    parts, at = [], 0
    for start, end in marks:
        parts += [escaped(text[at:start]), _bold(text[start:end])]
        at = end
    return joined("", (*parts, escaped(text[at:])))


def _bold(words: str) -> Markdown:
    """The words in bold, each line by itself: Markdown ends what is bold at an empty line."""
    lines = (marked("**{}**", line.strip()) if line.strip() else Markdown("  ") for line in words.split("\n"))
    before, after = (" " if edge.isspace() else "" for edge in (words[:1], words[-1:]))
    return marked("{}{}{}", before, joined("  \n", lines), after)
