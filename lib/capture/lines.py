"""A note cut into the lines that are sorted."""

import re

_LONG = 140
"""From this many characters on, a line with several sentences is a paragraph, as dictation makes them."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_])")


def lines_of(note: str) -> tuple[str, ...]:
    """The lines of a note that hold anything; a long line of several sentences counts as one line a sentence."""
    return tuple(part for line in note.splitlines() if line.strip() for part in _sentences(line.strip()))


def _sentences(line: str) -> list[str]:
    return _SENTENCE_ENDS.split(line) if len(line) >= _LONG else [line]
