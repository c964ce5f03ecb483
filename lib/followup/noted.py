"""What a note says and does not say, before a letter draws on it."""

import re

from lib.followup.phrasing import one_line
from lib.records.nothing import says_nothing

_DENIES = re.compile(
    r"\bnot\b(?! (?:only|just|merely|least)\b)|\b(?:no|never|none|nothing|cannot|lack|lacks|lacked)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOT_TALKED = re.compile(
    r"(?:(?:we|she|he|they|i) )?(?:(?:did|could|had|was|were) not|(?:did|could|had|was|were)n['’]t|never|hardly|barely|"
    r"not|no time|ran out of time)\b",
    re.IGNORECASE,
)
_UNSAID = re.compile(
    r"(?:i )?(?:(?:did not|didn['’]t|never|could not|couldn['’]t|forgot to|should have|wanted to|meant to)\s+)"
    r"(?:(?:get to|get round to|manage to|have time to)\s+)?"
    r"(?:say|said|mention|mentioned|tell them|told them|tell her|tell him|told her|told him|bring up|brought up)\s+"
    r"(?:to them\s+)?(?:that\s+|about\s+)?(?=\S)",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"\b(?:you|your|yours|yourselves)\b", re.IGNORECASE)


def noted(text: str) -> str:
    """The note on one line; empty where it says that there is nothing, as 'none' does."""
    return "" if says_nothing(text) else one_line(text)


def topic_noted(text: str) -> str:
    """What was talked about, as it was noted; empty where the note says that it was not talked about."""
    return "" if says_nothing(text) or _NOT_TALKED.match(text.strip()) else text


def unsaid_noted(text: str) -> str:
    """The point itself of a note on what was left unsaid: without 'I forgot to mention that'."""
    return _UNSAID.sub("", noted(text), count=1) if _UNSAID.match(noted(text)) else noted(text)


def denies(text: str) -> bool:
    """Whether a sentence says what is not so: no strength to name to anybody. 'Moved it without a day lost' is one."""
    return bool(_DENIES.search(text))


def is_to_them(text: str) -> bool:
    """Whether the words speak to whoever heard them: 'I use your app' is true of one company."""
    return bool(_TO_THEM.search(text))
