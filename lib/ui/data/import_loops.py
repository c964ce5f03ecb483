"""Several talks of one day in a file: one interview each, or one with everybody. The person decides."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lib.english import counted, listed, one_line
from lib.exchange.importing.loops import Loop, find_loops, join_loops
from lib.exchange.importing.parsed_rows import FileReading
from lib.ui import session
from lib.ui.context import Context
from lib.ui.markdown import escaped

_SHOWN = 20


def ask(digest: str, readings: Sequence[FileReading], context: Context) -> list[FileReading]:
    """The readings, with the talks that the person called one interview merged."""
    found = find_loops(readings)
    chosen = [loop.key for at, loop in enumerate(found[:_SHOWN]) if _is_one(digest, at, loop, context)]
    return join_loops(readings, chosen)


def _is_one(digest: str, at: int, loop: Loop, context: Context) -> bool:
    talks = loop.talks
    day = context.dates.short_day(date.fromisoformat(talks[0].fields["held_at"][:10]), context.today)
    people = listed(dict.fromkeys(one.name for talk in talks for one in talk.people))
    several, company = counted(len(talks), "interview"), one_line(talks[0].company, 40)
    with_them = f" with {one_line(people, 80)}" if people else ""
    chosen = st.segmented_control(
        escaped(f"{company}, {day}: {len(talks)} talks{with_them}"),
        [several, "One interview with all of it"],
        default=several,
        required=True,
        format_func=escaped,
        key=session.field_key(f"import {digest}", f"loop {at} {loop.key}"),
    )
    return bool(chosen != several)
