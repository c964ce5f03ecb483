"""What only the person knows of a table: the order of dates, clocks, people, and words that are none of ours."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from lib.dates import DateStyle
from lib.english import listed, one_line
from lib.exchange.importing.choices import INTO_NOTES, ImportChoices, PeopleAnswer
from lib.exchange.importing.date_reader import AmbiguousDates, AmbiguousTimezone
from lib.exchange.importing.dates import DateSystem, NumericOrder
from lib.exchange.importing.parsed_rows import AmbiguousPeople, FileReading
from lib.exchange.importing.people_cells import PersonInCell
from lib.exchange.importing.wordings import word_key
from lib.records.labels import label
from lib.records.vocabulary import Outcome, Status, words
from lib.records.zones import city_of, zone_label, zone_names
from lib.ui.data.import_table import key
from lib.ui.markdown import SafeText, escaped, marked

_WORDS: Final = {"status": words(Status), "outcome": words(Outcome)}
_ASKED: Final = 12
_MINE: Final = ""
_COUNTED: Final[Mapping[DateSystem, SafeText]] = {
    "1900": "Counted from 1900 (usual)",
    "1904": "Counted from 1904 (old Macs)",
}


def ask(
    digest: str, place: int, reading: FileReading, choices: ImportChoices, dates: DateStyle
) -> ImportChoices | None:
    """The choices with the answers given so far. None if there is nothing to ask."""
    if not (
        reading.ambiguous_dates
        or reading.serial_dates
        or reading.ambiguous_timezones
        or reading.ambiguous_people
        or reading.unknown
    ):
        return None
    orders = {
        one.column: order
        for at, one in enumerate(reading.ambiguous_dates)
        if (order := _order(digest, place, at, one, dates=dates))
    }
    return replace(
        choices,
        orders=orders,
        date_systems=_ask_date_systems(digest, place, reading, dates=dates),
        timezones={
            one.words.casefold(): _clock(digest, place, at, one)
            for at, one in enumerate(reading.ambiguous_timezones[:_ASKED])
        },
        people_answers={
            one.cell: _who(digest, place, at, one) for at, one in enumerate(reading.ambiguous_people[:_ASKED])
        },
        words=_ask_words(digest, place, reading),
    )


def _order(digest: str, place: int, at: int, open_one: AmbiguousDates, dates: DateStyle) -> NumericOrder | None:
    days: dict[NumericOrder, str] = {
        "dmy": _list_days(open_one.day_first, dates=dates),
        "mdy": _list_days(open_one.month_first, dates=dates),
    }
    examples = listed(open_one.examples) or "these"
    return st.radio(
        marked("Which days are {} in “{}”?", examples, one_line(open_one.column, 40)),
        list(days),
        index=None,
        format_func=lambda order: escaped(days[order]),
        key=key(digest, place, f"order {at} {open_one.column}"),
    )


def _list_days(days: tuple[date | None, ...], dates: DateStyle) -> str:
    return listed(dates.short_day(day) if day else "no such day" for day in days) or "as far as they can be"


def _ask_date_systems(digest: str, place: int, reading: FileReading, dates: DateStyle) -> dict[str, DateSystem]:
    """From which year a column counts its days: only asked where somebody looks for it, as 1904 is rare."""
    chosen: dict[str, DateSystem] = {}
    for at, (column, (text, on)) in enumerate(reading.serial_dates.items()):
        if len(text.partition(".")[0]) != 5:  # seconds and milliseconds have one beginning only
            continue
        with st.expander(marked("{}: {} was read as {}", one_line(column, 40), text, dates.short_day(on))):
            answer = st.radio(
                "Spreadsheets store days as numbers. Is it another day?",
                [None, *_COUNTED],
                format_func=lambda since: _COUNTED[since] if since else "It's right",
                key=key(digest, place, f"counted {at} {column}"),
            )
        if answer:
            chosen[column] = answer
    return chosen


def _clock(digest: str, place: int, at: int, clock: AmbiguousTimezone) -> str:
    zones = [*clock.meanings] or [*zone_names()]
    return st.selectbox(
        marked("Whose time is {}, as in “{}”?", clock.words, one_line(clock.example, 50)),
        [_MINE, *zones],
        format_func=lambda zone: "My own" if zone == _MINE else city_of(zone) if clock.meanings else zone_label(zone),
        key=key(digest, place, f"clock {at} {clock.words}"),
    )


def _who(digest: str, place: int, at: int, people: AmbiguousPeople) -> PeopleAnswer:
    people_met: dict[PeopleAnswer, tuple[PersonInCell, ...]] = {"one": people.one, "several": people.several}
    return st.segmented_control(
        marked("Who is “{}”?", one_line(people.cell, 50)),
        list(people_met),
        default="one",
        required=True,
        format_func=lambda who: escaped(listed(_person_text(one) for one in people_met[who])),
        key=key(digest, place, f"who {at}"),
    )


def _person_text(one: PersonInCell) -> str:
    return f"{one.name} ({one.title})" if one.title else one.name


def _ask_words(digest: str, place: int, reading: FileReading) -> dict[tuple[str, str], str]:
    meanings: dict[tuple[str, str], str] = {}
    for at, unknown in enumerate(reading.unknown[:_ASKED]):
        chosen = st.selectbox(
            marked("{} “{}” ({}) means", unknown.field.capitalize(), one_line(unknown.word, 40), unknown.count),
            [INTO_NOTES, *_WORDS[unknown.field]],
            format_func=lambda word: "Nothing of these: keep it in the notes" if word == INTO_NOTES else label(word),
            key=key(digest, place, f"word {at} {word_key(unknown.word)}"),
        )
        meanings[unknown.field, word_key(unknown.word)] = chosen
    if len(reading.unknown) > _ASKED:
        st.caption(marked("{} more such words stay in the notes.", len(reading.unknown) - _ASKED))
    return meanings


def show_remarks(reading: FileReading) -> None:
    """What else to know about it."""
    for remark in reading.remarks:
        st.caption(escaped(remark))
