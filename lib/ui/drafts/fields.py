"""Widgets whose answers go to a draft on disk as soon as the server has seen them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time, tzinfo
from functools import cache
from typing import Literal

import streamlit as st

from lib.records.errors import AfterwordError
from lib.records.labels import is_word
from lib.records.labels import label as label_of
from lib.records.zones import CITIES, zone_label, zone_meant, zone_names
from lib.store import Draft, JsonValue
from lib.ui import session
from lib.ui.markdown import escaped
from lib.ui.visit import DESK, clock, current_store
from lib.workflows import answers as given
from lib.workflows.ids import stable_id

Along = Callable[[Mapping[str, JsonValue], str], dict[str, JsonValue]]
"""From the answers as they stood and a field's new words to the other answers that change with them."""


def saved_sentence(draft: Draft, zone: tzinfo) -> str:
    """What is kept so far, and when it was written, by the person's own clock."""
    if not draft.saved_at:
        return "Each answer is kept as you write."
    kept_at = datetime.fromisoformat(draft.saved_at).astimezone(zone)
    return f"Each answer is kept as you write; last at {kept_at:%H:%M}."


_KNOWN = " known"
"""Behind a field's name: the choice whether its answer is known at all."""
_alongs: dict[str, Along] = {}


class Form:
    """The fields of one open draft. ``name`` is the name under which this tab opened it."""

    def __init__(self, name: str, draft: Draft) -> None:
        self.name = name
        self.draft = draft

    def line(self, field: str, label: str, *, placeholder: str = "") -> str:
        """One line of text."""
        key = self._seed_words(field)
        hint = placeholder or None
        return st.text_input(label, key=key, placeholder=hint, on_change=_take, args=(self.name, field)) or ""

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
        key = self._seed_words(field, *_way_along(along))
        return (
            st.text_area(
                label,
                key=key,
                height=height,
                help=note or None,
                placeholder=placeholder or None,
                on_change=_take,
                args=(self.name, field),
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
                on_change=_take,
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
            on_change=_take,
            args=(self.name, field),
        )

    def numbers(self, field: str, label: str, low: int, high: int, *, note: str | None = None) -> str:
        """One of a few whole numbers, or none."""
        key = self._seed(field, self.text(field) or None)
        words = [str(number) for number in range(low, high + 1)]
        return st.pills(label, words, key=key, help=note, on_change=_take, args=(self.name, field)) or ""

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
            on_change=_take,
            args=(self.name, field),
        )

    def scale_if_known(self, field: str, label: str, numbers: Sequence[int], unknown: str, known: str) -> str:
        """A choice between two words, and after ``known`` a number on a line, beginning in its middle."""
        middle = str(numbers[len(numbers) // 2])
        choice = f"{field}{_KNOWN}"
        key = self._seed(choice, known if self.text(field) else unknown, "known", known, middle)
        st.segmented_control(label, (unknown, known), key=key, required=True, on_change=_take, args=(self.name, choice))
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
            on_change=_take,
            args=(self.name, field),
        )

    def several(
        self, field: str, label: str, words: Sequence[str], labels: dict[str, str] | None = None
    ) -> tuple[str, ...]:
        """Any of the person's own words, or of ids with a label each, in the order in which they were tapped."""
        chosen = [word for word in given.items(self.draft.values, field) if word in words]
        key = self._seed(field, chosen, "order")
        st.pills(
            label,
            words,
            selection_mode="multi",
            key=key,
            format_func=lambda word: escaped((labels or {}).get(word, word)),
            on_change=_take,
            args=(self.name, field),
        )
        return tuple(chosen)

    def day(self, field: str, label: str, *, note: str | None = None, along: Along | None = None) -> None:
        """A date, or none. ``along`` says which other answers change with it."""
        text = self.text(field)
        key = self._seed(field, date.fromisoformat(text) if text else None, *_way_along(along))
        st.date_input(
            label, value=None, key=key, help=note, format="YYYY-MM-DD", on_change=_take, args=(self.name, field)
        )

    def clock_time(self, field: str, label: str, *, along: Along | None = None) -> None:
        """A time of day, or none. ``along`` says which other answers change with it."""
        text = self.text(field)
        key = self._seed(field, time.fromisoformat(text) if text else None, *_way_along(along))
        st.time_input(label, value=None, key=key, step=900, on_change=_take, args=(self.name, field))

    def zone(self, field: str, label: str, placeholder: str) -> None:
        """A time zone by its name or a city's, or none; words that are no zone are kept too, to be put right."""
        text, choices = self.text(field), _zones_to_choose()
        key = self._seed(field, text or None, "zone")
        st.selectbox(
            label,
            choices if not text or text in choices else (text, *choices),
            index=None,
            key=key,
            format_func=zone_label,
            placeholder=placeholder,
            accept_new_options=True,
            on_change=_take,
            args=(self.name, field),
        )

    def tick(self, field: str, label: str) -> None:
        """Yes, or not said."""
        key = self._seed(field, self.text(field) == "yes")
        st.checkbox(label, key=key, on_change=_take, args=(self.name, field))

    def known(self, field: str, label: str, options: dict[str, str], *, otherwise: str) -> str:
        """One of the workbook's own entries, by id, or ``otherwise``: none of them."""
        text = self.text(field)
        key = self._seed(field, text if text in options else "")
        return st.selectbox(
            label,
            ["", *options],
            key=key,
            format_func=lambda entry: options.get(entry, otherwise),
            on_change=_take,
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
            on_change=_take,
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

    def _seed_words(self, field: str, *way: str) -> str:
        """As ``_seed``; words that the browser held while the server was away are taken in first."""
        brought = session.words_brought(session.field_key(self.name, field))
        if brought is not None and brought != self.text(field):
            with suppress(AfterwordError):  # they stay at hand, and the next change of the form writes them
                keep(self.name, {field: brought})
            self.draft = DESK.get(session.tab(), self.name) or self.draft
        return self._seed(field, self.text(field), *way)

    def _seed(self, field: str, value: object, *way: str) -> str:
        """The widget's key; its value is the draft's until the person changes it. ``way`` says how it is taken in."""
        key = session.field_key(self.name, field)
        if key not in st.session_state:
            st.session_state[key] = value
            session.note_field(self.name, field, value)
        session.note_field_way(self.name, field, way or ("plain",))
        return key


def _way_along(along: Along | None) -> tuple[str, ...]:
    if along is None:
        return ()
    _alongs[along.__qualname__] = along
    return ("along", along.__qualname__)


def catch_up(name: str) -> None:
    """Take in what the widgets of a form hold and its draft does not yet.

    A click right after a change can stop that change's callback half-way. To the run that follows, the widget has not
    changed any more: nothing would call for it again, and older words than those on the screen would be saved.
    """
    for field, seen in session.fields_seen(name).items():
        key = session.field_key(name, field)
        if key in st.session_state and st.session_state[key] != seen:
            _take_in(name, field)


def catch_up_all() -> None:
    """Take in what the widgets of every form on the screen hold: for a way out that isn't the form's own."""
    for name in session.drafts_seen():
        catch_up(name)


def _take(name: str, field: str) -> None:
    """What every field's widget calls when it was changed."""
    _take_in(name, field)


def _take_in(name: str, field: str) -> None:
    value = st.session_state.get(session.field_key(name, field))
    how, *details = session.field_way(name, field)
    _WAYS[how](name, field, value, *details)
    session.note_field(name, field, value)


def _keep_plain(name: str, field: str, value: object) -> None:
    keep(name, {field: _plain(value)})


def _keep_known(name: str, field: str, value: object, known: str, middle: str) -> None:
    answer = field.removesuffix(_KNOWN)
    keep(name, {answer: middle if value == known else ""})
    session.forget_field(name, answer)  # its widget takes its value from the draft again


def _keep_along(name: str, field: str, value: object, along: str) -> None:
    draft = DESK.get(session.tab(), name)
    words = str(_plain(value))
    others = _alongs[along](draft.values if draft else {}, words)
    keep(name, {field: words, **others})
    for other in others:
        session.forget_field(name, other)


def _keep_in_order(name: str, field: str, value: object) -> None:
    chosen = list(value) if isinstance(value, (list, tuple)) else []
    draft = DESK.get(session.tab(), name)
    before = [word for word in given.items(draft.values if draft else {}, field) if word in chosen]
    keep(name, {field: [*before, *(word for word in chosen if word not in before)]})


def _keep_zone(name: str, field: str, value: object) -> None:
    keep(name, {field: zone_meant(str(value or ""))})
    session.forget_field(name, field)  # a city's name becomes that of its zone


@cache
def _zones_to_choose() -> tuple[str, ...]:
    return tuple(sorted((*CITIES, *zone_names()), key=zone_label))


_WAYS: dict[str, Callable[..., None]] = {
    "plain": _keep_plain,
    "known": _keep_known,
    "along": _keep_along,
    "order": _keep_in_order,
    "zone": _keep_zone,
}


def _remove_row(name: str, group: str, row_id: str) -> None:
    draft = DESK.get(session.tab(), name)
    values = draft.values if draft else {}
    listed = [row for row in given.items(values, group) if row != row_id]
    removed = [*given.items(values, f"{group}_removed"), row_id]
    keep(name, {group: [*listed], f"{group}_removed": [*removed]})


def keep(name: str, answers: dict[str, JsonValue]) -> None:
    """Take answers into an open draft and write it. Where the disk refuses they stay at hand, and what it raises is
    said by the one door for errors."""
    tab = session.tab()
    if DESK.get(tab, name) is None:  # the first of two clicks has saved it
        return
    DESK.keep(tab, name, answers, current_store(), clock())
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
