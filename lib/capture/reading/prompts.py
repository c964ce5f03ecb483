"""The prompts that came with an interview's calendar entry, once they are answered: .ics."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final

from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from lib.capture.reading.note import Note, ParsedNotes, UnreadableNote, note_of
from lib.english import counted
from lib.exchange.calendar import FRESH, PROMPTS

SOURCE = "Calendar"
_HEADINGS: Final = frozenset(prompt.strip(" :").casefold() for prompt in PROMPTS)
_FOLD = re.compile(r"\r?\n[ \t]")
_LONGEST = 50_000
_MOST = 200
_MOST_EVENTS = 50_000
_BROKEN: Final = (ValueError, TypeError, AttributeError, LookupError, OverflowError, BrokenCalendarProperty)


def is_calendar(text: str) -> bool:
    """Whether a text is a calendar file."""
    return text.lstrip()[:15].upper() == "BEGIN:VCALENDAR"


def read_prompts(text: str) -> ParsedNotes:
    """The answered prompts, newest first. Raises ``UnreadableNote`` if there are none."""
    notes: list[Note] = []
    others = blank = beyond = 0
    for event in islice(_events(text), _MOST_EVENTS):
        if not _is_prompt(event):
            others += 1
        elif len(notes) + blank >= _MOST:
            beyond += 1
        elif (note := _note(event)) is None:
            blank += 1
        else:
            notes.append(note)
    if not notes:
        happened = (
            "The prompts in this calendar file have no answers." if blank else "This calendar file has no prompts."
        )
        raise UnreadableNote(happened, f"Answer “{FRESH}” in your calendar and export it again, or paste a note.")
    remarks = [f"{counted(blank, 'prompt')} without an answer left out."] if blank else []
    remarks += [f"{counted(others, 'other event')} left out."] if others else []
    remarks += [f"Only the first {_MOST} prompts were read."] if beyond else []
    return ParsedNotes(tuple(sorted(notes, key=_newest, reverse=True)), tuple(remarks))


def _events(text: str) -> Iterator[str]:
    for event in re.split(r"^BEGIN:VEVENT[ \t]*\r?$", text, flags=re.MULTILINE | re.IGNORECASE)[1:]:
        yield re.split(r"^END:VEVENT[ \t]*\r?$", event, maxsplit=1, flags=re.MULTILINE | re.IGNORECASE)[0].strip("\r\n")


def _is_prompt(event: str) -> bool:
    unfolded = _FOLD.sub("", event[:_LONGEST]).casefold().replace("’", "'")
    return FRESH.casefold() in unfolded or sum(heading in unfolded for heading in _HEADINGS) > 2


def _note(event: str) -> Note | None:
    """What was written in it; None if nothing was, or it can't be read."""
    whole = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{event[:_LONGEST]}\r\nEND:VEVENT\r\nEND:VCALENDAR"
    try:
        read = Calendar.from_ical(whole).walk("VEVENT")[0]
        told, uid = str(read.get("DESCRIPTION", "")), str(read.get("UID", ""))
        at = getattr(read.get("DTSTART"), "dt", None)
    except _BROKEN:
        return None
    lines = _answered(note_of(told).lines)
    if not lines:
        return None
    note = note_of(lines, at if isinstance(at, date) else None, FRESH, SOURCE)
    of = re.fullmatch(r"(iv-\w+)-fresh@afterword", uid.strip())
    return replace(note, interview_id=of[1] if of else "")


def _answered(lines: tuple[str, ...]) -> list[str]:
    """The lines, without the headings that have nothing under them."""
    kept: list[str] = []
    heading = ""
    for line in lines:
        if line.strip(" :*-•").casefold() in _HEADINGS:
            heading = line
        else:
            kept += [heading, line] if heading else [line]
            heading = ""
    return kept


def _newest(note: Note) -> tuple[int, int, int]:
    at = note.written_at
    return (at.year, at.month, at.day) if at else (0, 0, 0)
