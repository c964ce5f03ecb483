"""One table of an import: what it is, what its columns are, and what only the person can say."""

from collections.abc import Mapping
from datetime import date, tzinfo
from typing import Final, get_args

import streamlit as st

from lib.english import counted, spoken_day
from lib.exchange.importing.choices import INTO_NOTES, Choices
from lib.exchange.importing.dates import Order, both_ways
from lib.exchange.importing.fields import FIELDS, Holds
from lib.exchange.importing.found import Reading
from lib.exchange.importing.grid import Grid
from lib.exchange.importing.mapping import missing, twice
from lib.exchange.importing.reading import columns_of, kind_of
from lib.exchange.importing.tools import recognised
from lib.exchange.importing.wordings import word_key
from lib.records.labels import label
from lib.records.vocabulary import Outcome, Status, words
from lib.ui import session
from lib.ui.markdown import escaped, one_line

_KINDS: Final[Mapping[Holds, str]] = {
    "applications": "Applications",
    "interviews": "Interviews",
    "people": "People",
}
_LEFT = "Leave it out"
_WORDS = {"status": words(Status), "outcome": words(Outcome)}
_ASKED = 12
_SAMPLES = 3


def ask(digest: str, place: int, table: Grid) -> Choices:
    """The table's name, whether to bring it in, and for one of one's own what its rows and columns are."""
    tool = recognised(table)
    name = one_line(table.name, 60)
    rows = counted(len(table.rows), "row")
    if tool:
        with st.container(horizontal=True, vertical_alignment="center", key=f"import_known_{place}"):
            st.markdown(f"**{escaped(tool.source)}**  \n:gray[{escaped(name)}, {rows}]", width="stretch")
            is_wanted = st.toggle("Included", True, key=_key(digest, place, "wanted"))
        return Choices(is_left_out=not is_wanted)
    st.markdown(f"**{escaped(name)}**  \n:gray[A table of your own, {rows}]")
    kinds = [*_KINDS.values(), _LEFT]
    chosen = st.segmented_control(
        "What are its rows?",
        kinds,
        default=_KINDS[kind_of(table, Choices())],
        required=True,
        key=_key(digest, place, "kind"),
    )
    holds = next((kind for kind, words in _KINDS.items() if words == chosen), None)
    if holds is None:
        return Choices(is_left_out=True)
    return Choices(holds=holds, mapped=_columns(digest, place, table, holds))


def _columns(digest: str, place: int, table: Grid, holds: Holds) -> dict[str, str]:
    guess = columns_of(table, Choices(holds=holds))
    fields = FIELDS[holds]
    mapped: dict[str, str] = {}
    with st.expander(f"What its {len(table.header)} columns are taken for", expanded=bool(missing(guess, holds))):
        for at, header in enumerate(table.header):
            mapped[header] = st.selectbox(
                f"{escaped(one_line(header, 40))}: {escaped(_sample(table, header))}",
                list(fields),
                index=list(fields).index(guess[header]),
                format_func=lambda name: fields[name].label,
                key=_key(digest, place, f"{holds} column {at}"),
            )
    return mapped


def _sample(table: Grid, header: str) -> str:
    values = list(dict.fromkeys(cell for cell in table.column(header) if cell))[:_SAMPLES]
    return ", ".join(one_line(value, 24) for value in values) or "empty"


def can_be_read(table: Grid, choices: Choices) -> bool:
    """Whether the columns suffice; says what is wanting."""
    holds, mapped = kind_of(table, choices), columns_of(table, choices)
    lacking, doubled = missing(mapped, holds), twice(mapped)
    if lacking:
        st.info(f"Say above which column is: {escaped(lacking)}. Without it the rows mean nothing.")
    elif doubled:
        st.info(f"Two columns are taken for '{FIELDS[holds][doubled].label}'. Only one can be it.")
    return not (lacking or doubled)


def ask_of(digest: str, place: int, reading: Reading, choices: Choices, zone: tzinfo) -> Choices | None:
    """What only the person knows: the order of dates, and words that are none of ours. None where there is nothing."""
    order = _order(digest, place, reading, zone) if reading.date_example else None
    explained = _explained(digest, place, reading) if reading.unknown else {}
    if order is None and not explained:
        return None
    return Choices(choices.holds, choices.mapped, order, explained)


def _order(digest: str, place: int, reading: Reading, zone: tzinfo) -> Order | None:
    days: dict[Order, date | None] = dict(
        zip(get_args(Order), both_ways(reading.date_example, zone), strict=True),
    )
    return st.radio(
        f"Which day is {escaped(reading.date_example)}? It goes for all dates of this file.",
        list(days),
        index=None,
        format_func=lambda order: spoken_day(day, date.min) if (day := days[order]) else "no such day",
        key=_key(digest, place, "order"),
    )


def _explained(digest: str, place: int, reading: Reading) -> dict[tuple[str, str], str]:
    told: dict[tuple[str, str], str] = {}
    for at, unknown in enumerate(reading.unknown[:_ASKED]):
        chosen = st.selectbox(
            f"{unknown.field.capitalize()} “{escaped(one_line(unknown.word, 40))}” ({unknown.count}) means",
            [INTO_NOTES, *_WORDS[unknown.field]],
            format_func=lambda word: "Nothing of these: keep it in the notes" if word == INTO_NOTES else label(word),
            key=_key(digest, place, f"word {at} {word_key(unknown.word)}"),
        )
        told[unknown.field, word_key(unknown.word)] = chosen
    if len(reading.unknown) > _ASKED:
        st.caption(f"{len(reading.unknown) - _ASKED} more such words stay in the notes.")
    return told


def say(reading: Reading) -> None:
    """What else is to be known of it."""
    for remark in reading.remarks:
        st.caption(escaped(remark))


def _key(digest: str, place: int, name: str) -> str:
    return session.field_key(f"import {digest}", f"{place} {name}")
