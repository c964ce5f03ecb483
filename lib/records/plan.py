"""An if-then plan: what I will do differently, and when (Gollwitzer and Sheeran 2006: d = .65 over 94 tests)."""

import re
from typing import ClassVar

from lib.records.record import Day, Name, Record, Text


class IfThenPlan(Record):
    """A plan that debriefs ask about until it was done twice, or until the day on which I put it away."""

    file: ClassVar[str] = "plans.csv"
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv"}

    id: Name
    interview_id: Text = ""
    dimension: Text = ""
    if_when: Text = ""
    then_do: Name
    made_on: Day | None = None
    put_away_on: Day | None = None

    @property
    def sentence(self) -> str:
        """The plan as one sentence."""
        return f"If {self.if_when}, then {self.then_do}" if self.if_when else self.then_do


_IF = re.compile(r"(?:if|when)\s+(?=\S)", re.IGNORECASE)
_THEN = re.compile(r"(?<!\s)\s+then\s+(?=\S)", re.IGNORECASE)
_COMMA = re.compile(r",(?=.*\S)", re.DOTALL)


def split_if_then(sentence: str) -> tuple[str, str]:
    """The two halves of 'If …, then …'; a sentence of another shape is all 'then', its 'if' empty."""
    whole = sentence.strip()
    begin = _IF.match(whole)
    parted = begin and (_THEN.search(whole, begin.end()) or _COMMA.search(whole, begin.end()))
    if not begin or not parted:
        return "", whole
    if_when = whole[begin.end() : parted.start()].removesuffix(",").strip()
    return (if_when, whole[parted.end() :].strip()) if if_when else ("", whole)
