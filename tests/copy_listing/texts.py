"""A room's texts: each listed once, where it is met first, with the person's own words taken out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lib.records.workbook import Workbook

_MARKS = str.maketrans({"\u2060": "", "\u00a0": " ", "\u202f": " "})
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_DAY_WORDS = (
    "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?"
    "|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_CHANGING = re.compile(
    rf"\b(?:{_DAY_WORDS})\b|\b\d[\d,.:]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_ID = re.compile(r"\b[a-z]{2}-[a-z0-9]{5,12}\b")
_NAMES = {
    ("applications", "company"): "company",
    ("people", "company"): "company",
    ("applications", "role"): "role",
    ("people", "name"): "person",
}
_FROM_HERE_ON_WORDS = 12
"""Characters: a shorter text of the person may be any word of the app's own."""


@dataclass
class OwnWords:
    """The person's words, to tell them from the app's."""

    wholes: set[str] = field(default_factory=set)
    parts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, workbooks: Iterable[Workbook], answers: Iterable[str] = ()) -> "OwnWords":
        """All words in the rows of these workbooks, and the answers of drafts."""
        own = cls()
        for workbook in workbooks:
            for setting in workbook.settings:
                own._add(setting.value, "person" if setting.key == "name" else "words")
            for table in Workbook.MODELS:
                for row in getattr(workbook, table):
                    for name in type(row).model_fields:
                        own._add(getattr(row, name), _NAMES.get((table, name), "words"))
        for answer in answers:
            own._add(answer, "words")
        return own

    def _add(self, value: object, what: str) -> None:
        if isinstance(value, tuple):
            for one in value:
                self._add(one, what)
        if not isinstance(value, str):
            return
        for line in value.splitlines():
            self.wholes.add(line.strip())
            if what != "words" or (len(line) >= _FROM_HERE_ON_WORDS and " " in line.strip()):
                for spelling in _spellings(line.strip(), what):
                    self.parts.setdefault(spelling, f"‹{what}›")

    def taken_out(self, text: str) -> str:
        """The text with the person's words as ‹company›, ‹person›, ‹role› or ‹words›; nothing where all is theirs."""
        if text in self.wholes:
            return ""
        for own in self._longest_first:
            if own in text:
                text = re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", self.parts[own], text)
        return text

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.parts, key=len, reverse=True)


def _spellings(text: str, what: str) -> Iterator[str]:
    """A text as it may be in a sentence: whole, without its end, its beginning small, a name by its parts."""
    yield text
    bare = text.rstrip(".?! ")
    yield bare
    if what == "words":
        yield bare[:1].lower() + bare[1:]
    if what == "person":
        yield from (word for word in text.split() if len(word) > 2 and word[0].isupper())
    if what == "company":
        yield text.split()[0] if len(text.split()[0]) > 4 else text


@dataclass
class Room:
    """The texts of one room by the place where each is met first."""

    name: str
    places: dict[str, list[str]] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)

    def add(self, place: str, kind: str, text: str, own: OwnWords | None = None) -> None:
        """List a text, its lines one by one; one that differs from a known one in numbers or days only is known."""
        for line in plain(text).splitlines():
            said = own.taken_out(line.strip()).strip() if own else line.strip()
            if re.search("[A-Za-z]{2}", re.sub("‹[^›]*›", "", said)):
                self.put(place, f"{kind}: {said}" if kind else said)

    def put(self, place: str, line: str) -> None:
        """List a line as it is, unless one like it is known."""
        known_by = _CHANGING.sub("0", line)
        if known_by not in self._known:
            self._known.add(known_by)
            self.places.setdefault(place, []).append(line)

    def known(self, lines: Iterable[str]) -> None:
        """Do not list these lines again."""
        self._known.update(_CHANGING.sub("0", line) for line in lines)

    @property
    def lines(self) -> list[str]:
        """Every line, without the places."""
        return [line for lines in self.places.values() for line in lines]

    def listed(self) -> str:
        """The room's file."""
        parts = [f"== {place}\n" + "\n".join(lines) for place, lines in self.places.items() if lines]
        return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """A text as a reader sees it: what the escaping added taken away, ids replaced."""
    return _ID.sub("‹id›", _ESCAPED.sub("", text.translate(_MARKS)))


def shared_out(rooms: Mapping[str, Room], name: str, enough: int) -> Room:
    """Takes the lines that ``enough`` of the rooms have out of them, into a room of its own."""
    counts = Counter(line for room in rooms.values() for line in room.lines)
    shared = Room(name)
    for room in rooms.values():
        for place, lines in room.places.items():
            for line in [line for line in lines if counts[line] >= enough]:
                lines.remove(line)
                shared.put(place.partition(" · ")[2], line)
    return shared
