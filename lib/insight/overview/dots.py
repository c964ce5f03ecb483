"""Every interview as one mark: its outcome, and my rating."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lib.insight.scores import mean, scored_interviews
from lib.records.labels import phrase
from lib.records.vocabulary import Outcome
from lib.records.workbook import Workbook

Mark = Literal["moved_on", "no", "open"]
MARK_LABELS: Final[dict[Mark, str]] = {"moved_on": "moved on", "no": "no", "open": "unanswered"}
MOST = 400
"""The most interviews with their own dots; earlier ones are a mean per month."""

_MARKS: Final[dict[Outcome | None, Mark]] = {"advanced": "moved_on", "offer": "moved_on", "rejected": "no"}


@dataclass(frozen=True)
class InterviewDot:
    """One debriefed interview. ``rating`` is the mean of its rated skills, 1 to 5, or None.

    ``afterwards``: all its ratings were given when the outcome was known, so it's drawn hollow and not averaged.
    """

    interview_id: str
    on: date
    company: str
    stage: str
    type: str
    outcome: Outcome | None
    rating: float | None
    afterwards: bool = False

    @property
    def mark(self) -> Mark:
        """Its shape. An application that I withdrew from has no answer."""
        return _MARKS.get(self.outcome, "open")

    @property
    def outcome_phrase(self) -> str:
        """Its outcome, in a word or two."""
        return {"moved_on": "moved on", "no": "no"}.get(self.mark) or phrase(self.outcome or "pending")

    @property
    def counts(self) -> bool:
        """Whether its rating is in the averages."""
        return self.rating is not None and not self.afterwards


@dataclass(frozen=True)
class Month:
    """The mean rating of the ``n`` interviews of a month that are too far back to be dots of their own."""

    first: date
    rating: float
    n: int


def all_dots(workbook: Workbook) -> tuple[InterviewDot, ...]:
    """One for each debriefed interview, the oldest first."""
    interviews = {entry.id: entry for entry in workbook.debriefed}
    return tuple(
        InterviewDot(
            interview_id=entry.interview_id,
            on=entry.on,
            company=entry.company,
            stage=entry.stage,
            type=interviews[entry.interview_id].type,
            outcome=interviews[entry.interview_id].outcome,
            rating=entry.mean if entry.is_rated else None,
            afterwards=entry.is_hollow,
        )
        for entry in scored_interviews(workbook)
    )


def months(dots: Sequence[InterviewDot]) -> tuple[Month, ...]:
    """The mean of those that count, by month, the oldest first."""
    found: dict[date, list[float]] = defaultdict(list)
    for dot in dots:
        if dot.counts and dot.rating is not None:
            found[dot.on.replace(day=1)].append(dot.rating)
    return tuple(Month(first, mean(ratings), len(ratings)) for first, ratings in found.items())
