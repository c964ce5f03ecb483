"""The criteria that a job is weighed by, and what to ask where one is not known."""

from dataclasses import dataclass
from typing import Final

from lib.english import counted, listed, paragraph, plural
from lib.records.criterion import KNOWN_CRITERIA, Criterion, all_criteria
from lib.records.workbook import Workbook

_QUESTIONS: Final = {
    "cr-work": "What would I do in an ordinary week here, and what takes the most of it?",
    "cr-growth": "What could I do after two years in this role that I can't do now?",
    "cr-manager": "Who would I work for, and what does their team say about them?",
    "cr-team": "Who would I work with every day, and may I meet them?",
    "cr-mission": "Who does this work help, and how can you tell?",
    "cr-pay": "What is the range for this role, and what comes on top of the base?",
    "cr-security": "How is this role funded, and for how long?",
    "cr-hours": "When does a working day start and end here, and how flexible is it?",
    "cr-place": "How many days a week would I be in the office, and where?",
}


@dataclass(frozen=True)
class CriterionQuestion:
    """A question for the next round that would make a criterion known."""

    criterion: Criterion
    question: str


@dataclass(frozen=True)
class CriteriaList:
    """The criteria in use and those not in use; the sentence names the goals that no criterion in use is tied to."""

    active: tuple[Criterion, ...]
    retired: tuple[Criterion, ...]
    sentence: str


def criteria_list(workbook: Workbook) -> CriteriaList:
    """All criteria: the starting set as the person's rows change it, and the added ones."""
    every = all_criteria(workbook.criteria)
    active = tuple(one for one in every if not one.retired)
    tied = {one.goal_id for one in active}
    return CriteriaList(
        active=active,
        retired=tuple(one for one in every if one.retired),
        sentence=_sentence(active, tuple(goal.goal for goal in workbook.goals if goal.id not in tied)),
    )


def question_for(criterion: Criterion) -> CriterionQuestion:
    """What to ask so that the criterion becomes known; for one of my own, between its two ends."""
    known = _QUESTIONS.get(criterion.id)
    if known and _as_known_criterion(criterion):
        return CriterionQuestion(criterion, known)
    if criterion.worst and criterion.best:
        return CriterionQuestion(criterion, f"{criterion.name}: nearer “{criterion.worst}” or “{criterion.best}”?")
    return CriterionQuestion(criterion, f"{criterion.name}: what can you tell me about it?")


def _as_known_criterion(criterion: Criterion) -> bool:
    return any(one.id == criterion.id and one.name == criterion.name for one in KNOWN_CRITERIA)


def _sentence(active: tuple[Criterion, ...], unserved: tuple[str, ...]) -> str:
    if not active:
        return "No criterion is in use. One is enough to start."
    goals = plural(len(unserved), "this goal", "these goals")
    return paragraph(
        f"{counted(len(active), 'criterion is', 'criteria are')} in use.",
        f"No criterion covers {goals} yet: {listed(unserved)}." if unserved else "",
    )
