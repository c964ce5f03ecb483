"""The interviews with what each was rated, oldest first: what the results on ratings start from."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.insight.wording import counted
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class Scored:
    """One debriefed interview and its scores, 1 to 5, by key of the dimension; those not rated are absent.

    ``place`` numbers the debriefed interviews from 1 in the order in which they were held.
    """

    interview_id: str
    place: int
    on: date
    stage: str
    format: str
    company: str
    scores: tuple[tuple[str, int], ...]

    @property
    def mean(self) -> float:
        """The mean over the dimensions rated in this interview, 1 to 5. Raises ValueError where none was."""
        if not self.scores:
            raise ValueError("an interview without ratings has no mean")
        return mean([score for _, score in self.scores])

    def score(self, dimension: str) -> int | None:
        """The score of that dimension, or None where it was not rated."""
        return dict(self.scores).get(dimension)


def scored_interviews(workbook: Workbook) -> tuple[Scored, ...]:
    """Every debriefed interview, oldest first, rated or not; the order of rows in the files changes nothing."""
    scores: dict[str, dict[str, int]] = defaultdict(dict)
    for rating in sorted(workbook.ratings, key=lambda entry: (entry.interview_id, entry.dimension, entry.score or 0)):
        if rating.score is not None:
            scores[rating.interview_id][rating.dimension] = rating.score
    companies = {entry.id: entry.company for entry in workbook.applications}
    return tuple(
        Scored(
            interview_id=interview.id,
            place=place,
            on=interview.held_on,
            stage=interview.stage,
            format=interview.format or "",
            company=companies.get(interview.application_id, ""),
            scores=tuple(scores.get(interview.id, {}).items()),
        )
        for place, interview in enumerate(workbook.debriefed(), start=1)
    )


def mean(values: list[int] | list[float]) -> float:
    """The arithmetic mean, rounded once, so that the order of the values cannot change it. Needs at least one."""
    return float(sum(map(Fraction, values)) / len(values))


def left_out(unrated: int, interviews: int) -> str:
    """'3 of 38 debriefed interviews have no ratings.', or nothing where all of them have."""
    if not unrated:
        return ""
    return f"{unrated} of {counted(interviews, 'debriefed interview')} {'has' if unrated == 1 else 'have'} no ratings."


def nothing_rated(interviews: int) -> str:
    """What to say where no interview has a rating."""
    if not interviews:
        return "Nothing to show yet: no interview has been debriefed."
    if interviews == 1:
        return "Nothing to show yet: the one debriefed interview has no ratings."
    return f"Nothing to show yet: none of the {interviews} debriefed interviews has ratings."
