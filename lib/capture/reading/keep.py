"""A note of Google Keep, as Google Takeout writes it."""

import json
from typing import Any

from lib.capture.reading.note import ParsedNotes, UnreadableNote, cleaned_line, note_of
from lib.capture.reading.text import moment_at

SOURCE = "Google Keep"
_KEYS = {"textContent", "listContent", "isTrashed", "userEditedTimestampUsec", "createdTimestampUsec"}


def keep_json(text: str) -> dict[str, Any] | None:
    """What a note's JSON holds; None if the text isn't JSON at all.

    Raises ``UnreadableNote`` if it's JSON of something else.
    """
    if not text.lstrip().startswith("{"):
        return None
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(held, dict):
        return None
    if not _KEYS & held.keys():
        raise UnreadableNote("This is a data file (JSON), and none of Google Keep's.", "Choose another file.")
    return held


def read_keep(held: dict[str, Any]) -> ParsedNotes:
    """The note; one that is in Keep's bin is left out, with a remark. Raises ``UnreadableNote`` if it's empty."""
    title = cleaned_line(_words(held.get("title")))[:60]
    if held.get("isTrashed") is True:
        return ParsedNotes(remarks=(f"“{title or 'A note'}” is in Keep's bin. It was left out.",))
    entries = held.get("listContent")
    ticked = entries if isinstance(entries, list) else []
    listed = [_words(entry.get("text")) for entry in ticked if isinstance(entry, dict)]
    note = note_of((_words(held.get("textContent")), *listed), _written(held), title, SOURCE)
    if not note.lines:
        raise UnreadableNote("This note of Google Keep has no words in it.", "Choose another one.")
    return ParsedNotes((note,))


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _written(held: dict[str, Any]) -> Any:
    stamp = held.get("createdTimestampUsec") or held.get("userEditedTimestampUsec")
    return moment_at(stamp / 1e6) if isinstance(stamp, int | float) and stamp > 0 else None
