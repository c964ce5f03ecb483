"""What is beside a question in its line: that it was hard, that somebody asked it, and how I answered."""

import re
from typing import Final

from lib.capture import phrases

_WORDING: Final = phrases.patterns("questions")
_QUOTED: Final = re.compile(r"[\"“”]")
_MY_OWN: Final = re.compile(r"\b(?:did|was|do|am|could|should|would|had|did ?n['’]?t) i\b", re.IGNORECASE)


def is_put(words: str) -> bool:
    """Whether the line is plainly a question that somebody put: in a question's words, or told as asked.

    A question mark alone may be my own doubt, as in '3 people, why??' or 'why did I mention it?'.
    """
    if _QUOTED.search(words) or _WORDING["asked"].match(words) or _WORDING["asked_later"].match(words):
        return True
    is_worded = _WORDING["starts"].match(words) or _WORDING["stems"].search(words)
    return bool(is_worded) and not _MY_OWN.search(words)


def is_hard(words: str) -> bool:
    """Whether the line calls the question a hard one."""
    return bool(
        _WORDING["hard_before"].match(words)
        or _WORDING["hard_after"].search(words)
        or _WORDING["hard_after"].search(without_comment(words))
        or _WORDING["hard_anywhere"].search(words)
    )


def reported_part(words: str) -> int:
    """How many characters at the beginning only tell that somebody asked; the question follows."""
    found = _WORDING["leads_in"].match(words)
    return found.end() if found else 0


def without_hard(words: str) -> str:
    """The question without what calls it hard, before and behind it."""
    return _WORDING["hard_after"].sub("", _WORDING["hard_before"].sub("", words)).strip() or words


def without_comment(words: str) -> str:
    """The question without what I add about my answer, behind a dash or in brackets: 'why us - i froze a bit'."""
    return _WORDING["comment"].sub("", words).strip() or words
