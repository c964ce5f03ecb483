"""The lines of a messy note, each with its place in the debrief."""

import re
from collections.abc import Sequence
from datetime import date

from lib.capture.places import Met, Place, SortedLine

__all__ = ["Met", "Place", "SortedLine", "looks_like_heading", "sort_lines"]

_MARKS = re.compile(r"^(?:\s|[-*•–—·▪☐☑✓✔]|\[[ xX]?\]|\(?\d{1,2}[.)]|[Qq]\d{0,2}[:.)])+")
_HEADINGS = {
    "asked": Place.ASKED,
    "questions": Place.ASKED,
    "qs": Place.ASKED,
    "hard": Place.ASKED,
    "went well": Place.WENT_WELL,
    "good": Place.WENT_WELL,
    "went badly": Place.WENT_BADLY,
    "bad": Place.WENT_BADLY,
    "next": Place.NEXT_STEP,
    "they said next": Place.NEXT_STEP,
    "i promised": Place.PROMISES,
    "todo": Place.PROMISES,
}


def sort_lines(lines: Sequence[str], today: date, known_people: Sequence[str] = ()) -> tuple[SortedLine, ...]:
    """Each line once, in its order, with its place; what isn't clear is a note.

    A line under a heading belongs there unless it is clearly something else. Days such as 'by Friday' are read from
    ``today``. ``known_people`` are names that are on file for the company.
    """
    under: Place | None = None
    is_hard = False
    found = []
    for line in lines:
        bare = _MARKS.sub("", line).strip()
        if heading := looks_like_heading(line):
            under, is_hard = heading, bare.casefold().startswith("hard")
            found.append(SortedLine(line, Place.NOTHING))
        elif not bare:
            found.append(SortedLine(line, Place.NOTHING))
        elif bare.endswith("?"):
            found.append(SortedLine(line, Place.ASKED, bare, hard=is_hard))
        else:
            found.append(SortedLine(line, under or Place.NOTES, bare, hard=is_hard))
    return tuple(found)


def looks_like_heading(line: str) -> Place | None:
    """The place of the lines below, where the line is a heading such as 'Qs:' or 'Went well'; None if it isn't."""
    return _HEADINGS.get(_MARKS.sub("", line).strip().rstrip(":").casefold())
