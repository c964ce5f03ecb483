"""One person out of a few words: 'Tom - art', 'Matron = Angela Dowd', 'Darren shift manager', 'Dr Lindqvist, PI'."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lib.capture import phrases
from lib.capture.debrief_fields import PersonMet
from lib.words import without_doubt

_PATTERNS: Final = phrases.patterns("people")
_ROLES: Final = phrases.words("words")["roles"]
_HONORIFICS: Final = phrases.words("words")["honorifics"]
_FIELDS: Final = phrases.words("words")["fields of work"]
_JOINERS: Final = phrases.words("words")["joiners"]
_NO_NAMES: Final = phrases.words("words")["no names"]
_NAMES_TOO: Final = phrases.words("words")["roles that are names"]
_TOKEN: Final = re.compile(
    r"[A-Z]{1,3}\d{1,2}\b|[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d(?:st|nd|rd)\b|w/|[&+/,;=:|()–—-]|\S"
)
_MARKS: Final = (" = ", "=", ": ", " - ", " – ", " — ", ", ", " | ")
"""What is between a name and a title, the clearest first."""
_KINDS: Final = (
    ("honorific", _HONORIFICS),
    ("role", _ROLES),
    ("field", _FIELDS),
    ("joiner", _JOINERS),
    ("other", _NO_NAMES),
)
_OF_A_TITLE: Final = ("role", "field")
_OF_A_NAME: Final = ("name", "honorific")
_AROUND: Final = " .,;:-–—=\"'"


def parse_person(piece: str, known: Sequence[str] = ()) -> PersonMet | None:
    """The person that the words name, with the title if there's one; None if no word is a name."""
    met = _parse_person(without_doubt(piece), known)
    return replace(met, is_unsure=True) if met and "?" in piece else met


def _parse_person(piece: str, known: Sequence[str]) -> PersonMet | None:
    piece = _PATTERNS["before a person"].sub("", piece.strip(_AROUND))
    if called := _PATTERNS["called"].search(piece):
        return PersonMet(called["name"], _title(piece[: called.start()]))
    if aside := _PATTERNS["aside"].search(piece):
        if met := _beside(piece[: aside.start()].strip(" ,-–—"), aside[1].strip(), known):
            return met
        piece = piece[: aside.start()] + piece[aside.end() :]
    for mark in _MARKS:
        left, _, right = (part.strip() for part in piece.partition(mark))
        if left and right and (met := _of_two(left, right, known)):
            return met
    return _of_words(piece)


def kind_of(word: str, *, is_all_capitals: bool = False) -> str:
    """What a word is within a line about people: a name, a role, a field of work, an honorific, a joiner or other."""
    plain = word.casefold().rstrip(".")
    if plain in _NAMES_TOO and word.istitle():
        return "name"
    for kind, words in _KINDS:
        if plain in words or (kind == "role" and plain.removesuffix("s") in words):
            return kind
    if len(plain) <= 3 and word.isupper() and (is_all_capitals or len(plain) > 1):
        return "other" if is_all_capitals else "joiner"
    return "name" if word[0].isupper() else "other"


def name_tokens(text: str) -> list[str]:
    """The words of a line about people, without the marks between them."""
    return [word for word in _TOKEN.findall(text) if any(sign.isalnum() for sign in word)]


def holds_a_role(text: str) -> bool:
    """Whether any of its words is one of a title."""
    return any(kind_of(word) in _OF_A_TITLE for word in name_tokens(text))


def is_only_a_title(text: str) -> bool:
    """Whether it tells who somebody is and nothing else: 'HR lady', 'head of product'."""
    kinds = {kind_of(word) for word in name_tokens(text)}
    return "role" in kinds and kinds <= {"role", "field", "joiner"}


def begins_with_name(text: str, name: str) -> bool:
    """Whether a line begins with a known name, whole or only the first one with a mark behind it."""
    first, _, others = name.casefold().strip().partition(" ")
    behind = rf"\b(?=\s?[,(:=–—-]|\s{re.escape(others.strip())}\b|$)" if others else r"\b(?=\s?[,(:=–—-]|$)"
    return len(first) > 2 and re.match(re.escape(first) + behind, text.casefold()) is not None


def _beside(before: str, aside: str, known: Sequence[str]) -> PersonMet | None:
    """Of 'Tom Sun (chair)' and 'coordinator (Stan?)' the person."""
    if not is_only_a_title(before) and _looks_named(before, known, beside_role=holds_a_role(aside)):
        found = _of_words(before)
        if found is None:
            return PersonMet(before, aside)
        return PersonMet(found.name, f"{found.title}, {aside}" if found.title else aside)
    if holds_a_role(before) and _looks_named(aside, known, beside_role=True):
        return PersonMet(aside, _title(before))
    return None


def _of_two(left: str, right: str, known: Sequence[str]) -> PersonMet | None:
    if _is_role(left):
        is_named = not _is_role(right) and _looks_named(right, known, beside_role=True)
        return PersonMet(right, _title(left)) if is_named else None
    if not _looks_named(left, known, beside_role=holds_a_role(right)):
        return None
    found = _of_words(left)
    return PersonMet(found.name if found else left, _title(right))


def _is_role(text: str) -> bool:
    kinds = [kind_of(word) for word in name_tokens(text)]
    return bool(kinds) and 2 * sum(kind in _OF_A_TITLE for kind in kinds) >= len(kinds)


def _looks_named(text: str, known: Sequence[str], *, beside_role: bool) -> bool:
    """Whether it's a name: one that's known, words with large first letters, or any beside a title."""
    plain = text.strip()
    if any(begins_with_name(plain, name) for name in known):
        return True
    words = plain.split()
    if not words or words[0].casefold().rstrip(".") in _NO_NAMES - {"dr", "mr", "mrs"}:
        return False
    if _PATTERNS["a name"].match(plain):
        return True
    return beside_role and len(words) <= 2 and plain.replace(" ", "").isalpha() and not _is_role(plain)


def _title(text: str) -> str:
    return _PATTERNS["around a title"].sub("", text.strip(_AROUND)).strip(" .,;:")


def _of_words(text: str) -> PersonMet | None:
    """Of 'Darren shift manager' and 'chef Marco' the name and the title."""
    words = text.split()
    plain = [re.sub(r"[^\w'’.&/-]", "", word) or "x" for word in words]
    kinds = [kind_of(word, is_all_capitals=text.isupper()) for word in plain]
    if "name" not in kinds:
        return None
    first, last = _group(kinds)
    if kinds[first] == "honorific" and first == last:
        return None
    name = " ".join(words[first : last + 1]).strip(" ,:;")
    around = (" ".join(words[:first]), " ".join(words[last + 1 :]))
    return PersonMet(name, next((_title(part) for part in around if holds_a_role(part)), ""))


def _group(kinds: Sequence[str]) -> tuple[int, int]:
    """The first and the last word of the name: the words right behind a role, as in 'Club secretary Wendy', else the
    first ones that are a name."""
    starts = [
        at for at, kind in enumerate(kinds) if kind in _OF_A_NAME and (at == 0 or kinds[at - 1] not in _OF_A_NAME)
    ]
    is_a_word = starts[0] == 0 and kinds[0] == "name" and kinds[1:2] in (["role"], ["field"])
    first = next((at for at in starts[1:] if is_a_word and kinds[at - 1] in _OF_A_TITLE), starts[0])
    last = first
    while last + 1 < len(kinds) and kinds[last + 1] in _OF_A_NAME:
        last += 1
    return first, last
