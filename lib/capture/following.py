"""What a line tells of the question right above it: how I rate my answer, or how it went."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lib.capture.amounts import rating_alone
from lib.capture.answers import is_about_the_last_question
from lib.capture.debrief_fields import DebriefField, SortedLine
from lib.capture.headings import label
from lib.capture.marks import strip_marks

_HARD_BELOW: Final = 2
"""A question was hard if I rate my answer to it this or lower."""
_OF_AN_ANSWER: Final = (DebriefField.NOTES, DebriefField.WENT_WELL, DebriefField.WENT_BADLY, DebriefField.WISH)


def with_what_follows(lines: Sequence[SortedLine]) -> Iterator[SortedLine]:
    """A question has the rating that is all of the next line: 'Why us?', '2 out of 5'. That line stays a note.

    A line that only tells how an answer went, as 'v weak, rambled', is about the question above it.
    """
    ratings = [rating_alone(strip_marks(line.text).words) for line in lines]
    for at, line in enumerate(lines):
        after = ratings[at + 1] if at + 1 < len(lines) else None
        above = lines[at - 1] if at and lines[at - 1].field == DebriefField.ASKED else None
        if line.field == DebriefField.ASKED and ratings[at] is None and after and line.rating is None:
            yield replace(line, rating=after, hard=line.hard or after <= _HARD_BELOW)
        elif ratings[at] and above:
            yield replace(line, field=DebriefField.NOTES, value=strip_marks(line.text).words, hard=False, rating=None)
        elif (question := above or _question_before(lines, at)) and _is_about_it(line):
            yield replace(line, about=question.value)
        else:
            yield line


def _question_before(lines: Sequence[SortedLine], at: int) -> SortedLine | None:
    """The question two lines above, if my answer to it is in between."""
    if at < 2 or lines[at - 1].field != DebriefField.NOTES or lines[at - 1].is_learned:
        return None
    return lines[at - 2] if lines[at - 2].field == DebriefField.ASKED else None


def _is_about_it(line: SortedLine) -> bool:
    words = strip_marks(line.text).words
    return line.field in _OF_AN_ANSWER and not label(words) and is_about_the_last_question(words)
