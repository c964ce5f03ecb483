"""The places of a person's full name in a text, and the text without it."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from lib.words import whole_word_pattern

SOMEONE = "someone"
"""What replaces a forgotten name in a text."""

_TITLE = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|miss|mx|frau|herr|dipl|ing|sir|dame)\b\.?[\s-]*)+", re.IGNORECASE)


class Mentions:
    """The full name of one person, as it may be written in texts: in any case and spacing, with or without a title.

    A name of one word is only found as it is written, since it may be a word too. Longer names of ``others`` that hold
    this one are left alone; ``addresses`` (of mail, a phone number) are found as they are. ``also`` is their name in
    letters: two or more words of it are found like the name.
    """

    def __init__(self, name: str, others: Iterable[str] = (), addresses: Iterable[str] = (), also: str = "") -> None:
        spellings = {name.strip(), _TITLE.sub("", name.strip())}
        spellings = {one for one in spellings if len(one.split()) > 1} or {name.strip()}
        plain = _TITLE.sub("", also.strip())
        spellings |= {also, plain} if len(plain.split()) > 1 else set()
        self._is_one_word = len(name.split()) == 1
        flags = re.NOFLAG if self._is_one_word else re.IGNORECASE
        own = _any_of(*(form for one in spellings for form in _forms(one)))
        self._own = re.compile(own, flags)
        longer = [form for other in others for form in _forms(other) if self._holds_more(form)]
        exact = [whole_word_pattern(address) for address in addresses if len(address.strip()) > 5]
        pieces = [
            *([f"(?P<other>{_any_of(*longer)})"] if longer else []),
            own,
            *exact,
        ]
        self._pattern = re.compile("|".join(pieces), flags)

    def _holds_more(self, other: str) -> bool:
        found = self._own.search(other)
        return found is not None and found.group() != other.strip()

    def taken_out(self, text: str) -> str:
        """The text with 'someone' wherever the name was."""
        return self._pattern.sub(lambda match: match.group() if match.groupdict().get("other") else SOMEONE, text)

    def is_in(self, text: str) -> bool:
        """Whether the text names the person."""
        return self.taken_out(text) != text

    def is_name(self, text: str) -> bool:
        """Whether the text is the name and nothing else."""
        return self._own.fullmatch(text.strip()) is not None


def _forms(name: str) -> tuple[str, ...]:
    """The name in both encodings of accents."""
    return tuple(dict.fromkeys(normalize(form, name) for form in ("NFC", "NFD")))


def _any_of(*names: str) -> str:
    longest_first = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    return "|".join(whole_word_pattern(name) for name in longest_first)
