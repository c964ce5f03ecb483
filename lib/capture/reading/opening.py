"""A file or a pasted text of any kind, opened by its content, whatever its name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from lib.capture.reading.chat import MOST_BYTES as MOST_OF_A_CHAT
from lib.capture.reading.chat import is_chat, newest_part, read_chat
from lib.capture.reading.decoding import decoded
from lib.capture.reading.keep import keep_json, read_keep
from lib.capture.reading.mail import is_mail, read_mail
from lib.capture.reading.memo import is_memo, read_memo
from lib.capture.reading.note import MEGABYTE, MOST_LINES, Note, NoteChoices, ParsedNotes, UnreadableNote
from lib.capture.reading.prompts import is_calendar, read_prompts
from lib.capture.reading.text import moment_named, read_text
from lib.english import counted
from lib.exchange.importing.html_text import html_words
from lib.exchange.importing.refusal import megabytes
from lib.exchange.zip_reading import ZipLimits, looks_zipped, read_zip
from lib.records.errors import AfterwordError

MOST_TEXT = 2 * MEGABYTE
"""Bytes of a plain note; a longer one is a book, or something else."""
MOST_CALENDAR = 20 * MEGABYTE
MOST_NOTES = 200
"""The most notes offered of one archive; the newest."""
_START = 40_000
"""How many bytes are used to tell what a text is."""
_MOST_FILES = 3_000
"""The most files read of an archive."""
_LIMITS = ZipLimits(members=20_000, file_bytes=100 * MEGABYTE, all_bytes=150 * MEGABYTE)
_READ = (".txt", ".md", ".markdown", ".eml", ".ics", ".json", ".m4a", ".qta")
_DATED = re.compile(r"(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
_PASTE = "Copy its words, and paste them here."
_MARKS: Final = {
    b"%PDF": "This is a PDF.",
    b"{\\rtf": "This is a rich text file (RTF).",
    b"\xd0\xcf\x11\xe0": "This is an old Word or Office file.",
    b"\x89PNG": "This is a picture.",
    b"\xff\xd8\xff": "This is a picture.",
    b"GIF8": "This is a picture.",
    b"RIFF": "This is a recording or a picture.",
    b"OggS": "This is a recording.",
    b"ID3": "This is a recording.",
    b"caff": "This is a recording.",
    b"#!AMR": "This is a recording.",
    b"\x1f\x8b": "This is a packed archive (.gz).",
    b"Rar!": "This is a packed archive (.rar).",
    b"7z\xbc\xaf": "This is a packed archive (.7z).",
    b"SQLite format 3": "This is a database.",
    b"bplist00": "This is a settings file of Apple's.",
}
_ARCHIVES = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")


@dataclass(frozen=True)
class Brought:
    """All that was brought along at once: the notes, what was left out, what has to be asked, and what failed."""

    notes: tuple[Note, ...] = ()
    remarks: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    unclear_date: str = ""
    problems: tuple[tuple[str, AfterwordError], ...] = ()


def brought(files: Iterable[tuple[str, bytes]], choices: NoteChoices, today: date) -> Brought:
    """All notes in these files, by name and bytes. Nothing raises: what can't be read is among the problems."""
    readings: list[ParsedNotes] = []
    problems: list[tuple[str, AfterwordError]] = []
    for name, data in files:
        try:
            readings.append(read_file(name, data, choices, today))
        except AfterwordError as error:
            problems.append((name, error))
    return Brought(
        tuple(note for reading in readings for note in reading.notes),
        tuple(remark for reading in readings for remark in reading.remarks),
        tuple(dict.fromkeys(sender for reading in readings for sender in reading.senders)),
        next((reading.unclear_date for reading in readings if reading.unclear_date), ""),
        tuple(problems),
    )


def read_file(name: str, data: bytes, choices: NoteChoices, today: date) -> ParsedNotes:
    """The notes in one file. Raises ``UnreadableNote`` or ``RefusedZip`` if it holds none that can be read."""
    if looks_zipped(data):
        return _in_archive(data, choices, today)
    found = _read(name, data, choices, today)
    long = [note.title or name for note in found.notes if len(note.lines) > MOST_LINES]
    remarks = [f"Only the first {MOST_LINES} lines of “{title[:60]}” were taken." for title in long]
    notes = (replace(note, lines=note.lines[:MOST_LINES]) for note in found.notes)
    return replace(found, notes=tuple(_dated(note, name) for note in notes), remarks=(*found.remarks, *remarks))


def _read(name: str, data: bytes, choices: NoteChoices, today: date) -> ParsedNotes:
    title = name.rpartition("/")[2].rpartition(".")[0]
    if is_memo(data):
        return read_memo(data, title)
    _refuse_others(data)
    if is_mail(data):
        return read_mail(data)
    start = decoded(data[:_START], is_cut=len(data) > _START)
    if is_chat(start):
        return _chat(data, choices, today, title)
    if is_calendar(start):
        return read_prompts(_whole(data, MOST_CALENDAR, "calendar file"))
    text = _whole(data, MOST_TEXT, "text")
    if (held := keep_json(text)) is not None:
        return read_keep(held)
    if re.match(r"\s*<(?:!doctype html|html)\b", text, re.IGNORECASE):
        text = html_words(text)
    note = read_text(text, title)
    if not note.lines:
        raise UnreadableNote("There are no words in it.", "Choose another file, or paste your note.")
    return ParsedNotes((note,))


def _refuse_others(data: bytes) -> None:
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UnreadableNote("This file is empty.", "Choose another file, or paste your note.")
    for mark, happened in _MARKS.items():
        if data.startswith(mark):
            raise UnreadableNote(happened, "Unpack it, and choose the files in it." if mark in _ARCHIVES else _PASTE)


def _whole(data: bytes, most: int, what: str) -> str:
    if len(data) > most:
        happened = f"This {what} is larger than {megabytes(most)}, so it wasn't read."
        raise UnreadableNote(happened, "Copy the part about this interview, and paste it here.")
    return decoded(data)


def _chat(data: bytes, choices: NoteChoices, today: date, title: str) -> ParsedNotes:
    part, is_cut = newest_part(data)
    reading = read_chat(decoded(part), choices, today, title)
    if not is_cut:
        return reading
    remark = f"This chat is {megabytes(len(data))}. Only its last {megabytes(MOST_OF_A_CHAT)} were read."
    return replace(reading, remarks=(*reading.remarks, remark))


def _dated(note: Note, name: str) -> Note:
    """The note with the day that its file's name tells, if it tells none itself."""
    if note.written_at or not (found := _DATED.search(name)):
        return note
    return replace(note, written_at=moment_named("-".join(found.groups())))


def _in_archive(data: bytes, choices: NoteChoices, today: date) -> ParsedNotes:
    """The notes in a zip: of a Takeout those of Keep, else every file of a kind that is read."""
    unzipped = read_zip(data, _wanted, _LIMITS, leave_large=True)
    if any(name.startswith(("word/", "Index/", "xl/")) or name == "content.xml" for name in unzipped.skipped_names):
        raise UnreadableNote("This is a document of Word, Pages or another office program.", _PASTE)
    found = [(name, _tried(name, content, choices, today)) for name, content in unzipped.files.items()]
    readings = [reading for _, reading in found if reading is not None]
    notes = sorted((note for reading in readings for note in reading.notes), key=_newest, reverse=True)
    senders = tuple(dict.fromkeys(sender for reading in readings for sender in reading.senders))
    unclear = next((reading.unclear_date for reading in readings if reading.unclear_date), "")
    if not notes and not senders and not unclear:
        raise UnreadableNote("There is no note in this zip that can be read.", "Unpack it, and choose the note in it.")
    unread = sum(reading is None for _, reading in found) + len(unzipped.too_large)
    remarks = [remark for reading in readings for remark in reading.remarks]
    remarks = [*remarks[:3], f"{len(remarks) - 3} more were left out like these."] if len(remarks) > 4 else remarks
    remarks += [f"{counted(unread, 'file')} in the zip couldn't be read."] if unread else []
    remarks += [f"Only the newest {MOST_NOTES} of {len(notes)} notes are offered."] if len(notes) > MOST_NOTES else []
    return ParsedNotes(tuple(notes[:MOST_NOTES]), tuple(remarks), senders, unclear)


def _tried(name: str, content: bytes, choices: NoteChoices, today: date) -> ParsedNotes | None:
    try:
        return None if looks_zipped(content) else read_file(name, content, choices, today)
    except AfterwordError:
        return None


def _wanted(names: tuple[str, ...]) -> list[str]:
    readable = [name for name in names if name.casefold().endswith(_READ) and not name.startswith("__MACOSX/")]
    if any(name.startswith(("word/", "xl/")) for name in names):
        return []
    return ([name for name in readable if "/Keep/" in f"/{name}" and name.endswith(".json")] or readable)[:_MOST_FILES]


def _newest(note: Note) -> str:
    return note.written_at.isoformat() if note.written_at else ""
