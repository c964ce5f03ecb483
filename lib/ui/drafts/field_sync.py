"""How what a field's widget holds comes into the draft, each kind of widget in its own way."""

from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache

import streamlit as st

from lib.records.zones import CITIES, zone_label, zone_meant, zone_names
from lib.store import Draft, JsonValue
from lib.ui import session
from lib.ui.context import OPEN_DRAFTS, clock, current_store
from lib.workflows import form_values
from lib.workflows.limits import FieldLimits

DependentAnswers = Callable[[Mapping[str, JsonValue], str], dict[str, JsonValue]]
"""From the earlier answers and a field's new words to the other answers that change with them. All tabs share it, so
it's a function of a module: what one tab shows is in none of its variables."""

_dependents: dict[str, DependentAnswers] = {}


def dependent_handler(also_sets: DependentAnswers | None) -> tuple[str, ...]:
    """The handler of a field that changes others with it, by name; nothing if it changes none."""
    if also_sets is None:
        return ()
    _dependents[also_sets.__qualname__] = also_sets
    return ("sets", also_sets.__qualname__)


def sync_widgets(name: str) -> None:
    """Take in what the widgets of a form hold and its draft does not yet.

    A click right after a change can stop that change's callback half-way. To the run that follows, the widget has not
    changed any more: nothing would call for it again, and older words than those on the screen would be saved.
    """
    for field, taken in session.taken_values(name).items():
        key = session.field_key(name, field)
        if key in st.session_state and st.session_state[key] != taken:
            on_change(name, field)


def sync_all_widgets() -> None:
    """Take in what the widgets of every form on the screen hold: for a way out that isn't the form's own."""
    for name in session.shown_drafts():
        sync_widgets(name)


def on_change(name: str, field: str) -> None:
    """What every field's widget calls when it was changed."""
    value = st.session_state.get(session.field_key(name, field))
    handler, *details = session.handler_of(name, field)
    _HANDLERS[handler](name, field, value, *details)
    session.note_taken_value(name, field, value)


def _keep_plain(name: str, field: str, value: object) -> None:
    keep_answers(name, {field: _as_answer(value)})


def _keep_with(name: str, field: str, value: object, other: str, answer: str) -> None:
    keep_answers(name, {field: _as_answer(value), other: answer})


def _keep_and_set(name: str, field: str, value: object, also_sets: str) -> None:
    draft = OPEN_DRAFTS.get(session.tab(), name)
    words = str(_as_answer(value))
    others = _dependents[also_sets](draft.values if draft else {}, words)
    keep_answers(name, {field: words, **others})
    for other in others:
        session.forget_field(name, other)


def _keep_in_order(name: str, field: str, value: object) -> None:
    chosen = list(value) if isinstance(value, (list, tuple)) else []
    draft = OPEN_DRAFTS.get(session.tab(), name)
    before = [word for word in form_values.items(draft.values if draft else {}, field) if word in chosen]
    keep_answers(name, {field: [*before, *(word for word in chosen if word not in before)]})


def _keep_zone(name: str, field: str, value: object) -> None:
    keep_answers(name, {field: zone_meant(str(value or ""))})
    session.forget_field(name, field)  # a city's name becomes that of its zone


@cache
def zones_to_choose() -> tuple[str, ...]:
    """The cities and IANA names to choose a time zone from, in the order of their labels."""
    return tuple(sorted((*CITIES, *zone_names()), key=zone_label))


def limit_error(draft: Draft, field: str, limits: FieldLimits) -> str:
    """Why an answer can't be saved; empty if it can, and where the file has it already."""
    text = form_values.text(draft.values, field)
    return "" if text == form_values.text(draft.base, field) else limits.refusal(text)


_HANDLERS: dict[str, Callable[..., None]] = {
    "plain": _keep_plain,
    "with": _keep_with,
    "sets": _keep_and_set,
    "order": _keep_in_order,
    "zone": _keep_zone,
}


def add_row(name: str, group: str, row_id: str) -> None:
    """Put a blank row on its list in the draft."""
    draft = OPEN_DRAFTS.get(session.tab(), name)
    listed = form_values.items(draft.values if draft else {}, group)
    keep_answers(name, {group: [*listed, row_id]})


def remove_row(name: str, group: str, row_id: str) -> None:
    """Take a row off its list in the draft."""
    draft = OPEN_DRAFTS.get(session.tab(), name)
    values = draft.values if draft else {}
    listed = [row for row in form_values.items(values, group) if row != row_id]
    removed = [*form_values.items(values, f"{group}_removed"), row_id]
    keep_answers(name, {group: [*listed], f"{group}_removed": [*removed]})


def keep_answers(name: str, answers: dict[str, JsonValue]) -> None:
    """Take answers into an open draft and write it. Where the disk refuses they stay in memory, and the error is shown
    by ``lib.ui.error_messages``."""
    tab = session.tab()
    if OPEN_DRAFTS.get(tab, name) is None:  # the first of two clicks has saved it
        return
    OPEN_DRAFTS.keep(tab, name, answers, current_store(), clock())
    session.clear_problem()


def _as_answer(value: object) -> JsonValue:
    """A widget's value as in cells."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
