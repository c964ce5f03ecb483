"""A plain note: .txt and .md, with the date and title that its front matter names."""

import re
from datetime import UTC, date, datetime

from lib.capture.reading.note import Note, note_of

_FRONT = re.compile(r"\s*---[ \t]*\r?\n(.{0,5000}?)^---[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"^(date|created|created_at|created at|title)\s*:\s*(.{1,200})$", re.IGNORECASE | re.MULTILINE)


def read_text(text: str, title: str = "") -> Note:
    """The note that a text is. Bullets, ticks and other marks stay: they tell what a line is."""
    front = _FRONT.match(text)
    named: dict[str, str] = {}
    if front:
        text = text[front.end() :]
        named = {key.casefold(): value.strip().strip("\"'") for key, value in _ENTRY.findall(front[1])}
    written = next((value for key, value in named.items() if key != "title"), "")
    return note_of(text, moment_named(written), named.get("title") or title, "Note")


def moment_named(words: str) -> date | None:
    """The day or moment that is written in ISO 8601; None if none is, or it can't be."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment.date() if len(words) <= len("2026-11-30") else moment


def moment_at(seconds: float) -> datetime | None:
    """The moment that many seconds after 1970; None if no calendar has it."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
