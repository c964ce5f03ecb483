"""Widgets whose answers go to a draft on disk as soon as the server has seen them."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, tzinfo
from typing import Literal

import streamlit as st

from lib.dates import DateStyle
from lib.records.errors import AfterwordError
from lib.records.labels import is_word
from lib.records.labels import label as label_of
from lib.records.zones import zone_label
from lib.store import Draft
from lib.ui import session
from lib.ui.context import OPEN_DRAFTS, clock
from lib.ui.drafts.field_sync import (
    DependentAnswers,
    add_row,
    dependent_handler,
    keep_answers,
    limit_error,
    on_change,
    remove_row,
    zones_to_choose,
)
from lib.ui.markdown import Markdown, SafeText, escaped, marked, named
from lib.workflows import form_values
from lib.workflows.limits import FIRST_DAY, FieldLimits, last_day


def saved_sentence(draft: Draft, zone: tzinfo, dates: DateStyle) -> Markdown:
    """What is kept so far, and when it was written, by the person's own clock."""
    if not draft.saved_at:
        return Markdown("Kept as a draft until you save")
    kept_at = datetime.fromisoformat(draft.saved_at).astimezone(zone)
    return marked("Draft saved at {}", dates.spoken_time(kept_at.time()))


class Form:
    """The fields of one open draft, which this tab opened under ``name``; ``dates`` says how days are written."""

    def __init__(self, name: str, draft: Draft, dates: DateStyle) -> None:
        self.name = name
        self.draft = draft
        self.dates = dates

    def text_input(self, field: str, label: SafeText, *, placeholder: str = "", is_named: bool = True) -> str:
        """One line of text; ``is_named``: its label is visible."""
        key = self._seed_words(field)
        return (
            st.text_input(
                label,
                key=key,
                placeholder=placeholder or None,
                label_visibility="visible" if is_named else "collapsed",
                on_change=on_change,
                args=(self.name, field),
            )
            or ""
        )

    def text_area(
        self,
        field: str,
        label: SafeText,
        *,
        height: int | Literal["content"] = "content",
        note: SafeText = "",
        placeholder: str = "",
        also_sets: DependentAnswers | None = None,
        kept_with: tuple[str, str] | None = None,
    ) -> str:
        """A box for several lines, whose words are kept as they are written.

        ``also_sets`` gives the other answers that change with it; ``kept_with`` is one of another field, by name, as it
        is on this screen.
        """
        key = self._seed_words(field, *(("with", *kept_with) if kept_with else dependent_handler(also_sets)))
        return (
            st.text_area(
                label,
                key=key,
                height=height,
                help=note or None,
                placeholder=placeholder or None,
                on_change=on_change,
                args=(self.name, field),
            )
            or ""
        )

    def choice(
        self,
        field: str,
        label: SafeText,
        words: Sequence[str],
        labels: dict[str, str] | None = None,
        *,
        is_named: bool = True,
    ) -> str:
        """One of a few words, or none; tapped again, it is cleared. ``is_named``: its label is visible."""
        key = self._seed(field, self.text(field) or None)
        return (
            st.pills(
                label,
                words,
                key=key,
                format_func=lambda word: escaped(
                    (labels or {}).get(word) or (label_of(word) if is_word(word) else word)
                ),
                label_visibility="visible" if is_named else "collapsed",
                wrap=True,
                on_change=on_change,
                args=(self.name, field),
            )
            or ""
        )

    def row(self, field: str, label: str, words: Sequence[str], labels: dict[str, str], *, note: str = "") -> str:
        """One of a few words, or none, on one line with its label; ``note`` is a small grey line under the label."""
        key = self._seed(field, self.text(field) or None)
        with st.container(horizontal=True, vertical_alignment="center", key=f"row_{key}-"):
            small = marked("  \n:small[:gray[{}]]", note) if note else ""
            st.markdown(marked("{}{}", label, small), width="stretch")
            return (
                st.pills(
                    named(label),
                    words,
                    key=key,
                    format_func=lambda word: escaped(labels.get(word, word)),
                    label_visibility="collapsed",
                    wrap=True,
                    on_change=on_change,
                    args=(self.name, field),
                )
                or ""
            )

    def select(self, field: str, label: SafeText, words: Sequence[str], otherwise: str = "not noted") -> None:
        """One word of a longer list, or none, if there is little room."""
        key = self._seed(field, self.text(field))
        st.selectbox(
            label,
            ["", *words],
            key=key,
            format_func=lambda word: label_of(word) if word else otherwise,
            on_change=on_change,
            args=(self.name, field),
        )

    def numbers(self, field: str, label: SafeText, low: int, high: int, *, note: SafeText | None = None) -> str:
        """One of a few whole numbers, or none."""
        key = self._seed(field, self.text(field) or None)
        words = [str(number) for number in range(low, high + 1)]
        args = (self.name, field)
        return (
            st.pills(label, words, key=key, format_func=escaped, help=note, wrap=True, on_change=on_change, args=args)
            or ""
        )

    def percentage(self, field: str, label: SafeText, *, is_whole: bool = False) -> None:
        """A percentage in tens, or none, tapped as 0 to 10; one between two tens is shown as it was given.

        With ``is_whole`` it's tapped as 0 to 100, in a row whose name is beside it.
        """
        text = self.text(field)
        kept = {int(text)} if text.isdecimal() else set()
        words = [str(percent) for percent in sorted({*range(0, 101, 10), *kept})]
        key = self._seed(field, text or None)
        st.pills(
            label,
            words,
            key=key,
            format_func=lambda word: escaped(word if is_whole else f"{int(word) / 10:g}"),
            label_visibility="collapsed" if is_whole else "visible",
            wrap=True,
            on_change=on_change,
            args=(self.name, field),
        )

    def scale(self, field: str, label: SafeText, numbers: Sequence[int]) -> str:
        """A number on a line from the first to the last, as text."""
        text = self.text(field)
        kept = {int(text)} if text.isdecimal() else set()
        options = [str(number) for number in sorted({*numbers, *kept})]
        if not text:
            options = ["", *options]
        key = self._seed(field, text if text in options else options[0])
        return st.select_slider(
            label,
            options,
            key=key,
            format_func=lambda word: escaped(word or "not noted"),
            on_change=on_change,
            args=(self.name, field),
        )

    def number(
        self, field: str, label: SafeText, low: int, high: int, *, note: SafeText | None = None, unit: str = ""
    ) -> None:
        """A whole number typed, or none. One that is too high is taken in too, and refused in words."""
        text = self.text(field)
        key = self._seed(field, int(text) if text.isdecimal() else None)
        st.number_input(
            label,
            min_value=low,
            step=1,
            key=key,
            help=note,
            placeholder=unit or None,
            on_change=on_change,
            args=(self.name, field),
        )
        self._show_limit_error(field, FieldLimits(label, low, high, self.dates))

    def multi_choice(
        self, field: str, label: SafeText, words: Sequence[str], labels: dict[str, str] | None = None
    ) -> tuple[str, ...]:
        """Any of the person's own words, or of ids with a label each, in the order of the taps."""
        chosen = [word for word in form_values.items(self.draft.values, field) if word in words]
        key = self._seed(field, chosen, "order")
        st.pills(
            label,
            words,
            selection_mode="multi",
            key=key,
            format_func=lambda word: escaped((labels or {}).get(word, word)),
            wrap=True,
            on_change=on_change,
            args=(self.name, field),
        )
        return tuple(chosen)

    def day(
        self,
        field: str,
        label: SafeText,
        *,
        note: SafeText | None = None,
        also_sets: DependentAnswers | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> None:
        """A date, or none, from ``first`` to ``last``; by default from 1950 to ten years ahead.

        Any other is taken in too, and refused in words: what the browser refuses never gets here. ``also_sets`` gives
        the other answers that change with it.
        """
        text = self.text(field)
        key = self._seed(field, date.fromisoformat(text) if text else None, *dependent_handler(also_sets))
        st.date_input(
            label,
            value=None,
            min_value=date.min,
            max_value=date.max,
            key=key,
            help=note,
            format=self.dates.picker_format,
            on_change=on_change,
            args=(self.name, field),
        )
        self._show_limit_error(
            field, FieldLimits(label, first or FIRST_DAY, last or last_day(clock().date()), self.dates)
        )

    def _show_limit_error(self, field: str, limits: FieldLimits) -> None:
        """Show an error at the field if its answer is beyond its limits; saving checks them too."""
        session.set_limits(self.name, field, limits)
        if refusal := limit_error(self.draft, field, limits):
            st.markdown(marked(":small[:red[{}]]", refusal))

    def clock_time(self, field: str, label: SafeText, *, also_sets: DependentAnswers | None = None) -> None:
        """A time of day, or none. ``also_sets`` gives the other answers that change with it."""
        text = self.text(field)
        key = self._seed(field, time.fromisoformat(text) if text else None, *dependent_handler(also_sets))
        st.time_input(
            label,
            value=None,
            key=key,
            step=900,
            format="12h" if self.dates.hours == "12" else "24h",
            on_change=on_change,
            args=(self.name, field),
        )

    def zone(self, field: str, label: SafeText, placeholder: str) -> None:
        """A time zone by its name or a city's, or none; words that are no zone are kept too, to be corrected."""
        text, choices = self.text(field), zones_to_choose()
        key = self._seed(field, text or None, "zone")
        st.selectbox(
            label,
            choices if not text or text in choices else (text, *choices),
            index=None,
            key=key,
            format_func=zone_label,
            placeholder=placeholder,
            accept_new_options=True,
            on_change=on_change,
            args=(self.name, field),
        )

    def checkbox(self, field: str, label: SafeText) -> None:
        """Yes, or empty."""
        key = self._seed(field, self.text(field) == "yes")
        st.checkbox(label, key=key, on_change=on_change, args=(self.name, field))

    def select_entry(self, field: str, label: SafeText, options: dict[str, str], *, otherwise: str) -> str:
        """One of the workbook's own entries, by id, or ``otherwise``: none of them."""
        text = self.text(field)
        key = self._seed(field, text if text in options else "")
        return st.selectbox(
            label,
            ["", *options],
            key=key,
            format_func=lambda entry: options.get(entry, otherwise),
            on_change=on_change,
            args=(self.name, field),
        )

    def choose_entry(
        self, field: str, label: SafeText, options: dict[str, str], about: dict[str, str], *, otherwise: str
    ) -> str:
        """One of a few of the workbook's own entries, by id, each with a line about it, or ``otherwise``: none."""
        text = self.text(field)
        key = self._seed(field, text if text in options else "")
        return st.radio(
            label,
            ["", *options],
            key=key,
            format_func=lambda entry: escaped(options.get(entry, otherwise)),
            captions=["", *(escaped(about[entry]) for entry in options)],
            on_change=on_change,
            args=(self.name, field),
        )

    def text(self, field: str) -> str:
        """The draft's answer to a field, as it was typed."""
        value = form_values.answer(self.draft.values, field)
        return value if isinstance(value, str) else ""

    def rows(self, group: str, prefix: str) -> tuple[str, ...]:
        """The ids of a list's rows, and last the id that a row still blank will have."""
        listed = form_values.items(self.draft.values, group)
        return (*listed, form_values.new_row_id(self.draft.values, self.draft.token, group, prefix))

    def add_row(self, group: str, prefix: str, label: SafeText) -> None:
        """A button that adds a blank row to a list."""
        key, new = session.field_key(self.name, f"{group}.add"), self.rows(group, prefix)[-1]
        args = (self.name, group, new)
        st.button(label, key=key, type="tertiary", icon=":material/add:", on_click=add_row, args=args)

    def remove_row(self, group: str, row_id: str, label: SafeText, note: SafeText = "") -> None:
        """A button that takes a row off its list."""
        key = session.field_key(self.name, f"{group}.{row_id}.remove")
        args = (self.name, group, row_id)
        st.button(label, key=key, type="tertiary", help=note or None, on_click=remove_row, args=args)

    def _seed_words(self, field: str, *handler: str) -> str:
        """As ``_seed``; words that the browser held while the server was away are taken in first."""
        brought = session.words_from_browser(session.field_key(self.name, field))
        if brought is not None and brought != self.text(field):
            with suppress(AfterwordError):  # they stay at hand, and the next change of the form writes them
                keep_answers(self.name, {field: brought})
            self.draft = OPEN_DRAFTS.get(session.tab(), self.name) or self.draft
        return self._seed(field, self.text(field), *handler)

    def _seed(self, field: str, value: object, *handler: str) -> str:
        """The widget's key; its value is the draft's until the person changes it. ``handler`` takes it in."""
        key = session.field_key(self.name, field)
        if key not in st.session_state:
            st.session_state[key] = value
            session.note_taken_value(self.name, field, value)
        session.set_handler(self.name, field, handler or ("plain",))
        return key
