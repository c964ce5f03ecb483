"""Headings within a note: what the lines below them are, and labels before the words of a single line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lib.capture import phrases
from lib.capture.debrief_fields import DebriefField
from lib.capture.marks import strip_marks

_LISTED: Final = phrases.names("headings")
_KNOWN: Final = {
    name: DebriefField(place) for place, listed in _LISTED.items() if place in set(DebriefField) for name in listed
}
_HARD: Final = frozenset(_LISTED["hard"])
_MINE: Final = frozenset(_LISTED["mine"])
_TO_ASK: Final = frozenset(_LISTED["still to ask"])
_LEARNED: Final = frozenset(_LISTED["learned"])
_ONLY_LABELS: Final = frozenset(_LISTED["only labels"])
_SMALL: Final = phrases.words("words")["small in headings"]
_TELLING: Final = {word: DebriefField(place) for place, telling in phrases.words("telling").items() for word in telling}
_FIRST_OF: Final = tuple(DebriefField(place) for place in phrases.words("telling"))
"""Where a heading holds several telling words, the first of these places counts: 'what didn't go well' went badly."""
_LABEL = re.compile(
    r"^(?P<label>[^:|=\n]{1,32}?)\s?(?P<mark>:|\||=|\s[-–—]{1,2}\s|\s(?:was|is)\s)\s*(?P<rest>.*)$", re.DOTALL
)
_TAIL = re.compile(r"^[\s_#*]+|[\s:.!?_#*=-]+$|\s\(\d{1,2}\)$")


@dataclass(frozen=True)
class Heading:
    """What is below a heading or behind a label. ``is_mine``: my questions to them, and ``was_asked`` if I asked
    them; ``is_hard``: their hard ones; ``is_learned``: what I learned about the job."""

    place: DebriefField
    is_hard: bool = False
    is_mine: bool = False
    was_asked: bool = False
    is_learned: bool = False


def looks_like_heading(line: str) -> DebriefField | None:
    """The place of the lines below, if the line is a heading such as 'Qs:' or 'Went well'; None if it isn't."""
    found = heading(line)
    return found.place if found else None


@lru_cache(maxsize=phrases.LINES)
def heading(line: str) -> Heading | None:
    """The heading that the whole line is; None if it holds more, or none."""
    stripped = strip_marks(line)
    words = stripped.words or stripped.sign or stripped.bullet
    has_colon = words.rstrip(" *_").endswith(":") or line.lstrip().startswith("#")
    name = _name(words)
    if not name or len(name) > 40:
        return None
    found = _of(name) or (None if stripped.bullet else _worded(name))
    if found and (has_colon or name not in _ONLY_LABELS):
        return found
    return None


def label(words: str) -> tuple[Heading, str] | None:
    """The label that begins a line, and the rest: 'Next: meet the client', 'GOOD - the rota', 'hard was the maths'."""
    parts = _LABEL.match(words)
    if parts is None or not parts["rest"].strip():
        return None
    found = _of(_name(parts["label"]))
    return (found, parts["rest"].strip()) if found else None


def _worded(name: str) -> Heading | None:
    """A heading in words of its own, such as 'What came up' or 'Felt bad about': small words around a telling one."""
    tokens = name.replace("/", " ").replace("&", " ").split()
    if not 2 <= len(tokens) <= 6 or tokens[0] in ("do", "did", "does", "is", "are", "was", "were"):
        return None
    places = [_TELLING.get(token) for token in tokens if token not in _SMALL]
    if None in places or not places:
        return None
    place = min((place for place in places if place), key=_FIRST_OF.index)
    return Heading(place, is_hard=place == DebriefField.ASKED and "hard" in name)


def _of(name: str) -> Heading | None:
    if name in _HARD:
        return Heading(DebriefField.ASKED, is_hard=True)
    if name in _MINE:
        return Heading(DebriefField.NOTES, is_mine=True, was_asked=name not in _TO_ASK)
    if name in _LEARNED:
        return Heading(DebriefField.NOTES, is_learned=True)
    place = _KNOWN.get(name)
    return Heading(place) if place else None


def _name(words: str) -> str:
    folded = words.casefold().replace("’", "").replace("'", "").replace("‘", "")
    before = ""
    while before != folded:
        before, folded = folded, _TAIL.sub("", folded)
    return folded or words.strip()[:4]
