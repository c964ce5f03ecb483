"""The lines of the private note: what I learned about the job comes last, below its heading."""

from collections.abc import Sequence
from typing import Final

LEARNED_BELOW: Final = "What I learned about the job:"
"""The line above what I learned; nothing else may come below it."""


def with_more(note: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """The lines of a note with more lines, which go above what I learned about the job."""
    at = note.index(LEARNED_BELOW) if LEARNED_BELOW in note else len(note)
    return (*note[:at], *more, *note[at:])
