"""Every form that is kept as a draft: open it, turn its steps, save it, or leave it.

``open_form`` and ``draft_at_address`` find the draft, ``actions`` draws the buttons, ``save`` and ``go_to_step`` are
callbacks, which take in first what is on the screen. Their errors are shown by ``lib.ui.error_messages``, and the form
stays as it is."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from lib.english import paragraph
from lib.records.interview import Interview
from lib.store import Draft
from lib.ui import keys, routes, session
from lib.ui.context import OPEN_DRAFTS, RANDOM, Context, clock, current_context, current_store
from lib.ui.drafts.field_sync import limit_error, sync_widgets
from lib.ui.drafts.fields import Form
from lib.ui.drafts.kinds import DRAFT_KINDS
from lib.ui.drafts.saving import discard_waiting, offer_undo_of
from lib.ui.markdown import SafeText, marked
from lib.workflows.drafting import is_begun, is_changed, is_outdated
from lib.workflows.drafts.earlier_fields import migrate_draft
from lib.workflows.drafts.scheduled_interviews import debrief_of_scheduled, same_interview
from lib.workflows.errors import EditedElsewhere, Incomplete


def open_draft(name: str, context: Context) -> Draft | None:
    """The draft that this tab has open under that name; as the tab comes to its form, with what another tab has
    written into it since."""
    if session.shows_fields(name):
        return OPEN_DRAFTS.get(session.tab(), name)
    return OPEN_DRAFTS.reopen(session.tab(), name, context.store)


def draft_at_address(name: str, context: Context) -> Draft | None:
    """The draft that an address names: open in this tab, or on disk."""
    if not name:
        return None
    draft = open_draft(name, context) or context.store.drafts.load(name)
    return OPEN_DRAFTS.open(session.tab(), name, _migrate(context, draft)) if draft else None


def open_form(context: Context, new_draft: Draft, **suggested: str) -> Form:
    """The form of one record's part: with the draft that this tab has open, else one that waits, else ``new_draft``.

    A draft in which nothing was typed gives way to an unfinished one, and to ``new_draft`` if the record was changed
    meanwhile. ``suggested`` are the answers that the form itself fills in.
    """
    name = f"{new_draft.record_id}/{new_draft.screen}"
    draft = open_draft(name, context)
    if draft and is_outdated(draft, new_draft, **suggested):
        session.forget_fields(name)
        draft = None
    if draft and (is_changed(draft) or session.shows_fields(name)):
        return Form(name, draft, context.dates)
    about = (new_draft.kind, new_draft.record_id, new_draft.screen)
    waiting = (each for each in context.drafts if (each.kind, each.record_id, each.screen) == about)
    typed = (each for each in (_migrate(context, each) for each in waiting) if is_changed(each))
    return Form(name, OPEN_DRAFTS.open(session.tab(), name, next(typed, draft or new_draft)), context.dates)


def _migrate(context: Context, draft: Draft) -> Draft:
    """A draft of an earlier version in today's form."""
    return migrate_draft(context.workbook, draft, context.zone, context.today)


def actions(
    form: Form,
    save: Callable[[], None],
    leave_label: SafeText,
    leave: Callable[[], None],
    *,
    has_question: bool = False,
) -> None:
    """The end of a form: two versions if it was changed elsewhere too, Save, and under ``leave_label`` the button that
    leaves.

    Where something is asked first (``has_question``), its answers save instead.
    """
    show_conflict(form.name, save)
    with st.container(horizontal=True, key="actions"):
        if not has_question:
            main_button("Save", "save", save)
        _leave_button(leave_label, form, leave)


def main_button(label: SafeText, key: str, act: Callable[[], None]) -> None:
    """The one green button of a form."""
    st.button(label, type="primary", key=key, on_click=act, shortcut=keys.MAIN)


def save(name: str, sentence: str) -> None:
    """Save the open draft of that name and show ``sentence``; empty if the next page shows it. A second click finds
    nothing to save.

    Between reading the draft and closing it there is no Streamlit call, so no rerun can stop a save
    half-way.
    """
    sync_widgets(name)
    tab, context = session.tab(), current_context()
    draft = OPEN_DRAFTS.get(tab, name)
    if draft is None:
        return
    _require_within_limits(name, draft)
    switched = _as_scheduled(tab, context, draft)
    _commit(tab, context, switched.id if switched else name, switched or draft, sentence)
    if switched:
        _continue_in(name, switched.id)


def go_to_step(name: str, screen: str) -> None:
    """Turn to another step of the open draft; it stays where it is when the disk refuses, or an answer can't be."""
    sync_widgets(name)
    if draft := OPEN_DRAFTS.get(session.tab(), name):
        _require_within_limits(name, draft)
    OPEN_DRAFTS.turn_to(session.tab(), name, screen, current_store(), clock())


def _require_within_limits(name: str, draft: Draft) -> None:
    """Raise ``Incomplete`` with the first answer on the screen that no day or number of its field can be."""
    refused = (limit_error(draft, field, limits) for field, limits in session.limits_shown(name).items())
    if refusal := next(filter(None, refused), ""):
        raise Incomplete(refusal, "Correct it, or leave it empty.")


def switch_to_scheduled(name: str, interview: Interview) -> None:
    """Make the open draft the debrief of an interview that was noted ahead, and go on in it."""
    tab, context = session.tab(), current_context()
    sync_widgets(name)
    if draft := OPEN_DRAFTS.get(tab, name):
        _continue_in(name, _switch(tab, context, draft, interview).id)


def close(name: str) -> None:
    """Drop an open draft without a message: it is done."""
    OPEN_DRAFTS.close(session.tab(), name)
    session.forget_fields(name)
    session.show_differences(name, [])


def discard(name: str) -> None:
    """Discard the open draft; it can be brought back."""
    draft = OPEN_DRAFTS.get(session.tab(), name)
    if draft is None:
        return
    discard_waiting(draft.id)
    close(name)
    session.clear_problem()


def _commit(tab: str, context: Context, name: str, draft: Draft, sentence: str) -> None:
    kind = DRAFT_KINDS[draft.kind]
    try:
        receipt = kind.save(context, draft)
    except EditedElsewhere as elsewhere:
        session.show_differences(name, [(each.field, each.mine, each.theirs) for each in elsewhere.differences])
        raise
    except Incomplete as lack:
        if lack.screen:
            OPEN_DRAFTS.turn_to(tab, name, lack.screen, context.store, context.now)
        raise
    OPEN_DRAFTS.close(tab, name)
    session.forget_fields(name)
    session.show_differences(name, [])
    session.clear_problem()
    if words := paragraph(sentence, receipt.message) if kind.has_changes(draft) else "Nothing was changed.":
        session.set_notice(words)
    offer_undo_of(context.store, receipt)


def _as_scheduled(tab: str, context: Context, draft: Draft) -> Draft | None:
    """The draft as the debrief of the interview that was noted ahead, if it is one of that very interview."""
    scheduled = (
        same_interview(context.workbook, draft, context.now) if DRAFT_KINDS[draft.kind].may_match_scheduled else None
    )
    return _switch(tab, context, draft, scheduled) if scheduled else None


def _switch(tab: str, context: Context, draft: Draft, interview: Interview) -> Draft:
    switched = debrief_of_scheduled(context.store, draft, interview, context.now, RANDOM)
    OPEN_DRAFTS.rewrite(lambda each: None if each.id == draft.id else each, context.store)
    return OPEN_DRAFTS.open(tab, switched.id, switched)


def _continue_in(name: str, draft_id: str) -> None:
    session.forget_fields(name)
    session.forget_fields(draft_id)
    routes.unfinished_debrief(draft_id).open_here()


def show_conflict(name: str, save: Callable[[], None]) -> None:
    """Mine and theirs for each field that both changed, and the choice between them; nothing if all agrees."""
    differences = session.differences(name)
    if not differences:
        return
    dates = current_context().dates
    with st.container(border=True, key="differences"):
        st.subheader("Changed here and elsewhere", anchor=False)
        for field, mine, theirs in differences:
            st.write(marked("**{}**", _field_words(field)))
            here, there = st.columns(2)
            with here:
                st.caption("Here, not saved yet")
                st.text(dates.cell(mine) or "(empty)")
            with there:
                st.caption("In the workbook now")
                st.text(dates.cell(theirs) or "(empty)")
        with st.container(horizontal=True):
            st.button("Save mine over it", key="save over", on_click=_save_over, args=(name, save))
            st.button("Keep theirs, discard mine", key="keep theirs", on_click=discard, args=(name,))


def _save_over(name: str, save: Callable[[], None]) -> None:
    sync_widgets(name)
    OPEN_DRAFTS.keep(session.tab(), name, {"overwrite": "yes"}, current_store(), clock())
    session.show_differences(name, [])
    save()


def _field_words(field: str) -> str:
    return field.rpartition(".")[2].replace("_", " ")


def _leave_button(label: SafeText, form: Form, leave: Callable[[], None]) -> None:
    """A button that leaves the form; with words typed, it asks before it discards them."""
    if not _asks_before_discarding(form.draft):
        st.button(label, key="leave", on_click=_leave, args=(form.name, leave))
        return
    with st.popover(label, key="ask to leave"):
        st.write("Discard your changes? You can undo this.")
        st.button("Discard", key="set aside", on_click=partial(_discard_and_leave, form.name, leave))


def _asks_before_discarding(draft: Draft) -> bool:
    return draft.revision > 0 and is_begun(draft)


def _leave(name: str, leave: Callable[[], None]) -> None:
    sync_widgets(name)
    draft = OPEN_DRAFTS.get(session.tab(), name)
    if draft and _asks_before_discarding(draft):  # the click came with the last words: ask first
        return
    close(name)
    leave()


def _discard_and_leave(name: str, leave: Callable[[], None]) -> None:
    discard(name)
    leave()
