"""The interviews with what each was rated, oldest first: what the results on ratings start from."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.english import counted, plural
from lib.insight.hindsight import was_rated_afterwards
from lib.records.workbook import Workbook, cached_per_workbook


@dataclass(frozen=True)
class Scored:
    """One debriefed interview and its scores, 1 to 5, by key of the dimension; those not rated are absent.

    ``position`` numbers the debriefed interviews from 1 in the order in which they were held. ``afterwards`` are the
    scores that were given when the outcome was known: they're shown, and count in no average.
    """

    interview_id: str
    position: int
    on: date
    stage: str
    format: str
    company: str
    scores: tuple[tuple[str, int], ...]
    afterwards: tuple[tuple[str, int], ...] = ()

    @property
    def is_rated(self) -> bool:
        """Whether it has any rating, one from afterwards included."""
        return bool(self.scores or self.afterwards)

    @property
    def is_hollow(self) -> bool:
        """Whether all its ratings are from afterwards, so that it's shown and not counted."""
        return bool(self.afterwards) and not self.scores

    @property
    def shown(self) -> tuple[tuple[str, int], ...]:
        """The scores behind its dot: those that count or, without any, those from afterwards."""
        return self.scores or self.afterwards

    @property
    def mean(self) -> float:
        """The mean over ``shown``, 1 to 5. Raises ValueError if nothing was rated."""
        if not self.shown:
            raise ValueError("an interview without ratings has no mean")
        return mean([score for _, score in self.shown])

    def score(self, dimension: str) -> int | None:
        """The score of that dimension that counts, or None if there's none."""
        return dict(self.scores).get(dimension)

    def score_afterwards(self, dimension: str) -> int | None:
        """The score of that dimension that was given when the outcome was known, or None."""
        return dict(self.afterwards).get(dimension)


@cached_per_workbook
def scored_interviews(workbook: Workbook) -> tuple[Scored, ...]:
    """Every debriefed interview, oldest first, rated or not; the order of rows in the files changes nothing."""
    debriefed = {interview.id: interview for interview in workbook.debriefed}
    scores: dict[tuple[str, bool], dict[str, int]] = defaultdict(dict)
    for rating in sorted(workbook.ratings, key=lambda entry: (entry.interview_id, entry.dimension, entry.value or 0)):
        if rating.value is not None and (interview := debriefed.get(rating.interview_id)):
            scores[interview.id, was_rated_afterwards(rating, interview)][rating.dimension] = rating.value
    return tuple(
        Scored(
            interview_id=interview.id,
            position=position,
            on=interview.held_on,
            stage=interview.stage,
            format=interview.format or "",
            company=workbook.company_of(interview.application_id),
            scores=tuple(scores[interview.id, False].items()),
            afterwards=tuple(scores[interview.id, True].items()),
        )
        for position, interview in enumerate(workbook.debriefed, start=1)
    )


def mean(values: list[int] | list[float]) -> float:
    """The arithmetic mean, rounded once, so that the order of the values cannot change it. Needs at least one."""
    if all(isinstance(value, int) for value in values):
        return sum(values) / len(values)
    return float(sum(map(Fraction, values)) / len(values))


def unrated_sentence(unrated: int, interviews: int) -> str:
    """'3 of 38 debriefed interviews have no ratings.', or nothing if all of them have."""
    if not unrated:
        return ""
    return f"{unrated} of {counted(interviews, 'debriefed interview')} {plural(unrated, 'has', 'have')} no ratings."


def nothing_rated_sentence(interviews: int) -> str:
    """The sentence where no interview has a rating."""
    if not interviews:
        return "Nothing to show yet: no interview has been debriefed."
    if interviews == 1:
        return "Nothing to show yet: the one debriefed interview has no ratings."
    return f"Nothing to show yet: none of the {interviews} debriefed interviews has ratings."
