"""The words of a text, with their positions."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lib.followup.proofreading.finding import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BLANK = re.compile(r"\[[^\[\]\n]{2,120}\]")
_NOT_PROSE = re.compile(r"[@/\\\d]|www\.")
_GREETING = re.compile(
    r"\A\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\s+(?P<who>[^\n,:!]{1,80}?)\s*[,:!\n]", re.IGNORECASE
)
_CLOSING = re.compile(
    r"\n[ \t]*(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|yours (?:sincerely|faithfully)|"
    r"regards|all the best|best|with thanks|sincerely|cheers),?\s*\n[\s\S]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Word:
    """A word of a text; ``opens``: it is the first of its sentence or line."""

    text: str
    start: int
    opens: bool

    @property
    def span(self) -> Span:
        """Start and end."""
        return (self.start, self.start + len(self.text))

    @property
    def bare(self) -> str:
        """The word without a possessive s."""
        return re.sub(r"['’]s$", "", self.text)


def prose_words(text: str) -> tuple[Word, ...]:
    """The words of the prose: no addresses, no links, nothing with digits in it, no marked blanks."""
    prose = re.sub(r"\S+", _spaces_for_what_is_no_prose, _BLANK.sub(_spaces, text))
    return tuple(Word(match.group(), match.start(), _opens(text, match.start())) for match in _WORD.finditer(prose))


def greeting_of(text: str) -> Span | None:
    """The position of the name in the greeting."""
    match = _GREETING.match(text)
    return match.span("who") if match else None


def message_span(text: str) -> Span:
    """The span of the message itself, without greeting and closing."""
    greeting, closing = _GREETING.match(text), _CLOSING.search(text)
    return (greeting.end() if greeting else 0, closing.start() if closing else len(text))


def signature_span(text: str, signature: str) -> Span:
    """The span of the closing with the signature; at the end of the text where there is none."""
    written = text.rfind(signature) if signature else -1
    closing = message_span(text)[1]
    return (min(written, closing) if written >= 0 else closing, len(text))


@lru_cache(maxsize=10_000)
def edits(one: str, other: str) -> int:
    """How many letters must be added, left out, changed, or swapped with their neighbour (Damerau 1964)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _spaces_for_what_is_no_prose(match: re.Match[str]) -> str:
    return _spaces(match) if _NOT_PROSE.search(match.group()) else match.group()


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t\"'“‘([-–—•")
    return not before or before[-1] in ".!?:\n"
