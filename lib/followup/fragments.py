"""Notes that fit no sentence of a letter: pieces of a line, and remarks on how the talk went."""

import re

from lib.words import word_set

_NO_BEGINNING = word_set(
    """
    told said asked asking ask answered talked spoke mentioned discussed explained went was were is are did didn't
    didnt don't dont wasn't wasnt couldn't couldnt can't cant wouldn't never not no nothing forgot froze blanked rambled
    waffled struggled stumbled skipped missed ran-out and or but so w w/ than then also ok
    """
)
"""Words that no thing and no claim begins with."""
_LEANING = re.compile(r"(?:with|at|in|on|for|to|of|by|from|into)\b", re.IGNORECASE)
_ME = re.compile(r"\b(?:I|we)\b")
_BROKEN = re.compile(r"\(\s*\)|(?<!\w)w/|\?\s*\Z")
_REPORTED = re.compile(
    r"\A(?:i )?(?:told (?:them|her|him)|said(?: to (?:them|her|him))?|mentioned|explained)(?: that| about| how)?\s+"
    r"(?=(?:i|we|my|our)\b)",
    re.IGNORECASE,
)


def is_fragment(text: str) -> bool:
    """Whether a note begins or breaks off so that no sentence can take it in: 'told the brunch story, went ok'."""
    note = without_report(text).strip()
    first = note.partition(" ")[0].casefold().replace("’", "'").strip(",;:.")
    leans = _LEANING.match(note) and not _ME.search(note)
    return bool(first in _NO_BEGINNING or leans or _BROKEN.search(note))


def without_report(text: str) -> str:
    """A claim without the words that report it: 'told them I ran the line' is 'I ran the line'."""
    return _REPORTED.sub("", text, count=1)
