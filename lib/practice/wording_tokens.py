"""The words of a question, with what their capitals and their neighbours tell about them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from lib.words import WORD, folded

_OPENING = re.compile(r"(?:[.!?…:;]\s|[\n\"“”„(\[])[\s\"“”„(\[]*\Z")
_JOINT = re.compile(r"[\s\-–‑/&'’.]{1,3}\Z")


@dataclass(frozen=True)
class Token:
    """One word. ``folded`` is without case and accents; ``opens``: it is the first of its sentence.

    ``joins``: only a blank or a hyphen is between it and the word before.
    """

    text: str
    folded: str
    opens: bool
    joins: bool

    @property
    def is_name_like(self) -> bool:
        """Whether it has a capital for another reason than its place in the sentence."""
        return self.text[0].isupper() and not self.opens


@lru_cache(maxsize=16384)
def tokens(wording: str) -> tuple[Token, ...]:
    """The words of a wording, in order; an apostrophe parts them, so 'Polaris's' is 'Polaris' and 's'."""
    text = unicodedata.normalize("NFC", wording)
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        between = text[end : match.start()]
        opens = not found or bool(_OPENING.search(between))
        joins = bool(found) and not opens and bool(_JOINT.match(between))
        found.append(Token(match.group(), folded(match.group()), opens, joins))
        end = match.end()
    return tuple(found)
