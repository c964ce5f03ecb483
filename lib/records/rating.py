"""How one dimension of one interview felt."""

from typing import ClassVar

from lib.records.record import Name, Record, Score, Time


class Rating(Record):
    """A self-rating. An empty ``score`` says 'did not come up'; no row at all says 'not asked'.

    ``score`` is what was felt before the outcome was recorded, and what statistics use; a change afterwards goes
    to ``hindsight``, which is only shown. ``rated_at`` is when the score was first given: beyond 48 hours it is late.
    """

    file: ClassVar[str] = "ratings.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("interview_id", "dimension")
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv"}

    interview_id: Name
    dimension: Name
    score: Score | None = None
    hindsight: Score | None = None
    rated_at: Time | None = None
