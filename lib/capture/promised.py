"""Which lines go on with a promise, and who something was promised to, as a line names them."""

import re
from collections.abc import Mapping
from typing import Final

from lib.capture import phrases
from lib.capture.marks import MOST_READ
from lib.capture.person_parsing import kind_of
from lib.followup.promise_reading import is_theirs
from lib.words import word_set

_PATTERNS: Final = phrases.patterns("promised")
_SURE: Final = ("gives", "told", "lets know", "asks", "gives to")
_NOBODY: Final = word_set(
    "them him her you u me us it over back across along through on off in out up round down everyone everybody all "
    "both someone somebody reception work photo photos to for by with from"
)


def promised_to(words: str, people: Mapping[str, str]) -> str:
    """The key of the one person of ``people`` whom the words name as getting something; '' if they name none, or two.

    A first or a last name is enough: 'send Ingrid the pic', 'owe mr okafor a reference'.
    """
    named = {name.casefold() for name in _given(words)}
    found = [key for key, name in people.items() if named & {name.casefold(), *name.casefold().split()}]
    return found[0] if len(found) == 1 else ""


def goes_on(words: str) -> bool:
    """Whether a line goes on with the promise above it: 'and share that article w Jun'."""
    return _PATTERNS["goes on"].search(words, 0, MOST_READ) is not None and not is_theirs(words)


def is_owed(words: str) -> bool:
    """Whether a label tells that the rest is promised: 'I owe them: my transcript'."""
    return _PATTERNS["owed"].search(words, 0, MOST_READ) is not None


def names_another(words: str, known: str) -> bool:
    """Whether the words name somebody as getting it, and nobody of ``known``: names, as one text."""
    mine = set(known.casefold().split())
    others = [name for name in _given(words, is_sure=True) if kind_of(name.title()) == "name"]
    return bool(others) and not any(mine & set(name.casefold().split()) for name in others)


def _given(words: str, *, is_sure: bool = False) -> list[str]:
    """The words where a name belongs: behind 'send', before what is sent, behind 'to', 'let' and 'told'; if ``is_sure``
    also who is 'her' further on, and no word that may be a thing."""
    kinds = (*_SURE, "speaks of") if is_sure else (*_SURE, "gives perhaps")
    found = [
        (kind, name)
        for kind in kinds
        for match in _PATTERNS[kind].finditer(words[:MOST_READ])
        for name in re.split(r" (?:and|&|n) ", match["name"])
    ]
    return [
        name
        for kind, name in found
        if name.casefold() not in _NOBODY and not (is_sure and kind == "gives to" and name[0].islower())
    ]
