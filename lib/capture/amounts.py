"""Numbers in a line: a guess in percent, how much the job is wanted, and a rating of an answer."""

import re
from typing import Final

from lib.capture import phrases

_AMOUNTS: Final = phrases.patterns("amounts")
_BARE: Final = re.compile(
    r"\b(?:chances?|odds|likelihood|prob\w*)\b\D{0,15}?\b(?P<n>\d{2})\b(?!\s?[:/.k])|^\D{0,6}(?P<ish>\d{2})\s?ish\b"
    r"|\b(?P<even>50)[ -]50\b",
    re.IGNORECASE,
)
"""A chance without its '%': 'chances 65', '65ish', '50 50'."""
_COUNTS: Final = {word: count for count, word in enumerate(phrases.names("numbers")["counts"], start=1)}
_TENS: Final = {word: 10 * count for count, word in enumerate(phrases.names("numbers")["tens"], start=1)}


def percent_said(words: str) -> int | None:
    """The chance that a line names, in percent: '60% I think', '7/10', 'fifty fifty', '3 in 5', 'one in three'."""
    if _AMOUNTS["even"].search(words):
        return 50
    if found := _AMOUNTS["percent"].search(words):
        value = int(found["n"]) if found["n"] else _TENS[found["word"].casefold()] + (5 if found["unit"] else 0)
        return value if value <= 100 else None
    if found := _AMOUNTS["odds"].search(words):
        return int(found["n"])
    if found := _AMOUNTS["out_of"].search(words):
        n, of = _count(found["n"]), _count(found["of"])
        return round(100 * n / of) if 0 <= n <= of and of else None
    found = _BARE.search(words)
    return int(found["n"] or found["ish"] or found["even"]) if found else None


def tenths_said(words: str) -> int | None:
    """How much something is wanted, 0 to 10: '8/10', '8 out of 10', ': 6' at the end."""
    if found := _AMOUNTS["out_of"].search(words):
        n = _count(found["n"])
        return n if _count(found["of"]) == 10 and n <= 10 else None
    found = re.search(r"\b(10|\d)\W{0,3}$", words)
    return int(found[1]) if found else None


def rating_at_the_end(words: str) -> tuple[int | None, str]:
    """My answer's rating, 1 to 5, if the line ends in one ('2/5', '(4 out of 5)'), and the words without it."""
    found = _AMOUNTS["rating"].search(words)
    if found is None or not words[: found.start()].strip():
        return None, words
    return _count(found["n"]), words[: found.start()].rstrip(" -–—,:(")


def rating_alone(words: str) -> int | None:
    """The rating, 1 to 5, if the line is nothing else: '2 out of 5', 'I'd give that a 2/5'."""
    found = _AMOUNTS["rating_alone"].match(words)
    return _count(found["n"]) if found else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.casefold()]
