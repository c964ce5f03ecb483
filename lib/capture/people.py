"""The people that a line names as met, with their titles."""

import re
from collections.abc import Sequence
from typing import Final

from lib.capture import phrases
from lib.capture.debrief_fields import PersonMet
from lib.capture.person_parsing import (
    begins_with_name,
    holds_a_role,
    is_only_a_title,
    kind_of,
    name_tokens,
    parse_person,
)

_PATTERNS: Final = phrases.patterns("people")
_MOST_WORDS: Final = 16
_LONGEST: Final = 240
"""A longer line isn't a list of people."""


def people_in(words: str, known: Sequence[str] = (), *, is_sure: bool = False) -> tuple[PersonMet, ...]:
    """Everyone the line names as met, in its order; none if the line isn't about people.

    ``known`` are names on file: a line that begins with one of them names that person. ``is_sure``: the line is about
    people, since it's under their heading.
    """
    if len(words) > _LONGEST:
        return ()
    begins = _PATTERNS["intro"].match(words)
    if (
        not is_sure
        and not begins_as_people(words)
        and not _is_made_of_names(words)
        and not _names_somebody_known(words, known)
    ):
        return ()
    rest = without_missed_name(words[begins.end() :] if begins else words)
    rest = _PATTERNS["broken off"].sub(lambda found: "" if found["title"] is None else ", ", rest)
    if begins and rest == rest.casefold():
        rest = _PATTERNS["first words of a person"].sub(_large, rest)
    return tuple(met for piece in _pieces(rest) if (met := parse_person(piece, known)))


def without_missed_name(words: str) -> str:
    """The words without a remark that the rest of a name isn't known: 'HR, didn't get her last name' is 'HR'."""
    return _PATTERNS["name not known"].sub("", words)


def begins_as_people(words: str) -> bool:
    """Whether the first words tell who was there: 'met …', 'spoke to …', 'panel: …'."""
    return bool(_PATTERNS["intro"].match(words) or _PATTERNS["somebody called"].match(words))


def begins_as_a_panel(words: str) -> bool:
    """Whether the people named sat in a panel: 'panel: Ingrid, Pete'."""
    return _PATTERNS["a panel"].match(words) is not None


def _large(found: re.Match[str]) -> str:
    """In a note without capitals, a name behind 'met', so that it's told from other words."""
    is_name = len(found["name"]) > 2 and kind_of(found["name"].capitalize()) == "name"
    return found["before"] + found["name"].capitalize() if is_name else found[0]


def _is_made_of_names(text: str) -> bool:
    """Whether there's little but names, titles and what joins them, as in 'Matron = Angela Dowd, other one was Kev'."""
    without_asides = _PATTERNS["who does"].sub("", _PATTERNS["aside"].sub(" ", text))
    words = name_tokens(without_asides)
    if not 1 <= len(words) <= _MOST_WORDS or _PATTERNS["does"].search(without_asides):
        return False
    kinds = [kind_of(word, is_all_capitals=text.isupper()) for word in words]
    if "name" not in kinds or (text.isupper() and "other" in kinds):
        return False
    has_aside = any(holds_a_role(aside) for aside in _PATTERNS["aside"].findall(text))
    if not has_aside and kinds.count("name") == 1 and kinds[0] == "name" and not _PATTERNS["name apart"].match(text):
        return False
    has_field = "field" in kinds and _PATTERNS["name and field"].search(text) is not None
    return (has_aside or has_field or "role" in kinds or "honorific" in kinds) and kinds.count("other") <= len(
        kinds
    ) // 4


def _names_somebody_known(words: str, known: Sequence[str]) -> bool:
    return any(begins_with_name(words, name) for name in known) and not _PATTERNS["does"].search(words)


def _pieces(words: str) -> list[str]:
    """The line cut between people: at 'and', '+', ';', and at a comma before the next name; never within brackets."""
    asides = _PATTERNS["aside"].findall(words)
    numbers = iter(range(len(asides)))
    guarded = _PATTERNS["aside"].sub(lambda _: f"({next(numbers)})", words)
    pieces: list[str] = []
    for piece in _PATTERNS["between people"].split(guarded):
        for at, part in enumerate(part.strip() for part in piece.split(",") if part.strip()):
            if pieces and at and (not _starts_a_person(part) or _is_title_of_next(pieces[-1], part)):
                pieces[-1] += f", {part}"
            else:
                pieces.append(part)
    return [re.sub(r"\((\d+)\)", lambda found: f"({asides[int(found[1])]})", piece) for piece in pieces]


def _is_title_of_next(piece: str, behind: str) -> bool:
    """Whether a title with its article is that of the name behind it: 'a governor, Pauline'."""
    is_title = _PATTERNS["article"].match(piece) and "," not in piece and is_only_a_title(piece)
    return bool(is_title) and not holds_a_role(behind)


def _starts_a_person(part: str) -> bool:
    if _PATTERNS["name and mark"].match(part) or _PATTERNS["begins a person"].search(part):
        return True
    named = _PATTERNS["aside"].sub("", part).strip()
    return any(kind_of(word) == "name" for word in name_tokens(named)) and not _PATTERNS["not a name first"].match(
        named
    )
