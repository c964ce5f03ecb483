"""Bring a note from the phone: looked at line by line, and added to a debrief that is unfinished, or new."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from lib.records.interview import Interview
from lib.store import Draft
from lib.ui import routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, current_context
from lib.ui.drafts import form_flow
from lib.ui.drafts.field_sync import keep_answers
from lib.ui.drafts.kinds import DRAFT_KINDS
from lib.ui.markdown import escaped
from lib.ui.shared import bring_note, spoken_memo, waiting
from lib.ui.shared.note_upload import NOTE_UPLOADS, NoteUpload
from lib.ui.titles import application_title, stage_and_day
from lib.workflows.drafts import debrief
from lib.workflows.drafts.brought_lines import add_lines, interview_meant, when_written
from lib.workflows.entries.names_heard import names_to_listen_for

_FORM = "note"
_ADDED = "note added to"
_NEW = ""


def show(context: Context) -> None:
    """The note, which interview it is about, and its lines with where they go."""
    if draft_id := st.session_state.pop(_ADDED, ""):
        routes.unfinished_debrief(draft_id).go()
    if spoken_memo.is_at_work(_FORM, context.today):
        spoken_memo.show_progress(_FORM)
        return
    item = NOTE_UPLOADS.get(session.tab(), _FORM)
    if item:
        bring_note.show_found(context, _FORM, item, None)
    if item is None or not item.holds_a_note:
        _bring(context)
        return
    chosen = _which(context, item) if item.notes() else _NEW
    draft = _draft_of(context, item, chosen)
    bring_note.show_sheet(context, _FORM, item, draft, partial(_add, chosen))


def _bring(context: Context) -> None:
    pasted = f"note pasted {session.widget_version(_FORM)}"
    st.text_area("Paste your note", key=pasted, height=150, placeholder=bring_note.EXAMPLE)
    st.button("Sort the note", key="sort note", on_click=_sort, args=(pasted,))
    bring_note.drop(_FORM, names_to_listen_for(context.workbook))


def _sort(key: str) -> None:
    bring_note.sort_pasted(_FORM, str(st.session_state.get(key) or ""))


def _which(context: Context, item: NoteUpload) -> str:
    """Which interview it is about: the id of one whose debrief is unfinished or not begun, or ``_NEW``."""
    drafts, held, workbook = _drafts(context), _held(context), context.workbook
    called = {draft.id: f"{DRAFT_KINDS[draft.kind].title(context, draft)} (unfinished)" for draft in drafts.values()}
    called |= {
        entry.id: ", ".join(
            (application_title(workbook.application(entry.application_id), context), stage_and_day(entry, context))
        )
        for entry in held.values()
    }
    if not called:
        return _NEW
    days: dict[str, date] = {entry.id: entry.held_on for entry in held.values()}
    days |= {name: day for name, draft in drafts.items() if (day := bring_note.day_of(draft))}
    options = [*called, _NEW]
    key = f"note of {item.number}"
    if key not in st.session_state:
        is_dated = any(note.written_at for note in item.notes())
        st.session_state[key] = interview_meant(item.notes(), days, context.zone) or (_NEW if is_dated else options[0])
    return st.radio(
        "Which interview is it about?",
        options,
        key=key,
        format_func=lambda each: escaped(called[each]) if each else "A new debrief",
    )


def _drafts(context: Context) -> Mapping[str, Draft]:
    return {draft.id: draft for draft in waiting.drafts_waiting(context) if draft.kind == debrief.KIND}


def _held(context: Context) -> Mapping[str, Interview]:
    return {entry.id: entry for entry in waiting.held_undrafted(context)}


def _draft_of(context: Context, item: NoteUpload, chosen: str) -> Draft:
    """The debrief that the note goes into: as it is by now, or fresh."""
    if chosen and (draft := form_flow.draft_at_address(chosen, context)):
        return draft
    fresh = debrief.begin_debrief(context.workbook, chosen, context.now, RANDOM)
    if chosen:
        return fresh
    return replace(fresh, values={**fresh.values, **when_written(item.notes(), context.now, context.zone)})


def _add(chosen: str) -> None:
    """Add the lines, and lead to the debrief in the run that follows: a callback."""
    context, item = current_context(), NOTE_UPLOADS.get(session.tab(), _FORM)
    if item is None:
        return
    draft = _draft_of(context, item, chosen)
    lines = bring_note.lines_of(context, item, draft)
    OPEN_DRAFTS.open(session.tab(), draft.id, draft)
    keep_answers(
        draft.id, {**draft.values, **add_lines(draft, lines, bring_note.untyped_days(context, item, draft)).answers}
    )
    session.forget_fields(draft.id)
    NOTE_UPLOADS.clear(session.tab(), _FORM)
    session.reset_widget(_FORM)
    session.set_notice(bring_note.added_sentence(lines))
    st.session_state[_ADDED] = draft.id
