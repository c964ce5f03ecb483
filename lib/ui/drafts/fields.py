"""Widgets whose answers go to a draft on disk as soon as the server has seen them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from typing import Literal

import streamlit as st

from lib.records.errors import AfterwordError
from lib.records.labels import is_word
from lib.records.labels import label as label_of
from lib.store import Draft, JsonValue, Store
from lib.ui import session
from lib.ui.markdown import escaped
from lib.ui.visit import DESK, clock, current_store
from lib.workflows import answers as given
from lib.workflows.editing import is_changed
from lib.workflows.ids import stable_id

Along = Callable[[Mapping[str, JsonValue], str], dict[str, JsonValue]]
"""From the answers as they stood and a field's new words to the other answers that change with them."""


def saved_sentence(draft: Draft, zone: tzinfo) -> str:
    """What is kept so far, and when it was written, by the person's own clock."""
    if not draft.saved_at:
        return "Each answer is kept as you write."
    kept_at = datetime.fromisoformat(draft.saved_at).astimezone(zone)
    return f"Each answer is kept as you write; last at {kept_at:%H:%M}."


class Form:
    """The fields of one open draft. ``name`` is the name under which this tab opened it."""

    def __init__(self, name: str, draft: Draft) -> None:
        self.name = name
        self.draft = draft

    def line(self, field: str, label: str, *, placeholder: str = "") -> str:
        """One line of text."""
        key = self._seed_words(field)
        hint = placeholder or None
        return st.text_input(label, key=key, placeholder=hint, on_change=_keep, args=(self.name, field)) or ""

    def box(
        self,
        field: str,
        label: str,
        *,
        height: int | Literal["content"] = "content",
        note: str = "",
        placeholder: str = "",
        along: Along | None = None,
    ) -> str:
        """A box for several lines, whose words are kept as they are written.

        ``along`` says which other answers change with it.
        """
        key = self._seed_words(field)
        return (
            st.text_area(
                label,
                key=key,
                height=height,
                help=note or None,
                placeholder=placeholder or None,
                on_change=_keep_along if along else _keep,
                args=(self.name, field, along) if along else (self.name, field),
            )
            or ""
        )

    def choice(self, field: str, label: str, words: Sequence[str], labels: dict[str, str] | None = None) -> str:
        """One of a few words, or none; tapped again, it is taken back."""
        key = self._seed(field, self.text(field) or None)
        return (
            st.pills(
                label,
                words,
                key=key,
                format_func=lambda word: escaped(
                    (labels or {}).get(word) or (label_of(word) if is_word(word) else word)
                ),
                on_change=_keep,
                args=(self.name, field),
            )
            or ""
        )

    def pick(self, field: str, label: str, words: Sequence[str], otherwise: str = "not said") -> None:
        """One word of a longer list, or none, where there is little room."""
        key = self._seed(field, self.text(field))
        st.selectbox(
            label,
            ["", *words],
            key=key,
            format_func=lambda word: label_of(word) if word else otherwise,
            on_change=_keep,
            args=(self.name, field),
        )

    def numbers(self, field: str, label: str, low: int, high: int, *, note: str | None = None) -> str:
        """One of a few whole numbers, or none."""
        key = self._seed(field, self.text(field) or None)
        words = [str(number) for number in range(low, high + 1)]
        return st.pills(label, words, key=key, help=note, on_change=_keep, args=(self.name, field)) or ""

    def scale(self, field: str, label: str, numbers: Sequence[int], *, is_named: bool = True) -> str:
        """A number on a line from the first to the last, as text; ``is_named`` says that its label is seen."""
        text = self.text(field)
        kept = {int(text)} if text.isdigit() else set()
        options = [str(number) for number in sorted({*numbers, *kept})]
        if not text:
            options = ["", *options]
        key = self._seed(field, text if text in options else options[0])
        return st.select_slider(
            label,
            options,
            key=key,
            format_func=lambda word: word or "not said",
            label_visibility="visible" if is_named else "collapsed",
            on_change=_keep,
            args=(self.name, field),
        )

    def scale_if_known(self, field: str, label: str, numbers: Sequence[int], unknown: str, known: str) -> str:
        """A choice between two words, and after ``known`` a number on a line, beginning in its middle."""
        key = self._seed(f"{field} known", known if self.text(field) else unknown)
        middle = str(numbers[len(numbers) // 2])
        st.segmented_control(
            label,
            (unknown, known),
            key=key,
            required=True,
            on_change=_turn_known,
            args=(self.name, field, known, middle),
        )
        return self.scale(field, label, numbers, is_named=False) if self.text(field) else ""

    def number(self, field: str, label: str, low: int, high: int, *, note: str | None = None, unit: str = "") -> None:
        """A whole number typed, or none."""
        text = self.text(field)
        key = self._seed(field, int(text) if text.isdigit() else None)
        st.number_input(
            label,
            min_value=low,
            max_value=high,
            step=1,
            key=key,
            help=note,
            placeholder=unit or None,
            on_change=_keep,
            args=(self.name, field),
        )

    def several(
        self, field: str, label: str, words: Sequence[str], labels: dict[str, str] | None = None
    ) -> tuple[str, ...]:
        """Any of the person's own words, or of ids with a label each, in the order in which they were tapped."""
        chosen = [word for word in given.items(self.draft.values, field) if word in words]
        key = self._seed(field, chosen)
        st.pills(
            label,
            words,
            selection_mode="multi",
            key=key,
            format_func=lambda word: escaped((labels or {}).get(word, word)),
            on_change=_keep_in_order,
            args=(self.name, field),
        )
        return tuple(chosen)

    def day(self, field: str, label: str, *, note: str | None = None) -> None:
        """A date, or none."""
        text = self.text(field)
        key = self._seed(field, date.fromisoformat(text) if text else None)
        st.date_input(
            label, value=None, key=key, help=note, format="YYYY-MM-DD", on_change=_keep, args=(self.name, field)
        )

    def clock_time(self, field: str, label: str) -> None:
        """A time of day, or none."""
        text = self.text(field)
        key = self._seed(field, time.fromisoformat(text) if text else None)
        st.time_input(label, value=None, key=key, step=900, on_change=_keep, args=(self.name, field))

    def tick(self, field: str, label: str) -> None:
        """Yes, or not said."""
        key = self._seed(field, self.text(field) == "yes")
        st.checkbox(label, key=key, on_change=_keep, args=(self.name, field))

    def known(self, field: str, label: str, options: dict[str, str], *, otherwise: str) -> str:
        """One of the workbook's own entries, by id, or ``otherwise``: none of them."""
        text = self.text(field)
        key = self._seed(field, text if text in options else "")
        return st.selectbox(
            label,
            ["", *options],
            key=key,
            format_func=lambda entry: options.get(entry, otherwise),
            on_change=_keep,
            args=(self.name, field),
        )

    def one_of(self, field: str, label: str, options: dict[str, str], about: dict[str, str], *, otherwise: str) -> str:
        """One of a few of the workbook's own entries, by id, each with a line about it, or ``otherwise``: none."""
        text = self.text(field)
        key = self._seed(field, text if text in options else "")
        return st.radio(
            label,
            ["", *options],
            key=key,
            format_func=lambda entry: escaped(options.get(entry, otherwise)),
            captions=["", *(escaped(about[entry]) for entry in options)],
            on_change=_keep,
            args=(self.name, field),
        )

    def text(self, field: str) -> str:
        """The draft's answer to a field, as it was typed."""
        value = self.draft.values.get(field)
        return value if isinstance(value, str) else ""

    def rows(self, group: str, prefix: str) -> tuple[str, ...]:
        """The ids of a list's rows, and last the id that a row still blank will have."""
        listed = given.items(self.draft.values, group)
        counts = range(1, len(listed) + 2 + len(given.items(self.draft.values, f"{group}_removed")))
        made = (stable_id(prefix, self.draft.token, group, str(count)) for count in counts)
        used = {*listed, *given.items(self.draft.values, f"{group}_removed")}
        return (*listed, next(row_id for row_id in made if row_id not in used))

    def remove_row(self, group: str, row_id: str, label: str, note: str = "") -> None:
        """A button that takes a row off its list."""
        key = session.field_key(self.name, f"{group}.{row_id}.remove")
        args = (self.name, group, row_id)
        st.button(label, key=key, type="tertiary", help=escaped(note) or None, on_click=_remove_row, args=args)

    def _seed_words(self, field: str) -> str:
        """As ``_seed``; words that the browser held while the server was away are taken in first."""
        brought = session.words_brought(session.field_key(self.name, field))
        if brought is not None and brought != self.text(field):
            keep(self.name, {field: brought})
            self.draft = DESK.get(session.tab(), self.name) or self.draft
        return self._seed(field, self.text(field))

    def _seed(self, field: str, value: object) -> str:
        """The widget's key; its value is the draft's until the person changes it."""
        key = session.field_key(self.name, field)
        if key not in st.session_state:
            st.session_state[key] = value
        return key


def _keep(name: str, field: str) -> None:
    keep(name, {field: _plain(st.session_state.get(session.field_key(name, field)))})


def _turn_known(name: str, field: str, known: str, middle: str) -> None:
    is_known = st.session_state.get(session.field_key(name, f"{field} known")) == known
    keep(name, {field: middle if is_known else ""})
    st.session_state.pop(session.field_key(name, field), None)  # its widget takes its value from the draft again


def _keep_along(name: str, field: str, along: Along) -> None:
    words = str(st.session_state.get(session.field_key(name, field)) or "")
    draft = DESK.get(session.tab(), name)
    others = along(draft.values if draft else {}, words)
    keep(name, {field: words, **others})
    for other in others:  # its widget takes its value from the draft again
        st.session_state.pop(session.field_key(name, other), None)


def held(name: str, store: Store) -> Draft | None:
    """The draft that this tab has open under that name; as the tab comes to its form, with what another tab has
    written into it since."""
    if session.shows_fields(name):
        return DESK.get(session.tab(), name)
    return DESK.reopen(session.tab(), name, store)


def held_unless_untouched(name: str, store: Store) -> Draft | None:
    """As ``held``; but as the tab comes to the form, a draft in which nothing was typed gives way to one that waits."""
    draft = held(name, store)
    return draft if draft and (is_changed(draft) or session.shows_fields(name)) else None


def catch_up(name: str, *, blanks: bool) -> None:
    """Take in what the form's widgets hold as text and its draft does not yet.

    A click right after a change can stop that change's callback half-way. To the run that follows, the widget has not
    changed any more: nothing would call for it again, and older words than those on the screen would be saved.
    ``blanks`` says that an empty one counts too; a list shows none where the draft names an entry that is gone, which
    is no answer.
    """
    draft = DESK.get(session.tab(), name)
    held = {field: st.session_state.get(session.field_key(name, field)) for field in (draft.values if draft else {})}
    newer = {
        field: value
        for field, value in held.items()
        if draft and isinstance(value, str) and (value or blanks) and value != draft.values[field]
    }
    if newer:
        keep(name, {**newer})


def _keep_in_order(name: str, field: str) -> None:
    chosen = list(st.session_state.get(session.field_key(name, field)) or [])
    draft = DESK.get(session.tab(), name)
    before = [word for word in given.items(draft.values if draft else {}, field) if word in chosen]
    keep(name, {field: [*before, *(word for word in chosen if word not in before)]})


def _remove_row(name: str, group: str, row_id: str) -> None:
    draft = DESK.get(session.tab(), name)
    values = draft.values if draft else {}
    listed = [row for row in given.items(values, group) if row != row_id]
    removed = [*given.items(values, f"{group}_removed"), row_id]
    keep(name, {group: [*listed], f"{group}_removed": [*removed]})


def keep(name: str, answers: dict[str, JsonValue]) -> None:
    """Take answers into an open draft and write it; where the disk refuses, say so and keep them at hand."""
    tab = session.tab()
    if DESK.get(tab, name) is None:  # the first of two clicks has saved it
        return
    store = current_store()
    try:
        DESK.keep(tab, name, answers, store, clock())
    except AfterwordError as error:
        session.report_problem(error.sentence)
    else:
        session.clear_problem()


def _plain(value: object) -> JsonValue:
    """A widget's value in the form in which cells hold it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
