"""A recording of Apple's Voice Memos that carries its transcript: MP4 atoms, and in one of them JSON."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lib.capture.reading.note import MEGABYTE, ParsedNotes, UnreadableNote, note_of
from lib.capture.reading.text import moment_at

SOURCE = "Voice Memos"
_CONTAINERS = {b"moov", b"trak", b"udta", b"mdia", b"minf", b"meta"}
_MOST_ATOMS = 5_000
_MOST_TRANSCRIPT = 10 * MEGABYTE
_FROM_1904 = 2_082_844_800
"""Seconds from 1904, where MP4 begins to count, to 1970."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+")
_NO_TRANSCRIPT = "This recording has no transcript in it."
_TO_DO = "Open the recording in Voice Memos, copy its transcript, and paste it here."


def is_memo(data: bytes) -> bool:
    """Whether these bytes begin as an MP4 file does, or as one of QuickTime."""
    return data[:1] == b"\0" and data[4:8] in (b"ftyp", b"moov")


def read_memo(data: bytes, title: str = "") -> ParsedNotes:
    """The spoken words, a sentence per line. Raises ``UnreadableNote`` if the recording has no transcript in it."""
    written_at: datetime | None = None
    said = ""
    for kind, held in _atoms(memoryview(data)):
        if kind == b"mvhd" and written_at is None:
            written_at = _created(held)
        elif kind == b"tsrp" and not said:
            said = _said(held)
    note = note_of(_SENTENCE_ENDS.split(said), written_at, title, SOURCE)
    if not note.lines:
        raise UnreadableNote(_NO_TRANSCRIPT, _TO_DO)
    return ParsedNotes((note,))


def _atoms(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """The atoms that hold something, and what they hold; those that hold others are walked."""
    waiting = [data]
    seen = 0
    while waiting:
        held = waiting.pop()
        at = 0
        while at + 8 <= len(held) and seen < _MOST_ATOMS:
            seen += 1
            size, kind, begins = int.from_bytes(held[at : at + 4], "big"), bytes(held[at + 4 : at + 8]), 8
            if size == 1:
                size, begins = int.from_bytes(held[at + 8 : at + 16], "big"), 16
            ends = len(held) if size == 0 else min(at + size, len(held))
            if ends < at + begins:
                break
            inside = held[at + begins : ends]
            if kind in _CONTAINERS:
                waiting.append(_after_version(kind, inside))
            else:
                yield kind, inside
            at = ends


def _after_version(kind: bytes, inside: memoryview) -> memoryview:
    """An atom of the kind meta may have four bytes before its first atom."""
    return inside[4:] if kind == b"meta" and bytes(inside[:4]) == b"\0\0\0\0" else inside


def _created(held: memoryview) -> datetime | None:
    size = 8 if bytes(held[:1]) == b"\1" else 4
    seconds = int.from_bytes(held[4 : 4 + size], "big")
    return moment_at(seconds - _FROM_1904) if seconds > _FROM_1904 else None


def _said(held: memoryview) -> str:
    text = bytes(held[:_MOST_TRANSCRIPT]).decode("utf-8", "replace")
    begins = text.find("{")
    try:
        transcript, _ = json.JSONDecoder().raw_decode(text, max(begins, 0))
    except (ValueError, RecursionError):
        return ""
    return "".join(_pieces(transcript.get("attributedString") if isinstance(transcript, dict) else None))


def _pieces(words: Any) -> Iterator[str]:
    """The spoken pieces: Apple keeps them as runs, words and then a number, or words and then their times."""
    runs = words.get("runs") if isinstance(words, dict) else words
    if isinstance(runs, str):
        yield runs
    elif isinstance(runs, list):
        yield from _spaced([run for run in runs if isinstance(run, str)])


def _spaced(runs: list[str]) -> Iterator[str]:
    """The runs, with a blank between them if they bring none along."""
    brings_blanks = any(run[:1].isspace() or run[-1:].isspace() for run in runs)
    yield ("" if brings_blanks else " ").join(runs)
