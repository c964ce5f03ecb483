"""Which of the known ways to put things a line holds: each is a hint to where it belongs, and none decides it."""

from functools import lru_cache
from typing import Final

from lib.capture import phrases
from lib.capture.marks import MOST_READ

_FILES: Final = ("cues", "questions", "judging", "amounts")
_PATTERNS: Final = tuple(
    (f"{file} {name}", pattern) for file in _FILES for name, pattern in phrases.patterns(file).items()
)
CUES: Final = tuple(name for name, _ in _PATTERNS)


@lru_cache(maxsize=phrases.LINES)
def cues_in(words: str) -> tuple[bool, ...]:
    """For each of ``CUES`` whether the words hold it."""
    return tuple(pattern.search(words, 0, MOST_READ) is not None for _, pattern in _PATTERNS)
