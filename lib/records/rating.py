"""How one dimension of one interview felt."""

from typing import ClassVar

from lib.records.record import Name, Record, Score, Time, YesNo

LATE_HOURS = 48
"""A rating given later than this is marked as late."""


class Rating(Record):
    """A self-rating. An empty ``score`` means 'did not come up', no row 'not asked'.

    ``score`` is what was first given, at ``rated_at``: beyond 48 hours it is late, and counts. ``afterwards`` is True
    if an outcome was recorded by then or in the same save, so that averages leave it out; False if none was; None in
    rows from before the column, which go by the days (``lib.insight.hindsight``). A score from before the outcome that
    is changed afterwards stays, and the new number goes to ``hindsight``, which is only shown.
    """

    file: ClassVar[str] = "ratings.csv"
    key_fields: ClassVar[tuple[str, ...]] = ("interview_id", "dimension")
    refers: ClassVar[dict[str, str]] = {"interview_id": "interviews.csv"}

    interview_id: Name
    dimension: Name
    score: Score | None = None
    hindsight: Score | None = None
    rated_at: Time | None = None
    afterwards: YesNo | None = None

    @property
    def value(self) -> int | None:
        """The number to show: the score, or in older rows the one that was only given in hindsight."""
        return self.hindsight if self.score is None else self.score
