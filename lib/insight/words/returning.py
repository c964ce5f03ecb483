"""What came back in an interview: facts about it and the ones before, and no trend."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lib.english import times
from lib.insight.open_plans import answers_of
from lib.records.interview import Interview, chronological
from lib.records.plan import Plan
from lib.records.question import Question, wording_key
from lib.records.vocabulary import PlanKept
from lib.records.workbook import Workbook


@dataclass(frozen=True)
class ReturningQuestion:
    """A question of this interview that had been asked before, in the same words."""

    question: Question
    before: Question
    company_before: str
    times_before: int

    @property
    def sentence(self) -> str:
        """The earlier rating and this one, as far as they were given."""
        asked = f"Asked {times(self.times_before)} before, last at {self.company_before}."
        if not (self.before.went or self.question.went):
            return asked
        return f"{asked} Then {_rated(self.before)}, now {_rated(self.question)}."


@dataclass(frozen=True)
class AnsweredPlan:
    """A plan that this debrief answers about, with what became of it."""

    plan: Plan
    sentence: str


@dataclass(frozen=True)
class Returned:
    """What one debrief brought back."""

    questions: tuple[ReturningQuestion, ...]
    plans: tuple[AnsweredPlan, ...]
    went_well: str


def what_came_back(workbook: Workbook, interview: Interview) -> Returned:
    """The questions asked before with both ratings, what became of the plans, and one thing that went well."""
    answers = answers_of(workbook, interview.id)
    return Returned(
        questions=_returning_questions(workbook, interview),
        plans=tuple(AnsweredPlan(plan, _BECAME[answers[plan.id]]) for plan in workbook.plans if plan.id in answers),
        went_well=next((line.strip() for line in interview.went_well.splitlines() if line.strip()), ""),
    )


def _returning_questions(workbook: Workbook, interview: Interview) -> tuple[ReturningQuestion, ...]:
    order = {entry.id: chronological(entry) for entry in workbook.interviews}
    companies = {entry.id: entry.company for entry in workbook.applications}
    here = order[interview.id]
    asked = [question for question in workbook.questions if question.asked_by != "me" and question.asked is not False]
    earlier: dict[str, list[Question]] = {}
    for question in asked:
        if order.get(question.interview_id, here) < here:
            earlier.setdefault(wording_key(question.text), []).append(question)
    found = []
    for question in sorted(
        (one for one in asked if one.interview_id == interview.id), key=lambda one: one.position or 0
    ):
        if before := earlier.get(wording_key(question.text)):
            last = max(before, key=lambda one: order[one.interview_id])
            company = companies.get(last.application_id, "an earlier interview")
            found.append(ReturningQuestion(question, last, company, len(before)))
    return tuple(found)


def _rated(question: Question) -> str:
    return question.went or "not rated"


_BECAME: Final[Mapping[PlanKept, str]] = {
    "yes": "You did it.",
    "no": "It came up, but you didn't this time.",
    "not_come_up": "It didn't come up.",
}
