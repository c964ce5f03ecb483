"""A chat as WhatsApp exports it, or as its messages are copied: one person's messages, a note a day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import pairwise

from lib.capture.days import calendar_day
from lib.capture.reading.note import MEGABYTE, NoteChoices, ParsedNotes, UnreadableNote, cleaned_line, note_of
from lib.english import counted

SOURCE = "WhatsApp"
MOST_BYTES = 4 * MEGABYTE
"""How much of the end of a chat is read."""
MOST_DAYS = 60
MOST_SENDERS = 40
_DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}(?:[./-](?:\d{1,4})?)?)"
_CLOCK = r"(?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?)"
_BRACKETS = (
    re.compile(rf"\[{_DAY},?\s{{1,2}}{_CLOCK}\]\s?(?P<rest>.*)", re.IGNORECASE),
    re.compile(rf"\[{_CLOCK},\s{_DAY}\]\s?(?P<rest>.*)", re.IGNORECASE),
)
_DASHED = re.compile(rf"{_DAY},?\s{{1,2}}{_CLOCK}\s[-–]\s(?P<rest>.*)", re.IGNORECASE)
_NAME = re.compile(r"([^:]{1,60}): ?(.*)")
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LEFT_OUT = re.compile(
    r"<[^<>]{3,40}>|null|(?:IMG|VID|PTT|AUD|DOC|STK)-\d{8}-WA\d+\.\w+.{0,40}"
    r"|(?:this message was deleted|you deleted this message|missed (?:voice|video) call)\.?",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*\u200e?<[^<>]{3,60}>$")
_LOOKED_AT = 30


@dataclass(frozen=True)
class _Message:
    """One message as it's written: its day and clock, who sent it, and its lines."""

    day: str
    clock: str
    sender: str
    lines: tuple[str, ...]


def is_chat(text: str) -> bool:
    """Whether a text begins as a chat does, with the head of a message; without brackets it takes two of them."""
    first = [line for line in text[:20_000].splitlines() if line.strip()][:_LOOKED_AT]
    if not first:
        return False
    heads = sum(_head(line) is not None for line in first)
    bare = _UNSEEN.sub("", first[0])
    return any(form.match(bare) for form in _BRACKETS) or (_DASHED.match(bare) is not None and heads > 1)


def read_chat(text: str, choices: NoteChoices, today: date, title: str = "") -> ParsedNotes:
    """The messages of one person, a note for each day, newest first.

    Where several wrote, or a date could be two days, the reading asks and has no notes yet. Raises ``UnreadableNote``
    if nobody wrote anything.
    """
    messages, left = _messages(text)
    senders = tuple(dict.fromkeys(message.sender for message in messages))[:MOST_SENDERS]
    if not messages:
        raise UnreadableNote("There is no message in this chat.", "Choose another file, or paste the messages.")
    day_first, unclear = _order([message.day for message in messages], today)
    asks = ParsedNotes(senders=senders if len(senders) > 1 else (), unclear_date=unclear)
    sender = choices.sender if asks.senders else senders[0]
    if sender not in senders or (unclear and choices.day_first is None):
        return asks
    if unclear:
        day_first = choices.day_first is True
    days = _by_day([message for message in messages if message.sender == sender], day_first, today)
    notes = [note_of(lines, at, title, SOURCE) for at, lines in reversed(days)]
    remarks = (
        [f"{counted(left, 'photo, call or other file', 'photos, calls or other files')} left out."] if left else []
    )
    if len(notes) > MOST_DAYS:
        remarks.append(f"Only the last {MOST_DAYS} days of the chat are offered.")
    return replace(asks, notes=tuple(notes[:MOST_DAYS]), remarks=tuple(remarks))


def _messages(text: str) -> tuple[list[_Message], int]:
    """The messages that hold words, and how many were only a photo, a call or a file."""
    found: list[_Message] = []
    left = 0
    for day, clock, words in _heads(text):
        named = _NAME.match(words[0])
        if named is None:
            continue  # the app's own lines
        is_left = named[2].startswith("\u200e") or _LEFT_OUT.fullmatch(cleaned_line(named[2]))
        left += bool(is_left)
        lines = tuple(_EDITED.sub("", line) for line in ("" if is_left else named[2], *words[1:]))
        if any(line.strip() for line in lines):
            found.append(_Message(day, clock, cleaned_line(named[1]).removeprefix("~").strip(), lines))
    return found, left


def _heads(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Day, clock and lines of each message; a line without a head continues the message above it."""
    day, clock = "", ""
    words: list[str] = []
    for line in text.splitlines():
        if head := _head(line):
            if words:
                yield day, clock, words
            day, clock, words = head["day"], head["clock"], [head["rest"]]
        elif words:
            words.append(line)
    if words:
        yield day, clock, words


def _head(line: str) -> re.Match[str] | None:
    bare = line.lstrip("\u200e\u200f\u202a\u202b\ufeff ")
    if not bare[:1].isdigit() and bare[:1] != "[":
        return None
    return next((found for form in (*_BRACKETS, _DASHED) if (found := form.match(bare))), None)


def _order(days: Sequence[str], today: date) -> tuple[bool, str]:
    """Whether the day comes before the month; and a date that could be two days, if nothing tells.

    A chat is in order and none of it is in the future: often only one way of reading its dates allows that. One that
    ends today is read as that: the other way it would be months old.
    """
    written = tuple(dict.fromkeys(days))
    both = {first: [_date(day, first, today) for day in written] for first in (True, False)}
    possible = [first for first in both if None not in both[first]]
    likely = [first for first in possible if _is_likely([day for day in both[first] if day], today)] or possible
    likely = [first for first in likely if both[first][-1] == today] or likely
    if len(likely) == 1:
        return likely[0], ""
    unclear = (day for day, one, other in zip(written, both[True], both[False], strict=True) if one != other)
    return True, next(unclear, "") if likely else ""


def _is_likely(days: Sequence[date], today: date) -> bool:
    return max(days) <= today and all(one <= other for one, other in pairwise(days))


def _date(written: str, day_first: bool, today: date) -> date | None:
    """The day as it's written; the year first if it has four digits, and with dots always the day first."""
    one, other, *rest = re.split(r"[./-]", written.rstrip("."))
    year = rest[0] if rest else ""
    if len(one) > 2:
        return calendar_day(int(one), int(other), int(year or 0))
    day, month = (one, other) if day_first or "/" not in written else (other, one)
    if year:
        return calendar_day(int(year) + (2000 if len(year) < 3 else 0), int(month), int(day))
    this_year = calendar_day(today.year, int(month), int(day))
    return this_year if this_year and this_year <= today else calendar_day(today.year - 1, int(month), int(day))


def _by_day(messages: Iterable[_Message], day_first: bool, today: date) -> list[tuple[date | None, list[str]]]:
    """The lines of each day with the moment of the first; a day that can't be belongs to the one above it."""
    days: list[tuple[date | None, list[str]]] = []
    last: date | None = None
    for message in messages:
        on = _date(message.day, day_first, today) or last
        if on != last or not days:
            days.append((_moment(on, message.clock), []))
        days[-1][1].extend(message.lines)
        last = on
    return days


def _moment(on: date | None, clock: str) -> date | None:
    hour, minute = (int(part) for part in re.findall(r"\d+", clock)[:2])
    half = next((mark for mark in clock.casefold() if mark in "ap"), "")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime.combine(on, time(hour, minute)) if on and hour < 24 and minute < 60 else on


def newest_part(data: bytes) -> tuple[bytes, bool]:
    """The end of a chat's bytes, from the beginning of a line on, and whether something was left out before it."""
    if len(data) <= MOST_BYTES:
        return data, False
    is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    begins = (len(data) - MOST_BYTES) // 2 * 2
    at = begins if is_wide else data.find(b"\n", begins) + 1 or begins
    return (data[:2] if is_wide else b"") + data[at:], True
