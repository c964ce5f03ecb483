"""The lines of a note with what is around them: the heading above, blank lines, bullets, how far down they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lib.capture.headings import Heading, heading, label
from lib.capture.marks import StrippedLine, strip_marks

_MOST_OF_A_HEADING: Final = 6
"""The most words of a heading that is marked as one; of any other it's two fewer."""
_FRAMED: Final = re.compile(r"^\W{2,}.*\W{2,}$")


@dataclass(frozen=True)
class HeadingAbove:
    """The heading above a line: its ``words``, what it is known to mean, and how many lines are in between."""

    words: str
    known: Heading | None
    since: int


@dataclass(frozen=True)
class LineContext:
    """A line that holds anything, with what is around it.

    ``may_be_heading``: it looks like one, known or not. ``is_above_a_list``: it has no bullet, and the next line does.
    ``is_odd``: it has no bullet, and most do. ``has_pluses``: some lines of the note begin with '+'. ``at`` is its
    number among the ``among`` lines that hold anything.
    """

    text: str
    bare: StrippedLine
    known: Heading | None
    label: tuple[Heading, str] | None
    may_be_heading: bool
    above: HeadingAbove | None
    is_after_blank: bool
    is_before_blank: bool
    is_above_a_list: bool
    is_odd: bool
    has_pluses: bool
    at: int
    among: int

    @property
    def mark(self) -> tuple[str, bool, bool] | None:
        """The kind of bullet or number before it; None without one."""
        found = (self.bare.bullet, self.bare.is_numbered, self.bare.is_question_number)
        return found if any(found) else None


def lines_in_context(lines: Sequence[str]) -> list[LineContext | None]:
    """Each line with what is around it; None for an empty one."""
    found: list[LineContext | None] = []
    among = sum(1 for line in lines if line.strip())
    has_pluses = any(strip_marks(line).bullet == "+" for line in lines)
    has_bullets = sum(bool(strip_marks(line).bullet) for line in lines) * 2 > len(lines)
    above: HeadingAbove | None = None
    at = 0
    for number, text in enumerate(lines):
        if not text.strip():
            found.append(None)
            continue
        before, after = lines[number - 1] if number else None, lines[number + 1] if number + 1 < len(lines) else None
        stripped, known = strip_marks(text), heading(text)
        may_be_heading = _may_be_heading(text, before, after)
        line = LineContext(
            text,
            stripped,
            known,
            label(stripped.words),
            may_be_heading,
            None if may_be_heading else above,
            is_after_blank=before is not None and not before.strip(),
            is_before_blank=after is not None and not after.strip(),
            is_above_a_list=after is not None and bool(strip_marks(after).bullet) and not stripped.bullet,
            is_odd=has_bullets and not stripped.bullet,
            has_pluses=has_pluses,
            at=at,
            among=among,
        )
        found.append(line)
        at += 1
        if may_be_heading:
            above = HeadingAbove(stripped.words or text, known, 0)
        elif above:
            above = HeadingAbove(above.words, above.known, above.since + 1)
    return found


def _may_be_heading(text: str, before: str | None, after: str | None) -> bool:
    """Whether the words or their form make a heading: few, with a colon, a '#', a frame, in capitals, behind a blank
    line, or above a list."""
    if heading(text):
        return True
    stripped = strip_marks(text)
    words = stripped.words.strip()
    count = len(words.split())
    if count > _MOST_OF_A_HEADING or "?" in words:
        return False
    if text.lstrip().startswith("#") or (count and _FRAMED.match(text.strip())):
        return True
    if stripped.bullet or stripped.is_numbered or stripped.is_question_number:
        return False
    if words.rstrip(" *_").endswith(":"):
        return True
    is_apart = (before is None or not before.strip()) and bool(after and after.strip())
    is_above_a_list = bool(after and strip_marks(after).bullet.strip("#"))
    return count <= _MOST_OF_A_HEADING - 2 and (words.isupper() or is_apart or is_above_a_list)
