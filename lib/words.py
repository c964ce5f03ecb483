"""Words and names as they are looked for in a text: without case and accents, and whole.

Everything that looks for a known name starts here. What differs is what each may get wrong, and so what it adds:
``exchange/stand_ins.py`` hides names from a coach, so it also takes misspelt, joined and parted ones;
``practice/own_names.py`` ties a question to a company, so it takes no word that may be just a word;
``workflows/entries/mentions.py`` forgets one person, so it takes the full name alone. ``capture/person_parsing.py``
guesses names that nobody noted before, and ``followup/name_parsing.py`` reads what the parts of one name are: neither
looks for any."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""
_DOUBT = re.compile(r"\s*\(\s*\?[?!\s]*\)|\?[?!]*|!+")
"""'??', '(?)' or '!' behind a name."""
_ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"},
)
"""What has no accent to take off, and is typed otherwise where the keyboard lacks it."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def folded(text: str) -> str:
    """The text without case, accents, ligatures and curly apostrophes, as words are compared."""
    plain = text.casefold().translate(_ALIKE)
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))


def whole_word_pattern(name: str) -> str:
    """The pattern of a name that is no part of a longer word: with any space between its words."""
    words = r"\s+".join(map(re.escape, name.split()))
    return rf"(?<!\w){words}(?!\w)"


@lru_cache(maxsize=1_000)
def finder(name: str, flags: int = 0) -> re.Pattern[str]:
    """What finds the whole name, as in ``whole_word_pattern``."""
    return re.compile(whole_word_pattern(name), flags)


def without_doubt(name: str) -> str:
    """A name without the marks of whoever wasn't sure of it, and without a first try: 'Tom?? Tom Brandt' is 'Tom
    Brandt'.
    """
    kept: list[str] = []
    for part in (part.split() for part in _DOUBT.split(name)):
        again = next((size for size in range(len(part), 0, -1) if kept[-size:] == part[:size]), 0)
        kept = [*kept[: len(kept) - again], *part]
    return " ".join(kept)


def has_no_case(name: str) -> bool:
    """Whether it is written as in Chinese or Arabic, where names run together with other words."""
    return not name.isascii() and name.upper() == name.lower()
