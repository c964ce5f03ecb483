"""What a reader finds: notes, what it left out, and what it has to ask first."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from lib.capture.lines import lines_of
from lib.dates import day_of
from lib.records.errors import AfterwordError

MEGABYTE = 1_000_000
MOST_LINES = 200
"""The most lines read of one note: more can't be checked."""
_JOINERS = "\u200c\u200d"
"""Two marks that aren't seen, and which some scripts and emoji need."""
_LONGEST = 2_000
"""Characters of a line; the rest follows on lines of its own."""


class UnreadableNote(AfterwordError):
    """A file or text that holds no note that can be read; nothing of it was taken."""

    def __init__(self, happened: str, next_step: str = "Copy the words on your phone, and paste them here.") -> None:
        super().__init__(happened, "Your debrief is unchanged.", next_step)


@dataclass(frozen=True)
class NoteChoices:
    """What the person answered: whether 03/04 is the 3rd of April, and whose messages they want."""

    day_first: bool | None = None
    sender: str = ""


@dataclass(frozen=True)
class Note:
    """One note: its lines that hold anything, in order.

    ``written_at`` is when it was written: a day, or a moment with its zone, or one without if the note names none (it's
    wall time then). ``source`` is where it comes from, such as 'Google Keep'. ``interview_id`` is the interview that it
    is about, if the note itself tells.
    """

    lines: tuple[str, ...]
    written_at: date | None = None
    title: str = ""
    source: str = ""
    interview_id: str = ""

    def begins_at(self, zone: tzinfo) -> date | None:
        """The moment at which it was written by the clock of ``zone``, or the day, or None."""
        at = self.written_at
        if not isinstance(at, datetime):
            return at
        return at.astimezone(zone) if at.tzinfo else at.replace(tzinfo=zone)

    def written_on(self, zone: tzinfo) -> date | None:
        """The day on which it was written, where the person is; None if nothing tells."""
        at = self.begins_at(zone)
        return at and day_of(at)


@dataclass(frozen=True)
class ParsedNotes:
    """The notes in a file, in its order, with remarks on what was left out.

    ``senders`` are the people whose messages are in a chat, if there are several; ``unclear_date`` is a date of it that
    could be two days. As long as either is open there are no notes.
    """

    notes: tuple[Note, ...] = ()
    remarks: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    unclear_date: str = ""


def note_of(words: str | Iterable[str], written_at: date | None = None, title: str = "", source: str = "") -> Note:
    """A note of these words, cut into lines, each without characters that can't be seen."""
    lines = lines_of(words if isinstance(words, str) else "\n".join(words))
    pieces = (line[at : at + _LONGEST] for line in lines for at in range(0, len(line), _LONGEST))
    cleaned = (cleaned_line(piece) for piece in pieces)
    return Note(tuple(line for line in cleaned if line), written_at, cleaned_line(title)[:200], source)


def cleaned_line(line: str) -> str:
    """A line without control characters, marks of direction and blanks around it; special blanks become plain ones."""
    if not line.isascii() or not line.isprintable():
        line = "".join(" " if mark.isspace() else mark for mark in line if mark.isspace() or _is_seen(mark))
    return line.strip()


def _is_seen(mark: str) -> bool:
    return mark in _JOINERS or unicodedata.category(mark) not in ("Cc", "Cf", "Cs")
