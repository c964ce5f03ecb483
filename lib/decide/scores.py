"""What is known of one job on each criterion as of a day, how it changed, and how sure it is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import Final

from lib.records.criterion import Criterion
from lib.records.fit import Fit

SPREAD: Final[Mapping[str | None, float]] = {"sure": 5.0, "fairly": 10.0, "guess": 20.0, None: 10.0}
"""How far a score may be off, as a standard deviation in points of 100; unsaid counts as fairly sure. An assumption."""
MIDDLE: Final = 50.0
UNKNOWN_SPREAD: Final = 100 / sqrt(12)
"""An unknown score can be anything from 0 to 100: the middle, with this standard deviation."""


@dataclass(frozen=True)
class CriterionScore:
    """One criterion of one job. ``newest`` is the row that counts, ``earlier`` the older ones, the oldest first.

    ``value`` is 0 to 100, None if it is not known.
    """

    criterion: Criterion
    newest: Fit | None
    earlier: tuple[Fit, ...]

    @property
    def value(self) -> int | None:
        """The score that counts."""
        return self.newest.score if self.newest else None

    @property
    def spread(self) -> float:
        """How far it may be off: a standard deviation in points of 100."""
        if self.newest is None or self.newest.score is None:
            return UNKNOWN_SPREAD
        return SPREAD[self.newest.sure]

    @property
    def change(self) -> int | None:
        """By how many points it differs from the last known one before, None if one of them is not known."""
        before = next((row.score for row in reversed(self.earlier) if row.score is not None), None)
        return None if self.value is None or before is None else self.value - before


def scores_of(
    criteria: Sequence[Criterion], rows: Iterable[Fit], job: str, as_of: date, application_id: str = ""
) -> tuple[CriterionScore, ...]:
    """The scores of a job, one for each criterion, from the rows up to ``as_of``.

    ``job`` is what the rows belong to: an application, or an offer. For an offer the rows of its ``application_id``
    count too, if it has no newer ones or ones of that day itself.
    """
    found: dict[str, list[Fit]] = {criterion.id: [] for criterion in criteria}
    names = _names(job, application_id)
    for row in rows:
        if row.application_id in names and row.criterion_id in found and row.as_of <= as_of:
            found[row.criterion_id].append(row)
    for entries in found.values():
        entries.sort(key=lambda row: (row.as_of, row.application_id == job))
    return tuple(
        CriterionScore(criterion, entries[-1] if entries else None, tuple(entries[:-1]))
        for criterion in criteria
        for entries in (found[criterion.id],)
    )


def _names(job: str, application_id: str) -> Collection[str]:
    return {name for name in (job, application_id) if name}
