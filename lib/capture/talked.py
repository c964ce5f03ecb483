"""What a line about a person tells of the talk with them: a topic, or nothing that is one."""

import re
from collections.abc import Sequence
from typing import Final

from lib.capture import phrases
from lib.capture.debrief_fields import PersonMet
from lib.capture.person_parsing import kind_of, name_tokens
from lib.words import finder

_PATTERNS: Final = phrases.patterns("people")
_ONLY_JOINS: Final = re.compile(
    r"(?:and|with|w(?=\W)|panel|met|plus|then|also|the|from|by|was|a|[\W_])*", re.IGNORECASE
)
_AROUND: Final = " \t,;:.–—-"


def beside(words: str, people: Sequence[PersonMet]) -> str:
    """What the words tell beside names and titles, without the marks around it; '' if that's no more than 'and'."""
    rest = words
    for part in _named(people):
        rest = finder(part, re.IGNORECASE).sub("", rest, count=1)
    rest = re.sub(r"^[\s,:;()+&–-]+|[\s,:;(+&–-]+$", "", rest).strip("() ")
    return "" if _ONLY_JOINS.fullmatch(rest) else rest


def topic_beside(words: str, people: Sequence[PersonMet]) -> str:
    """What the talk was about, if the words tell it: what follows 'talked about', or a thing behind name and title.

    A letter names it, so what is merely left of the line ('2pm today w/', 'and a lad on reception') is none.
    """
    if told := _PATTERNS["talked about"].search(words):
        return _bare(told["topic"])
    ends = [found.end() for part in _named(people) for found in [finder(part, re.IGNORECASE).search(words)] if found]
    behind = words[max(ends, default=0) :].lstrip(") ")
    thing = _bare(behind)
    is_apart = thing != behind.strip() and behind[:1] in ",:;–—-"
    is_thing = _PATTERNS["a thing"].match(thing) and not _PATTERNS["no thing"].search(thing)
    is_somebody = any(kind_of(word) == "role" for word in name_tokens(thing))
    return thing if ends and is_apart and is_thing and not is_somebody else ""


def _named(people: Sequence[PersonMet]) -> list[str]:
    return [part for met in people for part in (met.name, met.title) if part]


def _bare(text: str) -> str:
    return text.strip(_AROUND)
