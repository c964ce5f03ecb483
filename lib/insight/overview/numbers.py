"""The four numbers on top: interviews, moved on, my rating, my goals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lib.english import counted, percent
from lib.insight.hindsight import hollow_caption
from lib.insight.overview.dots import InterviewDot
from lib.insight.scores import mean
from lib.insight.wording import rating
from lib.records.vocabulary import Opinion
from lib.records.workbook import Workbook

PERCENT_FROM = 20
"""From this many answers on, a share is more useful than counts."""
_LATEST_UNTIL = 3
"""From this many ratings on my first and my latest are told beside the dots."""
TOGETHER = "All goals (older debriefs)"
"""What an older debrief answered about, which asked about all of them at once."""


@dataclass(frozen=True)
class MovedOnCount:
    """How many moved on of those ``answered``; the ``unanswered`` ones, withdrawn ones among them, are shown beside."""

    yes: int
    answered: int
    unanswered: int

    @property
    def headline(self) -> str:
        """'22 of 33'; without an answer, that there is none."""
        return f"{self.yes} of {self.answered}" if self.answered else "–"

    @property
    def beside(self) -> str:
        """'67%, 7 unanswered', in the chart's word for them."""
        share = percent(self.yes / self.answered) if self.answered >= PERCENT_FROM else ""
        unanswered = f"{self.unanswered} unanswered" if self.unanswered else ""
        return ", ".join(filter(None, (share, unanswered)))


@dataclass(frozen=True)
class MyRating:
    """My average over the ``n`` interviews that count, 1 to 5, and the last one's rating; None if none is rated.

    ``hollow`` were rated when the outcome was known. Where all are, the average is theirs, from memory.
    """

    n: int
    average: float | None
    latest: float | None
    hollow: int

    @property
    def beside(self) -> str:
        """The caption under the number."""
        if self.average is None:
            return "not rated yet"
        if not self.n:
            return "from memory"
        return f"latest {rating(self.latest or self.average)}" if 1 < self.n < _LATEST_UNTIL else ""

    @property
    def caption(self) -> str:
        """What the hollow dots are, or nothing."""
        return hollow_caption(self.hollow, is_all=not self.n)


@dataclass(frozen=True)
class GoalCount:
    """One goal, and what the jobs that I interviewed for would do for it: each job's latest answer counts."""

    goal_id: str
    words: str
    yes: int
    unsure: int
    no: int

    @property
    def jobs(self) -> int:
        """How many jobs have an answer."""
        return self.yes + self.unsure + self.no

    @property
    def headline(self) -> str:
        """'3 of 7 jobs'."""
        return f"{self.yes} of {counted(self.jobs, 'job')}"


@dataclass(frozen=True)
class Numbers:
    """The four numbers. ``goals`` are all that have an answer, the one most often met or missed first."""

    interviews: int
    moved_on: MovedOnCount
    my_rating: MyRating
    goals: tuple[GoalCount, ...]


def numbers(workbook: Workbook, dots: Sequence[InterviewDot]) -> Numbers:
    """What is counted of one search."""
    return Numbers(len(dots), _moved_on(dots), my_rating(dots), goal_counts(workbook))


def _moved_on(dots: Sequence[InterviewDot]) -> MovedOnCount:
    marks = Counter(dot.mark for dot in dots)
    return MovedOnCount(marks["moved_on"], marks["moved_on"] + marks["no"], marks["open"])


def my_rating(dots: Sequence[InterviewDot]) -> MyRating:
    """My average over some interviews."""
    counting = [dot.rating for dot in dots if dot.counts and dot.rating is not None]
    hollow = [dot.rating for dot in dots if dot.afterwards and dot.rating is not None]
    shown = counting or hollow
    return MyRating(len(counting), mean(shown) if shown else None, shown[-1] if shown else None, len(hollow))


def goal_counts(workbook: Workbook) -> tuple[GoalCount, ...]:
    """Every goal with an answer. An answer that an older debrief gave about all goals at once has a row of its own."""
    latest: dict[str, dict[str, Opinion]] = {}
    opinions: dict[str, dict[str, Opinion]] = {}
    for row in workbook.goal_answers:
        opinions.setdefault(row.interview_id, {})[row.goal_id] = row.answer
    for interview in workbook.debriefed:
        answers = opinions.get(interview.id, {})
        if not answers and interview.serves_goals:
            answers = {"": interview.serves_goals}
        for goal_id, answer in answers.items():
            latest.setdefault(goal_id, {})[interview.application_id] = answer
    words = {goal.id: goal.goal for goal in workbook.goals} | {"": TOGETHER}
    found = (_goal_count(goal_id, words[goal_id], latest[goal_id]) for goal_id in words if goal_id in latest)
    return tuple(sorted(found, key=lambda goal: -max(goal.yes, goal.no)))


def _goal_count(goal_id: str, words: str, answers: dict[str, Opinion]) -> GoalCount:
    counts = Counter(answers.values())
    return GoalCount(goal_id, words, counts["yes"], counts["unsure"], counts["no"])
