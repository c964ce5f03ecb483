"""Who put a question, before its words: 'Marta: whats the metric', 'HR - why us'."""

import re
from collections.abc import Sequence
from typing import Final

from lib.capture import phrases

_WORDING: Final = phrases.patterns("questions")
_PATTERNS: Final = phrases.patterns("answers")
_SMALL_I: Final = re.compile(r"(?<![\w./-])i(?=['’]|\s|$)")


def without_speaker(words: str, people: Sequence[str]) -> str:
    """The question without the one of ``people``, or somebody such as 'HR' or 'boss', named before it.

    Any other word there may be what it's about: 'Confidentiality - when do you break it'.
    """
    found = _PATTERNS["speaker"].match(words)
    if found is None or not _WORDING["starts"].match(words[found.end() :]):
        return words
    named = found["name"].casefold()
    known = {name for person in people for name in (person.casefold(), *person.casefold().split())}
    return words[found.end() :] if found["anyone"] or named in known else words


def with_large_i(words: str) -> str:
    """The words with 'I' for a small 'i'."""
    return _SMALL_I.sub("I", words)
