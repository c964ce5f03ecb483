"""Whether a question is not practised, shaky or ready: judged by practice so far."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal

from lib.dates import DateStyle
from lib.english import spoken_weekday
from lib.practice.schedule import Memory, replay
from lib.records.practice import Review

Readiness = Literal["unpractised", "shaky", "ready"]

WORDS: dict[Readiness, str] = {"unpractised": "Not practised", "shaky": "Shaky", "ready": "Ready"}
"""What each is called on the screen."""
MEANING = "Ready means: practised on two different days, with a good last try, and likely to come when it counts."
READY_DAYS = 2
"""The number of days on which it must have been practised: one good try proves little."""
READY_FROM = 0.85
"""From this expected recall on the day on, 0 to 1."""


@dataclass(frozen=True)
class ReadyCounts:
    """How many questions are ready, shaky and not practised."""

    ready: int
    shaky: int
    unpractised: int

    @classmethod
    def of(cls, found: Iterable[Readiness]) -> "ReadyCounts":
        """The counts of these."""
        counts = Counter(found)
        return cls(counts["ready"], counts["shaky"], counts["unpractised"])

    @property
    def n(self) -> int:
        """How many there are."""
        return self.ready + self.shaky + self.unpractised

    @property
    def counts(self) -> str:
        """'1 ready, 2 shaky', without what there is none of."""
        parts = ((self.ready, "ready"), (self.shaky, "shaky"), (self.unpractised, "not practised"))
        return ", ".join(f"{count} {word}" for count, word in parts if count)

    def sentence(self, on: date | None, today: date, dates: DateStyle) -> str:
        """'4 of 7 ready for Wednesday'; without a day, '4 of 7 ready'."""
        if on is None:
            return f"{self.ready} of {self.n} ready"
        near = dates.near_day(on, today)
        is_this_week = near not in ("today", "tomorrow") and 0 < (on - today).days < 7
        return f"{self.ready} of {self.n} ready for {spoken_weekday(on) if is_this_week else near}"


def readiness(reviews: Iterable[Review], on: datetime, zone: tzinfo | None, memory: Memory | None = None) -> Readiness:
    """How far a question is for the moment ``on``: the interview's, or now where none is coming.

    ``reviews`` are those of the question in any order, and their days are those in ``zone``. ``memory`` is what they
    leave, if it is known already.
    """
    rows = tuple(reviews)
    if not rows:
        return "unpractised"
    left = memory or replay(rows)
    days = {row.reviewed_at.astimezone(zone).date() for row in rows}
    went_well = left.last_grade in ("good", "easy")
    return "ready" if len(days) >= READY_DAYS and went_well and left.recall_at(on) >= READY_FROM else "shaky"
