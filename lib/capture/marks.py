"""What comes before the words of a line: bullets, boxes, numbers, signs, and the stamp of an exported chat."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lib.capture.phrases import LINES

MOST_READ: Final = 240
"""How many characters of a line are read; the rest doesn't change its place."""

_CHAT_STAMP = re.compile(
    r"^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s{1,2}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\]?"
    r"(?:\s[-–]\s|\s)[^:]{1,30}:\s",
    re.IGNORECASE,
)
"""'24/11/2026, 15:03 - Me: ', '[24.11.26, 15:03:20] Me: '."""
_BULLET = re.compile(
    r"^(?:[-–—*•·▪‣◦●○>+~]{1,4}|[-=]{1,2}>|→|➡️?|\[[ xX✓]?\]|[☐☑☒✓✔✗]️?|#{1,6})(?:\s+|(?=[^\W\d_]|\[|\())"
)
_NUMBER = re.compile(r"^\(?\d{1,2}(?:[.)](?=\s|[^\W\d_])|[/:](?=\s))\s*")
_QUESTION_NUMBER = re.compile(
    r"^[Qq](?:uestion)?\s?\d{0,2}\s?(?:\([^()]{1,20}\)\s?)?(?:[.):|/]|[-–](?=\s))\s*|^[Qq]\d{1,2}\s+(?=[^\W\d_])"
)
_SIGN = re.compile(r"^[^\w\s.,;:!?'\"“”‘’«»()\[\]{}<>/@&#*+=~$€£¥₹%|\\^`´°–—-]+\s*")
_BOLD = re.compile(r"\*\*(.{1,80}?)\*\*|__(.{1,80}?)__")


@dataclass(frozen=True)
class StrippedLine:
    """The words of a line without what comes before them.

    ``bullet`` is '+', '-' or the like, ``is_numbered``: a number was before them; ``is_question_number``: a 'Q3:'.
    ``sign`` is the emoji at the beginning.
    """

    words: str
    bullet: str = ""
    is_numbered: bool = False
    is_question_number: bool = False
    sign: str = ""


@lru_cache(maxsize=LINES)
def strip_marks(line: str) -> StrippedLine:
    """The line without its marks."""
    rest = _CHAT_STAMP.sub("", line[:MOST_READ].strip()).strip()
    rest = _BOLD.sub(lambda found: found[1] or found[2], rest)
    bullet = sign = ""
    is_numbered = is_question_number = False
    for _ in range(4):
        before = rest
        if found := _BULLET.match(rest):
            bullet = bullet or found[0].strip()
        elif found := _QUESTION_NUMBER.match(rest):
            is_question_number = True
        elif found := _NUMBER.match(rest):
            is_numbered = True
        elif found := _SIGN.match(rest):
            sign = sign or found[0].strip()
        rest = rest[found.end() :] if found else rest
        if rest == before:
            break
    return StrippedLine(rest.strip(), bullet, is_numbered, is_question_number, sign)
