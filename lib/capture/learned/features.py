"""What a line is made of: its words in a row, the letters of each word, its signs, and what is around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lib.capture.marks import MOST_READ
from lib.capture.phrases import LINES
from lib.capture.places import Place
from lib.linear_model import in_a_row, letters

_TOKEN: Final = re.compile(r"[^\W_]+|[?!£$€%/✅❌+:…]|[\U0001F300-\U0001FAFF]")
_DIGIT: Final = re.compile(r"\d")
_NAME: Final = re.compile(r"(?<=[a-z,&(] )[A-Z][a-z]+|\b(?:Mr|Mrs|Ms|Dr|Prof)\b")
_MOST_WORDS: Final = 50
_WORDS_TOGETHER: Final = 3
_LETTERS_TOGETHER: Final = (3, 4, 5)
_QUARTERS: Final = 4


@dataclass(frozen=True)
class Around:
    """The places of the lines before and after, of the heading above, and how far down the note it is, 0 to 1."""

    before: Place | None
    after: Place | None
    under: Place | None
    depth: float

    def features(self) -> tuple[str, ...]:
        """What that is as features; a line's words can't make the same."""
        return (
            f"@before {self.before}",
            f"@after {self.after}",
            f"@under {self.under}",
            f"@both {self.before} {self.after}",
            f"@depth {min(int(self.depth * _QUARTERS), _QUARTERS - 1)}",
        )


def around(places: Sequence[Place], under: Sequence[Place | None]) -> tuple[Around, ...]:
    """What is around each line of a note, by the lines' places and those of the headings above them."""
    last = max(1, len(places) - 1)
    before, after = _seen_before(places), _seen_before(places[::-1])[::-1]
    return tuple(Around(before[at], after[at], under[at], at / last) for at in range(len(places)))


def _seen_before(places: Sequence[Place]) -> list[Place | None]:
    """For each line the last place before it that isn't ``NOTHING``."""
    found: list[Place | None] = []
    seen: Place | None = None
    for place in places:
        found.append(seen)
        seen = seen if place == Place.NOTHING else place
    return found


@lru_cache(maxsize=LINES)
def features(words: str) -> frozenset[str]:
    """Up to three words in a row with the line's two ends, up to five letters in a row of each word, its length, and
    how many names are in it. Digits count as any other."""
    found = [_DIGIT.sub("0", token) for token in _TOKEN.findall(words[:MOST_READ].casefold())[:_MOST_WORDS]]
    names = min(3, len(_NAME.findall(words[:MOST_READ])))
    shape = (f"=length {min(len(found) // 3, 5)}", *(f"=names {count}" for count in range(1, names + 1)))
    return frozenset((*in_a_row(["^", *found, "$"], _WORDS_TOGETHER), *letters(found, _LETTERS_TOGETHER), *shape))
